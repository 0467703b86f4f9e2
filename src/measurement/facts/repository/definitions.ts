import type { FactDefinition } from "../../fact.ts";
import { defineFacts, type FactRow } from "../define.ts";

const tree: readonly FactRow[] = [
  [
    "tree.files",
    "number",
    ["Files", "Fichiers", "الملفات"],
    "Regular files of the tree: what git tracks or, without git, what lies in the folder. Links and submodules are not counted.",
    "files",
  ],
  ["tree.bytes", "number", ["Size of the files", "Taille des fichiers", "حجم الملفات"], "Sizes of those files together.", "bytes"],
  [
    "tree.sourceFiles",
    "number",
    ["Source files", "Fichiers source", "ملفات المصدر"],
    "Files that people write programs in, by their extension. Code of others carried along, generated code and files over 4 MB are not counted.",
    "files",
  ],
];

const licence: readonly FactRow[] = [
  [
    "licence.expression",
    "string",
    ["Licence", "Licence", "الرخصة"],
    "The licence of the project as an SPDX expression; NONE where nothing states one, or a manifest says that there is none; LicenseRef-… where terms are stated that are no licence of the SPDX list.",
  ],
  [
    "licence.files",
    "list",
    ["Licence files", "Fichiers de licence", "ملفات الرخصة"],
    "Each file that states a licence or terms: path, expression, similarity to the SPDX text (0 to 1), kind, line, and what differs.",
  ],
  [
    "licence.source",
    "string",
    ["Licence read from", "Origine de la licence", "مصدر معرفة الرخصة"],
    "What the expression was read from: file, manifest, readme, headers or none.",
  ],
  [
    "licence.osiApproved",
    "boolean",
    ["Approved by OSI", "Approuvée par l’OSI", "معتمدة من مبادرة المصدر المفتوح"],
    "The Open Source Initiative approved it: one licence of a choice, every licence of a combination.",
  ],
  [
    "licence.fsfFree",
    "boolean",
    ["Free according to FSF", "Libre selon la FSF", "حرة وفق مؤسسة البرمجيات الحرة"],
    "The Free Software Foundation lists it as free: one licence of a choice, every licence of a combination.",
  ],
  [
    "licence.dpgApproved",
    "boolean",
    ["Accepted for digital public goods", "Acceptée pour les biens publics numériques", "مقبولة للمنافع العامة الرقمية"],
    "The Digital Public Goods Standard accepts it: one licence of a choice, every licence of a combination.",
  ],
  [
    "licence.openSource",
    "boolean",
    ["Open-source licence", "Licence open source", "رخصة مفتوحة المصدر"],
    "Approved by OSI or free according to FSF. Terms that are no known licence are never called open.",
  ],
  [
    "licence.recognised",
    "boolean",
    ["Recognised licence", "Licence reconnue", "رخصة معروفة"],
    "The expression consists of identifiers of the SPDX list alone.",
  ],
  [
    "licence.others",
    "list",
    ["Licences of parts", "Licences de parties", "رخص أجزاء"],
    "Further licences that apply to parts, such as documentation or fonts, as SPDX expressions.",
  ],
  [
    "licence.disclaimer",
    "boolean",
    ["Liability excluded", "Responsabilité exclue", "إخلاء المسؤولية"],
    "The licence or a notice excludes warranty or liability.",
  ],
  [
    "headers.share",
    "number",
    [
      "Source files with a licence header or a REUSE annotation",
      "Fichiers source avec en-tête de licence ou annotation REUSE",
      "ملفات المصدر التي لها ترويسة رخصة أو تعليق REUSE",
    ],
    "Share of source files with an SPDX-License-Identifier in a comment within their first 8 KB, in a .license file beside them, in REUSE.toml or in .reuse/dep5. null where there is no source file.",
    "share",
  ],
  [
    "headers.files",
    "number",
    ["Files with a header or a REUSE annotation", "Fichiers avec en-tête ou annotation REUSE", "ملفات لها ترويسة أو تعليق REUSE"],
    "Source files that state their licence in one of those ways.",
    "files",
  ],
  [
    "headers.expressions",
    "list",
    [
      "Licences in headers or REUSE annotations",
      "Licences dans les en-têtes ou les annotations REUSE",
      "الرخص في الترويسات أو تعليقات REUSE",
    ],
    "Expressions as written, each with the number of source files that state it, the most frequent first, at most 50.",
  ],
];

