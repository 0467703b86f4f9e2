import type { FactDefinition } from "../../fact.ts";

type Row = [name: string, type: FactDefinition["type"], label: [en: string, fr: string, ar: string], meaning: string, unit?: string];

const define = ([name, type, [en, fr, ar], meaning, unit]: Row): FactDefinition => ({
  name,
  type,
  label: { en, fr, ar },
  meaning,
  ...(unit && { unit }),
});

const itemRows: readonly Row[] = [
  ["name", "string", ["Name", "Nom", "الاسم"], "The name of the software, from its publiccode.yml or from the list."],
  [
    "url",
    "string",
    ["Address", "Adresse", "العنوان"],
    "Where its source code is, as its publiccode.yml or the list states; user names and passwords left out.",
  ],
  [
    "publiccode.present",
    "boolean",
    ["Has a publiccode.yml", "A un publiccode.yml", "له ملف publiccode.yml"],
    "The catalogue holds a publiccode.yml of it.",
  ],
  [
    "publiccode.valid",
    "boolean",
    ["publiccode.yml valid", "publiccode.yml valide", "ملف publiccode.yml صالح"],
    "The file has no error: nothing that both the published standard and the version it declares forbid. Warnings do not count. Nothing outside the file is looked at.",
  ],
  [
    "publiccode.version",
    "string",
    ["Version of the standard", "Version du standard", "إصدار المعيار"],
    "The version of the standard that the file declares, known or not.",
  ],
  [
    "publiccode.errors",
    "list",
    ["Errors", "Erreurs", "الأخطاء"],
    "What is wrong in the file, each as key and message; at most 100. The key is empty where the file as a whole is meant.",
  ],
  [
    "publiccode.warnings",
    "list",
    ["Warnings", "Avertissements", "التحذيرات"],
    "Deprecated or unknown keys, and what only one of the two versions asks for, each as key and message; at most 100.",
  ],
  [
    "publiccode.errorCount",
    "number",
    ["Number of errors", "Nombre d'erreurs", "عدد الأخطاء"],
    "Errors in the file; 200 stands for 200 or more.",
    "errors",
  ],
  [
    "publiccode.warningCount",
    "number",
    ["Number of warnings", "Nombre d'avertissements", "عدد التحذيرات"],
    "Warnings; 200 stands for 200 or more.",
    "warnings",
  ],
  [
    "publiccode.developmentStatus",
    "string",
    ["Development status", "État du développement", "حالة التطوير"],
    "developmentStatus as written: concept, development, beta, stable, obsolete or anything else.",
  ],
  ["publiccode.softwareType", "string", ["Type of software", "Type de logiciel", "نوع البرنامج"], "softwareType as written."],
  [
    "publiccode.softwareVersion",
    "string",
    ["Version of the software", "Version du logiciel", "إصدار البرنامج"],
    "softwareVersion as written.",
  ],
  ["publiccode.releaseDate", "date", ["Released", "Publié le", "تاريخ الإصدار"], "releaseDate, where it is a day of the calendar."],
  [
    "publiccode.maintenanceType",
    "string",
    ["Maintenance", "Maintenance", "الصيانة"],
    "maintenance.type as written: internal, contract, community, none or anything else.",
  ],
  [
    "publiccode.contactsPresent",
    "boolean",
    ["Contacts named", "Contacts nommés", "جهات اتصال مذكورة"],
    "The file names a contact for maintenance, by name or e-mail address; who it is, is not kept.",
  ],
  [
    "publiccode.contractorsPresent",
    "boolean",
    ["Contractors named", "Prestataires nommés", "متعاقدون مذكورون"],
    "The file names a contractor for maintenance; who it is, is not kept.",
  ],
  [
    "publiccode.contractedUntil",
    "date",
    ["Contracted until", "Contrat jusqu'au", "التعاقد حتى"],
    "The last day until which a contractor is bound to maintain it.",
  ],
  ["publiccode.licence", "string", ["Licence as written", "Licence telle qu'écrite", "الرخصة كما كُتبت"], "legal.license as written."],
  [
    "publiccode.mainCopyrightOwner",
    "string",
    ["Main copyright owner", "Titulaire principal des droits", "مالك الحقوق الرئيسي"],
    "legal.mainCopyrightOwner as written; who owns the rights is meant to be public.",
  ],
  [
    "publiccode.repoOwner",
    "string",
    ["Owner of the repository", "Propriétaire du dépôt", "مالك المستودع"],
    "legal.repoOwner as written; deprecated since 0.5 in favour of organisation.name.",
  ],
  [
    "publiccode.organisation",
    "string",
    ["Organisation (URI)", "Organisation (URI)", "المنظمة (معرّف)"],
    "organisation.uri: who publishes the software.",
  ],
  ["publiccode.organisationName", "string", ["Organisation", "Organisation", "المنظمة"], "organisation.name as written."],
  ["publiccode.platforms", "list", ["Platforms", "Plateformes", "المنصات"], "platforms as written, a single one as a list of one."],
  ["publiccode.categories", "list", ["Categories", "Catégories", "الفئات"], "categories as written."],
  [
    "publiccode.usedBy",
    "list",
    ["Used by", "Utilisé par", "يستخدمه"],
    "The administrations that the file names as users. Absent where it names none: it may have users all the same.",
  ],
  ["publiccode.basedOn", "list", ["Based on", "Fondé sur", "مبني على"], "isBasedOn: the originals of which this is a variant."],
  ["publiccode.countries", "list", ["Countries meant", "Pays visés", "البلدان المقصودة"], "intendedAudience.countries, in capitals."],
  [
    "publiccode.languages",
    "list",
    ["Languages", "Langues", "اللغات"],
    "localisation.availableLanguages: languages that the software speaks, as written.",
  ],
  [
    "publiccode.localisationReady",
    "boolean",
    ["Ready for other languages", "Prêt à être traduit", "جاهز للترجمة"],
    "localisation.localisationReady.",
  ],
  [
    "publiccode.documentation",
    "boolean",
    ["Documentation", "Documentation", "التوثيق"],
    "In one language at least the file gives the address of documentation for users.",
  ],
  ["publiccode.logo", "boolean", ["Logo", "Logo", "الشعار"], "The file names a logo."],
  [
    "publiccode.dependsOnProprietary",
    "boolean",
    ["Depends on proprietary software", "Dépend de logiciels propriétaires", "يعتمد على برمجيات مغلقة"],
    "dependsOn.proprietary names something; false where dependsOn names other things only. Not observable where the file has no dependsOn.",
  ],
  [
    "publiccode.proprietaryDependencies",
    "list",
    ["Proprietary dependencies", "Dépendances propriétaires", "الاعتماديات المغلقة"],
    "The names in dependsOn.proprietary.",
  ],
  [
    "licence.recognised",
    "boolean",
    ["Licence recognised", "Licence reconnue", "رخصة معروفة"],
    "The licence written can be told: an SPDX expression or a name that means one licence of the SPDX list.",
  ],
  [
    "licence.expression",
    "string",
    ["Licence (SPDX)", "Licence (SPDX)", "الرخصة (SPDX)"],
    "The SPDX expression that the licence written comes to.",
  ],
  [
    "licence.openSource",
    "boolean",
    ["Open source", "Code ouvert", "مفتوح المصدر"],
    "The expression leaves a choice that OSI approves or the FSF calls free.",
  ],
  [
    "licence.osiApproved",
    "boolean",
    ["Approved by OSI", "Approuvée par l'OSI", "معتمدة من OSI"],
    "The expression leaves a choice that the Open Source Initiative approves.",
  ],
  [
    "licence.fsfFree",
    "boolean",
    ["Free according to the FSF", "Libre selon la FSF", "حرة وفق FSF"],
    "The expression leaves a choice that the Free Software Foundation calls free.",
  ],
  [
    "licence.dpgApproved",
    "boolean",
    ["On the DPGA list", "Sur la liste de la DPGA", "ضمن قائمة DPGA"],
    "The expression leaves a choice on the Digital Public Goods Alliance's list of licences for software.",
  ],
  [
    "address.reachable",
    "boolean",
    ["Address answers", "L'adresse répond", "العنوان يستجيب"],
    "The address of the source code answered when it was asked. Not observable unless the reader was told to ask.",
  ],
];

