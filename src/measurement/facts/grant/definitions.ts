import type { FactDefinition } from "../../fact.ts";
import { defineFacts, type FactRow } from "../define.ts";

const words = "Words in nine languages, each with its place; ";

const rows: readonly FactRow[] = [
  ["id", "string", ["Identifier", "Identifiant", "المعرّف"], "The IATI identifier of the activity."],
  ["title", "string", ["Title", "Titre", "العنوان"], "The first title, in whatever language."],
  [
    "reportingOrganisation.ref",
    "string",
    ["Reported by (reference)", "Déclarant (référence)", "مرجع الجهة المبلّغة"],
    "The reference of the organisation that reports.",
  ],
  ["reportingOrganisation.name", "string", ["Reported by", "Déclarant", "الجهة المبلّغة"], "The name of the organisation that reports."],
  ["status", "string", ["Status", "État", "الحالة"], "pipeline, implementation, finalisation, closed, cancelled or suspended."],
  ["start", "date", ["Start", "Début", "البداية"], "The actual day where it is stated, else the planned one."],
  ["end", "date", ["End", "Fin", "النهاية"], "The actual day where it is stated, else the planned one."],
  ["updated", "date", ["Last update", "Dernière mise à jour", "آخر تحديث"], "The day the activity was last updated, as it states."],
  [
    "countries",
    "list",
    ["Recipient countries", "Pays bénéficiaires", "البلدان المستفيدة"],
    "Codes of ISO 3166-1, of the activity or its transactions.",
  ],
  [
    "regions",
    "list",
    ["Recipient regions", "Régions bénéficiaires", "المناطق المستفيدة"],
    "Codes of the regions, of the activity or its transactions.",
  ],
  [
    "sectors",
    "list",
    ["Sectors", "Secteurs", "القطاعات"],
    "{vocabulary, code, name} of the activity and its transactions; vocabulary 1 are the purpose codes of the OECD DAC.",
  ],
  ["languages", "list", ["Languages", "Langues", "اللغات"], "Languages that titles and descriptions state."],
  [
    "textLength",
    "number",
    ["Text read", "Texte lu", "النص المقروء"],
    "Titles, descriptions, results, conditions and names of documents. Documents themselves are not read.",
    "characters",
  ],
  [
    "digital",
    "boolean",
    ["Digital", "Numérique", "رقمي"],
    `Its sector is information technology (22040), or its title or description speaks of it. ${words}a word in a long description is weak: see digitalBasis.`,
  ],
  [
    "digitalBasis",
    "string",
    ["Digital by", "Numérique d'après", "أساس الرقمي"],
    "sector, title, description or none: the first that says so.",
  ],
  [
    "software",
    "boolean",
    ["Software", "Logiciel", "برمجيات"],
    `Its title or description speaks of programs that are made, bought or kept up. ${words}see softwareBasis.`,
  ],
  ["softwareBasis", "string", ["Software by", "Logiciel d'après", "أساس البرمجيات"], "title, description or none: the first that says so."],
  [
    "openSourceMention",
    "boolean",
    ["Open source mentioned", "Code ouvert mentionné", "ذكر المصدر المفتوح"],
    `Any of its texts speaks of open source or free software. ${words}“open source intelligence” and the like do not count.`,
  ],
  [
    "digitalPublicGoodMention",
    "boolean",
    ["Digital public good mentioned", "Bien public numérique mentionné", "ذكر المنافع العامة الرقمية"],
    `Any of its texts speaks of digital public goods. ${words}names of single goods are not looked for.`,
  ],
  [
    "openLicenceCondition",
    "boolean",
    ["Open release stated", "Publication ouverte prévue", "النشر المفتوح"],
    `Any of its texts says that something is or shall be under an open licence or released as open source. ${words}whether it binds the recipient is not seen.`,
  ],
  [
    "repositoryLink",
    "boolean",
    ["Links to a repository", "Lien vers un dépôt", "رابط إلى مستودع"],
    "Documents, website or texts hold the address of a site where code is shared.",
  ],
  ["repositories", "list", ["Repositories", "Dépôts", "المستودعات"], "Those addresses."],
  [
    "amounts",
    "list",
    ["Amounts by year", "Montants par année", "المبالغ حسب السنة"],
    "{year, type, currency, amount}, summed; type is commitment, disbursement, expenditure, budget, incoming-funds or incoming-commitment. Never converted; never to be added across types.",
  ],
  [
    "amountsUnread",
    "number",
    ["Amounts not read", "Montants illisibles", "مبالغ غير مقروءة"],
    "Amounts without a number, day or currency that can be read.",
    "amounts",
  ],
  [
    "budgetTotal",
    "map",
    ["Budget", "Budget", "الميزانية"],
    "Sum of the budgets by currency; a revised budget takes the place of the original of its period.",
  ],
  [
    "providers",
    "list",
    ["Providers", "Bailleurs", "الجهات المانحة"],
    "{ref, name} of providers of transactions and of who takes part as funding.",
  ],
  ["recipients", "list", ["Recipients", "Bénéficiaires", "المستفيدون"], "{ref, name} of receivers of transactions."],
  ["implementing", "list", ["Implementing", "Mise en œuvre", "الجهات المنفذة"], "{ref, name} of who takes part as implementing."],
];

/** What is seen of one IATI activity. */
export const grantDefinitions: readonly FactDefinition[] = defineFacts(rows);