const documents: readonly FactRow[] = [
  [
    "readme.present",
    "boolean",
    ["README", "LISEZMOI (README)", "ملف اقرأني"],
    "A README at the top, in docs/ or in the host's own folder, under its name in any of twelve languages.",
  ],
  ["readme.words", "number", ["Words in the README", "Mots du README", "كلمات ملف اقرأني"], "Words of the first README.", "words"],
  [
    "readme.contact",
    "boolean",
    ["Contact in the README", "Contact dans le README", "جهة اتصال في ملف اقرأني"],
    "It has an e-mail address, a chat, forum or mailing list with its address, or a section on contact, maintainers or questions. No address is kept.",
  ],
  [
    "contributing.present",
    "boolean",
    ["Contributing guide", "Guide de contribution", "دليل المساهمة"],
    "A file of that kind in a usual place.",
  ],
  [
    "contributing.terms",
    "string",
    ["Terms for contributions", "Conditions des contributions", "شروط المساهمة"],
    "DCO (a sign-off is asked for), CLA (an agreement is asked for), licence (contributions come in under a stated licence) or none stated; from the contributing guide, the README's section on it, or an agreement's own file.",
  ],
  [
    "conduct.present",
    "boolean",
    ["Code of conduct", "Code de conduite", "مدونة السلوك"],
    "A file of that kind in a usual place. One that the organisation keeps for all its repositories is not seen.",
  ],
  [
    "securityPolicy.present",
    "boolean",
    ["Security policy", "Politique de sécurité", "سياسة الأمن"],
    "SECURITY, security.txt or a file of that kind in a usual place. One that the organisation keeps for all its repositories is not seen.",
  ],
  [
    "securityPolicy.contact",
    "boolean",
    ["Way to report weaknesses", "Moyen de signaler une faille", "وسيلة للإبلاغ عن الثغرات"],
    "The policy names an e-mail address, a form or the host's private reports. The address itself is not kept.",
  ],
  [
    "changelog.present",
    "boolean",
    ["Change log", "Journal des modifications", "سجل التغييرات"],
    "A change log, history or release notes at the top.",
  ],
  [
    "governance.present",
    "boolean",
    ["Governance", "Gouvernance", "الحوكمة"],
    "A file that says how decisions are taken: governance or charter.",
  ],
  [
    "documentation.present",
    "boolean",
    ["Documentation", "Documentation", "التوثيق"],
    "A folder of documentation with at least one page, or the configuration of a documentation site.",
  ],
  [
    "issueTemplates.present",
    "boolean",
    ["Issue templates", "Modèles de tickets", "قوالب البلاغات"],
    "At least one, where a host looks for them.",
  ],
  ["citation.present", "boolean", ["Citation", "Citation", "الاستشهاد"], "CITATION, codemeta.json or .zenodo.json."],
  [
    "decisionRecords.present",
    "boolean",
    ["Decision records", "Registres de décisions", "سجلات القرارات"],
    "At least one page in a folder of architecture or other decision records.",
  ],
];

const automation: readonly FactRow[] = [
  [
    "ci.present",
    "boolean",
    ["Continuous integration", "Intégration continue", "التكامل المستمر"],
    "The configuration of a system that runs on each change. Whether it runs is not seen.",
  ],
  ["ci.systems", "list", ["CI systems", "Systèmes d’intégration", "أنظمة التكامل"], "Names of those systems."],
  ["tests.present", "boolean", ["Tests", "Tests", "الاختبارات"], "At least one source file that is a test by its folder or name."],
  [
    "codeScanning.present",
    "boolean",
    ["Security scanning", "Analyse de sécurité", "فحص الأمن"],
    "The configuration of a tool that looks for weaknesses, secrets or outdated dependencies, or its name in CI or pre-commit. What is switched on in the host's settings is not seen.",
  ],
  ["codeScanning.tools", "list", ["Scanning tools", "Outils d’analyse", "أدوات الفحص"], "Names of those tools."],
  [
    "licenceScan.present",
    "boolean",
    ["Set up for a licence tool", "Préparé pour un outil de licences", "مهيأ لأداة فحص الرخص"],
    "A file that a tool works from which checks the project's licence marks or its dependencies' licences, such as REUSE.toml, or the tool's name in CI or pre-commit. Whether it is run is not seen from the file alone.",
  ],
  [
    "sbom.present",
    "boolean",
    ["List of components (SBOM)", "Liste des composants (SBOM)", "قائمة المكونات"],
    "An SPDX or CycloneDX file in the tree.",
  ],
  ["sbom.formats", "list", ["SBOM formats", "Formats de SBOM", "صيغ قائمة المكونات"], "SPDX, CycloneDX."],
  [
    "manifests",
    "list",
    ["Dependency manifests", "Manifestes de dépendances", "ملفات التبعيات"],
    "Files that declare dependencies, each with its path and ecosystem, nearest to the top first, at most 200.",
  ],
  [
    "lockfiles.present",
    "boolean",
    ["Lock files", "Fichiers de verrouillage", "ملفات تثبيت التبعيات"],
    "At least one file that fixes the versions of dependencies.",
  ],
];

