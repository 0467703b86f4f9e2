/** What a file is by its name alone. Paths are given in lower case. */
export type Role =
  | "readme"
  | "contributing"
  | "conduct"
  | "securityPolicy"
  | "changelog"
  | "governance"
  | "documentation"
  | "issueTemplates"
  | "citation"
  | "decisionRecords"
  | "publiccode"
  | "reuse";

/** Where hosts and readers look for a project's own documents. */
const usualFolders = new Set([
  "",
  ".github",
  ".gitlab",
  ".gitea",
  ".forgejo",
  "docs",
  "doc",
  "documentation",
  ".well-known",
  "public/.well-known",
]);

/** A name, then nothing, an ending, or a language and an ending: README, README.md, README.fr.md, README_EN.md, readme-de.rst. */
const named = (names: string) => new RegExp(`^(?:${names})(?:[._-](?:[a-z]{2}(?:[_-][a-z]{2})?|eng|fra|deu))?(?:\\.[a-z]{2,8})?$`);

/** English first, then as projects of other administrations name them. */
const documents: [role: Role, name: RegExp][] = [
  [
    "readme",
    named(
      "read[-_]?me|lisez[-_]?moi|l[eé]eme|leia[-_]?me|lies[-_]?mich|leggimi|lees[-_]?mij|czytaj[-_]?to|przeczytaj|citeste[-_]?ma|lue[-_]?minut|l[äa]s[-_]?mig|les[-_]?meg",
    ),
  ],
  [
    "contributing",
    named(
      "contribut(?:ing|e|ion|ions)(?:[-_](?:guide|guidelines))?|how[-_]to[-_]contribute|contribuer|guide[-_]de[-_]contribution|c[oó]mo[-_]contribuir|contribu(?:ir|cion|ción|indo|ire)|beitragen|mitmachen|mitwirken|bijdragen",
    ),
  ],
  [
    "conduct",
    named(
      "code[-_ ]?of[-_ ]?conduct|code[-_]de[-_]conduite|c[oó]digo[-_]de[-_]conduc?ta|verhaltens(?:kodex|regeln)|codice[-_]di[-_]condotta|gedragscode|community[-_]code[-_]of[-_]conduct",
    ),
  ],
  [
    "securityPolicy",
    named(
      "security(?:[-_]policy|[-_]contacts?)?|s[eé]curit[eé]|seguridad|seguran[cç]a|sicherheit|sicurezza|beveiliging|vulnerability[-_]disclosure(?:[-_]policy)?",
    ),
  ],
  [
    "changelog",
    named(
      "change[-_]?log|changes|history|news|releases?|release[-_]?notes|historique|journal[-_]des[-_]modifications|cambios|historial|(?:ae|ä)nderung(?:en|sprotokoll)|wijzigingen|novit[aà]",
    ),
  ],
  [
    "governance",
    named("(?:project[-_])?governance(?:[-_]model)?|gouvernance|gobernanza|governan[cç]a|(?:project|technical|tsc)[-_]charter|charter"),
  ],
];

const documentationFolder = /^(?:[^/]+\/){0,2}(?:docs?|documentation|dokumentation|documentacion|manual|handbook|guides?|vignettes|man)\//;
const documentationFile = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|html|tex|rmd|qmd|rd|pdf|\d)$/;
const documentationSite =
  /^(?:[^/]+\/)?(?:mkdocs\.ya?ml|\.?readthedocs\.ya?ml|docusaurus\.config\.[jt]s|antora\.ya?ml|book\.toml|_quarto\.yml)$/;
const issueTemplate =
  /^(?:\.github|\.gitea|\.forgejo|docs)?\/?issue_templates?(?:\.[a-z]+|\/[^/]+\.(?:md|ya?ml))$|^\.gitlab\/issue_templates\/[^/]+\.md$/;
const citation = /^(?:citation(?:\.cff|\.bib|\.md|\.txt)?|inst\/citation|codemeta\.json|\.zenodo\.json)$/;
const decisionRecord =
  /(?:^|\/)(?:adrs?|decisions|decision[-_]records?|decision[-_]logs?|architecture[-_]decisions?(?:[-_]records?)?|arkdecisions)\/(?:[^/]+\/)?[^/]+\.(?:md|adoc|rst|txt)$/;

/** Every role a file has; most have none. */
export function rolesOf(path: string): Role[] {
  const slash = path.lastIndexOf("/");
  const document = usualFolders.has(slash === -1 ? "" : path.slice(0, slash)) ? documentRole(path, path.slice(slash + 1)) : undefined;
  if (document) return [document];
  const roles: Role[] = [];
  if (slash === -1 && (path === "publiccode.yml" || path === "publiccode.yaml")) roles.push("publiccode");
  if (path === "reuse.toml" || path.endsWith("/reuse.toml") || path === ".reuse/dep5") roles.push("reuse");
  if (citation.test(path)) roles.push("citation");
  if (issueTemplate.test(path)) roles.push("issueTemplates");
  if (documentationSite.test(path) || (documentationFile.test(path) && documentationFolder.test(path))) roles.push("documentation");
  if (slash !== -1 && decisionRecord.test(path)) roles.push("decisionRecords");
  return roles;
}

/** Endings of files that people read; a history.js or security.py is a program. */
const readable =
  /(?:^[^.]*|\.(?:md|mdx|markdown|rst|adoc|asciidoc|org|txt|html?|rdoc|textile|pod|en|fr|de|es|it|pt|nl|pl|ro|sv|fi|nb|da|hu|ar|zh|ja|ru|uk|el|ca|pdf|rtf|docx|odt))$/;

function documentRole(path: string, base: string): Role | undefined {
  if (!readable.test(base)) return undefined;
  const role = documents.find(([, name]) => name.test(base))?.[0];
  // In docs/ a page called "news" or "history" is about something else more often than about versions.
  return role === "changelog" && path !== base && !base.startsWith("change") ? undefined : role;
}

/** Sorts by path: the nearer the top and the shorter the name, the more likely a file speaks for the whole project: README.md before docs/README.fr.md. */
export function ranked<Item>(items: readonly Item[], pathOf: (item: Item) => string): Item[] {
  if (items.length < 2) return [...items];
  return items
    .map((item) => ({ item, path: pathOf(item) }))
    .map(({ item, path }) => ({ item, path, depth: depthOf(path) }))
    .sort((one, other) => one.depth - other.depth || one.path.length - other.path.length || (one.path < other.path ? -1 : 1))
    .map(({ item }) => item);
}

/** How many folders a file lies in. */
export function depthOf(path: string): number {
  let depth = 0;
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) depth += 1;
  return depth;
}
