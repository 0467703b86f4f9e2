import type { FactDefinition } from "../../fact.ts";

type Row = [name: string, type: FactDefinition["type"], label: [en: string, fr: string, ar: string], meaning: string, unit?: string];

const define = ([name, type, [en, fr, ar], meaning, unit]: Row): FactDefinition => ({
  name,
  type,
  label: { en, fr, ar },
  meaning,
  ...(unit && { unit }),
});

const inventoryRows: readonly Row[] = [
  [
    "valid",
    "boolean",
    ["Valid", "Valide", "صالح"],
    "The file is JSON, holds releases and lacks nothing that its schema requires; no fact reads more strictly than the schema of its time.",
  ],
  [
    "format",
    "string",
    ["Format", "Format", "الصيغة"],
    "projects (schemas before 2.0.0), releases (2.0.0), project (one alone) or lines (one release a line).",
  ],
  [
    "version",
    "string",
    ["Schema version", "Version du schéma", "إصدار المخطط"],
    "The version of the schema as the file states it, known or not.",
  ],
  [
    "agency",
    "string",
    ["Agency", "Organisme", "الهيئة"],
    "Who keeps the inventory, as the file states it or, where it does not, as the reader was told.",
  ],
  [
    "measurementMethod",
    "string",
    ["Method of measuring", "Méthode de mesure", "طريقة القياس"],
    "What the agency counts for its share of open code: linesOfCode, modules, cost, projects, systems or other. Never compare agencies across methods.",
  ],
  ["items", "number", ["Items", "Éléments", "العناصر"], "Releases read.", "releases"],
  [
    "openSourceItems",
    "number",
    ["Open source", "Code ouvert", "مفتوح المصدر"],
    "Releases whose first usage type is openSource.",
    "releases",
  ],
  [
    "reuseItems",
    "number",
    ["Government-wide reuse", "Réutilisation par l'État", "إعادة استخدام حكومية"],
    "Releases whose first usage type is governmentWideReuse.",
    "releases",
  ],
  ["exemptItems", "number", ["Exempt", "Exemptés", "مستثناة"], "Releases with an exemption among their usage types.", "releases"],
  [
    "exemptWithoutText",
    "number",
    ["Exempt without a reason", "Exemptés sans motif", "مستثناة دون تعليل"],
    "Exempt releases that give no text for it.",
    "releases",
  ],
  [
    "withoutUsageType",
    "number",
    ["Without a usage type", "Sans type d'usage", "دون نوع استخدام"],
    "Releases that state none, or none of the schema.",
    "releases",
  ],
  ["publicItems", "number", ["Public", "Publics", "عامة"], "Releases for which the fact `public` is true.", "releases"],
  [
    "licenceStatedItems",
    "number",
    ["With a licence stated", "Avec licence indiquée", "مع ذكر الرخصة"],
    "Releases that state a licence of whatever name.",
    "releases",
  ],
  [
    "licenceRecognisedItems",
    "number",
    ["With a recognised licence", "Avec licence reconnue", "برخصة معروفة"],
    "Releases all of whose licences are on the SPDX list.",
    "releases",
  ],
  [
    "licenceOpenItems",
    "number",
    ["With an open source licence", "Avec licence ouverte", "برخصة مفتوحة"],
    "Releases all of whose licences are open source licences.",
    "releases",
  ],
  [
    "byUsageType",
    "map",
    ["By usage type", "Par type d'usage", "حسب نوع الاستخدام"],
    "Releases by first usage type; “unknown” where it is none of the schema.",
    "releases",
  ],
  [
    "updated",
    "date",
    ["Last update", "Dernière mise à jour", "آخر تحديث"],
    "The latest day that any release states, days after the observation left out.",
  ],
  ["errorCount", "number", ["Errors", "Erreurs", "عدد الأخطاء"], "Things that are not as the schema asks.", "errors"],
  ["errors", "list", ["List of errors", "Liste des erreurs", "قائمة الأخطاء"], "The first 100 of them, each with its place."],
];