const publiccode: readonly FactRow[] = [
  ["publiccode.present", "boolean", ["publiccode.yml", "publiccode.yml", "publiccode.yml"], "The file stands at the top of the tree."],
  [
    "publiccode.valid",
    "boolean",
    ["publiccode.yml is valid", "publiccode.yml valide", "ملف publiccode.yml صالح"],
    "It follows the version of the standard that it states. null where there is none; so for every fact of the file.",
  ],
  [
    "publiccode.version",
    "string",
    ["Version of the standard", "Version de la norme", "إصدار المعيار"],
    "The version of the publiccode.yml standard, as written there.",
  ],
  ["publiccode.errors", "list", ["Errors", "Erreurs", "أخطاء"], "What breaks the standard, each with line, key and message, at most 50."],
  [
    "publiccode.warnings",
    "list",
    ["Warnings", "Avertissements", "تحذيرات"],
    "What the standard deprecates or advises against, each with line, key and message, at most 50.",
  ],
  [
    "publiccode.developmentStatus",
    "string",
    ["Development status", "État du développement", "حالة التطوير"],
    "As written: concept, development, beta, stable, obsolete.",
  ],
  ["publiccode.maintenanceType", "string", ["Maintenance", "Maintenance", "الصيانة"], "As written: internal, contract, community, none."],
  ["publiccode.licence", "string", ["Licence as declared", "Licence déclarée", "الرخصة المعلنة"], "legal.license as written."],
  [
    "publiccode.usedBy",
    "list",
    ["Used by", "Utilisé par", "المستخدمون"],
    "Organisations that it says use the software, as written, at most 100.",
  ],
];

const history: readonly FactRow[] = [
  ["history.head", "string", ["Commit looked at", "Commit examiné", "الإيداع المفحوص"], "The commit that HEAD names."],
  [
    "history.firstCommit",
    "date",
    ["First commit", "Premier commit", "أول إيداع"],
    "The earliest day on which a commit that leads to HEAD entered the history (committer's date, UTC). Dates before 1980 or in the future are clocks that were wrong.",
  ],
  ["history.lastCommit", "date", ["Last commit", "Dernier commit", "آخر إيداع"], "The latest such day."],
  ["history.commits", "number", ["Commits", "Commits", "الإيداعات"], "Commits that lead to HEAD, merges included.", "commits"],
  [
    "history.commitsLastYear",
    "number",
    ["Commits in a year", "Commits sur un an", "إيداعات خلال سنة"],
    "Those of the 365 days before the observation.",
    "commits",
  ],
  [
    "history.authors",
    "number",
    ["Authors", "Auteurs", "المؤلفون"],
    "Distinct e-mail addresses of authors, with the project's own .mailmap; programs (bots) are left out. A person with several addresses counts several times. No name or address is kept.",
    "authors",
  ],
  [
    "history.authorsLastYear",
    "number",
    ["Authors in a year", "Auteurs sur un an", "مؤلفون خلال سنة"],
    "Those with a commit in the 365 days before the observation.",
    "authors",
  ],
  [
    "history.outsideAuthorShare",
    "number",
    ["Authors from outside", "Auteurs externes", "مؤلفون من الخارج"],
    "Share of authors whose address is not in the owner's domains, among those whose address shows where they belong. Staff who use private addresses count as outside.",
    "share",
  ],
  [
    "history.releases",
    "list",
    ["Releases", "Versions publiées", "الإصدارات"],
    "Tags whose name numbers a version and does not call it preliminary (beta, rc, nightly …), each with name and date, the oldest first; the newest 200.",
  ],
  ["history.releaseCount", "number", ["Number of releases", "Nombre de versions", "عدد الإصدارات"], "All such tags.", "releases"],
  [
    "history.firstRelease",
    "date",
    ["First release", "Première version", "أول إصدار"],
    "The day of the oldest such tag: the tag's own date or, where it has none, its commit's. null where there is none.",
  ],
  [
    "history.lastRelease",
    "date",
    ["Last release", "Dernière version", "آخر إصدار"],
    "The day of the newest such tag. null where there is none.",
  ],
  [
    "history.monthsBeforeFirstRelease",
    "number",
    ["Months before the first release", "Mois avant la première version", "أشهر قبل أول إصدار"],
    "From the first commit to the first release; negative where the tag is older than the history. null where there is no release. Whether the history was public from its first day is not seen.",
    "months",
  ],
  [
    "history.codeDump",
    "boolean",
    ["Code dump", "Dépôt en une fois", "إيداع دفعة واحدة"],
    "At least 10 source files; the first commits (at most three, within seven days) brought at least 80 % of the files of today; at most 10 commits followed. Not observable within 90 days of the first commit where only that is missing.",
  ],
  [
    "history.signedOffShare",
    "number",
    ["Commits with a sign-off", "Commits avec signature DCO", "إيداعات بتوقيع المنشأ"],
    "Share of commits that are no merges and carry a Signed-off-by line.",
    "share",
  ],
];

/** Every fact of a repository. */
export const repositoryDefinitions: readonly FactDefinition[] = defineFacts(
  [tree, licence, documents, automation, publiccode, history].flat(),
);