const catalogueRows: readonly Row[] = [
  ["items", "number", ["Items", "Éléments", "العناصر"], "Pieces of software listed.", "items"],
  ["withUrl", "number", ["With an address", "Avec une adresse", "لها عنوان"], "Items that state where their source code is.", "items"],
  [
    "withPubliccode",
    "number",
    ["With a publiccode.yml", "Avec un publiccode.yml", "لها ملف publiccode.yml"],
    "Items whose publiccode.yml the catalogue holds.",
    "items",
  ],
  [
    "validItems",
    "number",
    ["Valid publiccode.yml", "publiccode.yml valides", "ملفات publiccode.yml صالحة"],
    "Items whose publiccode.yml has no error.",
    "items",
  ],
  [
    "licenceRecognisedItems",
    "number",
    ["Licence recognised", "Licence reconnue", "رخصة معروفة"],
    "Items whose licence can be told.",
    "items",
  ],
  [
    "openLicenceItems",
    "number",
    ["Open licence", "Licence ouverte", "رخصة مفتوحة"],
    "Items under an open-source licence. The others are not closed: some state no licence that can be told.",
    "items",
  ],
  [
    "versions",
    "map",
    ["Versions of the standard", "Versions du standard", "إصدارات المعيار"],
    "Items by the version they declare, as written; “unknown” where none is.",
    "items",
  ],
  [
    "developmentStatuses",
    "map",
    ["Development statuses", "États du développement", "حالات التطوير"],
    "Items by developmentStatus, as written; “unknown” where none is.",
    "items",
  ],
  [
    "errorCount",
    "number",
    ["Entries not read", "Entrées non lues", "مدخلات لم تُقرأ"],
    "Parts of the list that could not be read as entries.",
    "errors",
  ],
  ["errors", "list", ["Errors of the list", "Erreurs de la liste", "أخطاء القائمة"], "Why; at most 100."],
];

/** Facts of one piece of software in a catalogue. */
export const catalogueItemDefinitions: readonly FactDefinition[] = itemRows.map(define);
/** Facts of a catalogue as a whole. */
export const catalogueDefinitions: readonly FactDefinition[] = catalogueRows.map(define);