const itemRows: readonly Row[] = [
  ["name", "string", ["Name", "Nom", "الاسم"], "The name of the release or project."],
  ["agency", "string", ["Agency", "Organisme", "الهيئة"], "Who keeps the inventory."],
  ["organization", "string", ["Organisation", "Organisation", "المنظمة"], "The part of the agency that it belongs to."],
  [
    "repositoryUrl",
    "string",
    ["Repository", "Dépôt", "المستودع"],
    "The address as stated, user names and passwords left out. Whether it opens is not looked at.",
  ],
  ["repositoryHost", "string", ["Host", "Hôte", "المضيف"], "The host of that address."],
  [
    "repositoryOnForge",
    "boolean",
    ["On a code forge", "Sur une forge", "على منصة شيفرة"],
    "The address points into a site where code is shared, not to a page about the software.",
  ],
  [
    "public",
    "boolean",
    ["Public", "Public", "عام"],
    "openSource is among the usage types, an address is given and the entry is not marked private. Whether code is found there is not looked at.",
  ],
  ["visibility", "string", ["Visibility", "Visibilité", "الظهور"], "public or private, as the entry states it."],
  [
    "usageType",
    "string",
    ["Usage type", "Type d'usage", "نوع الاستخدام"],
    "The first usage type, one of the 15 of the schema or exemptByLaw, which came before the legal grounds one by one.",
  ],
  ["usageTypes", "list", ["Usage types", "Types d'usage", "أنواع الاستخدام"], "All usage types where several are stated."],
  [
    "usageTypeRaw",
    "string",
    ["Usage type as written", "Type d'usage tel qu'écrit", "نوع الاستخدام كما كُتب"],
    "What the file says, known or not.",
  ],
  ["exempt", "boolean", ["Exempt", "Exempté", "مستثنى"], "An exemption is among the usage types."],
  [
    "exemptionReason",
    "string",
    ["Exemption", "Exemption", "الاستثناء"],
    "The first exemption among the usage types; null where there is none.",
  ],
  ["exemptionMeaning", "string", ["What it means", "Signification", "معنى الاستثناء"], "The exemption in words; null where there is none."],
  [
    "exemptionGround",
    "string",
    ["Legal ground", "Fondement", "الأساس القانوني"],
    "The provision that allows it; null where there is none.",
  ],
  [
    "exemptionText",
    "string",
    ["Reason given", "Motif donné", "التعليل"],
    "The entry's own words for it, at most 500 characters, e-mail addresses left out.",
  ],
  ["exemptionTextPresent", "boolean", ["Reason is given", "Motif présent", "التعليل موجود"], "The entry gives words for an exemption."],
  [
    "licence.stated",
    "boolean",
    ["Licence stated", "Licence indiquée", "ذُكرت الرخصة"],
    "The entry names a licence or its address; “None” and “NOASSERTION” name none.",
  ],
  [
    "licence.raw",
    "list",
    ["Licence as written", "Licence telle qu'écrite", "الرخصة كما كُتبت"],
    "The names, or addresses where there is no name.",
  ],
  [
    "licence.expression",
    "string",
    ["Licence", "Licence", "الرخصة"],
    "SPDX expression. Several licences are joined by AND: the schema does not say whether one may choose.",
  ],
  [
    "licence.recognised",
    "boolean",
    ["Licence recognised", "Licence reconnue", "رخصة معروفة"],
    "Every licence stated is one of the SPDX list.",
  ],
  [
    "licence.openSource",
    "boolean",
    ["Open source licence", "Licence ouverte", "رخصة مفتوحة المصدر"],
    "Every licence stated is approved by the OSI or free according to the FSF.",
  ],
  [
    "licence.osiApproved",
    "boolean",
    ["OSI approved", "Approuvée par l'OSI", "معتمدة من OSI"],
    "Every licence stated is approved by the Open Source Initiative.",
  ],
  ["status", "string", ["Status", "État", "الحالة"], "Stage of development as stated: Ideation … Production, Archival."],
  ["vcs", "string", ["Version control", "Gestion de versions", "إدارة النسخ"], "As stated: git, svn …"],
  [
    "languages",
    "list",
    ["Programming languages", "Langages", "لغات البرمجة"],
    "As stated. An empty list says that nobody filled it in and is not observable.",
  ],
  ["targetOperatingSystems", "list", ["Platforms", "Plateformes", "المنصات"], "As stated."],
  ["tags", "number", ["Tags", "Mots-clés", "الوسوم"], "How many there are.", "tags"],
  [
    "laborHours",
    "number",
    ["Labour hours", "Heures de travail", "ساعات العمل"],
    "As stated; 0 and less stand for unknown and are not observable.",
    "hours",
  ],
  ["created", "date", ["Created", "Créé", "تاريخ الإنشاء"], "The day as stated."],
  ["lastModified", "date", ["Last modified", "Dernière modification", "آخر تعديل"], "The day as stated."],
  [
    "metadataUpdated",
    "date",
    ["Entry updated", "Entrée mise à jour", "تحديث البيانات"],
    "The day the entry itself was last updated, as stated.",
  ],
  ["homepage", "string", ["Home page", "Page d'accueil", "الصفحة الرئيسية"], "The address as stated."],
  ["maintenance", "string", ["Maintenance", "Maintenance", "الصيانة"], "Who maintains it, as stated: internal, contract, community, none."],
  [
    "reusedCode",
    "number",
    ["Code reused", "Code réutilisé", "شيفرة معاد استخدامها"],
    "Software that the entry says it is built on.",
    "entries",
  ],
  ["relatedCode", "number", ["Related code", "Code lié", "شيفرة ذات صلة"], "Repositories that the entry calls related.", "entries"],
  ["contracts", "number", ["Contracts", "Contrats", "العقود"], "Contract numbers under which it was made.", "contracts"],
  ["contactPresent", "boolean", ["Contact given", "Contact indiqué", "جهة اتصال"], "Somebody to turn to is given. Who it is is not kept."],
  [
    "disclaimerPresent",
    "boolean",
    ["Disclaimer given", "Clause de non-responsabilité", "إخلاء مسؤولية"],
    "A disclaimer or its address is given.",
  ],
  [
    "sbomPresent",
    "boolean",
    ["Bill of materials given", "Nomenclature logicielle", "قائمة مكونات"],
    "The address of a bill of materials is given.",
  ],
  ["feedbackPresent", "boolean", ["Way to give feedback", "Moyen de retour", "قناة ملاحظات"], "A way to give feedback is named."],
];

/** What is seen of an inventory as a whole. */
export const inventoryDefinitions: readonly FactDefinition[] = inventoryRows.map(define);

/** What is seen of one release of an inventory. */
export const inventoryItemDefinitions: readonly FactDefinition[] = itemRows.map(define);
