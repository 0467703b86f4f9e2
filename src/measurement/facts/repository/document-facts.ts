import { type ContributorTerms, contactLine, contributorTerms, countWords, reportLine } from "./documents.ts";
import type { Role } from "./names.ts";
import { nowhere, placeOf, type Scene, seePresence } from "./scene.ts";
import type { TreeFile } from "./tree.ts";

const looked: [fact: string, role: Role, what: string][] = [
  ["conduct.present", "conduct", "code of conduct"],
  ["changelog.present", "changelog", "change log"],
  ["governance.present", "governance", "file on governance"],
  ["documentation.present", "documentation", "documentation folder or site"],
  ["issueTemplates.present", "issueTemplates", "issue template"],
  ["citation.present", "citation", "citation file"],
  ["decisionRecords.present", "decisionRecords", "decision record"],
];

/** README, contributing and the other documents that a project addresses to its readers. */
export function seeDocuments(scene: Scene): void {
  for (const [fact, role, what] of looked) seePresence(scene, fact, filesOf(scene, role), what);
  seeReadme(scene);
  seeContributing(scene);
  seeSecurityPolicy(scene);
}

function seeReadme(scene: Scene): void {
  const { sighting, beginnings } = scene;
  const files = filesOf(scene, "readme");
  seePresence(scene, "readme.present", files, "README");
  const [file] = files;
  const text = file && beginnings.texts.get(file.path);
  if (!file) {
    followPresence(scene, "no README", { "readme.words": 0, "readme.contact": false });
    return;
  }
  if (text === undefined) {
    unread(scene, file, "readme.words", "readme.contact");
    return;
  }
  sighting.see("readme.words", countWords(text), placeOf(scene, file));
  const line = contactLine(text);
  sighting.see(
    "readme.contact",
    line !== undefined,
    placeOf(scene, file, line, line === undefined ? "no contact, maintainer or e-mail address" : undefined),
  );
}

function seeContributing(scene: Scene): void {
  const { sighting, beginnings, survey } = scene;
  const files = filesOf(scene, "contributing");
  seePresence(scene, "contributing.present", files, "contributing guide");
  const [agreement] = survey.agreements;
  if (agreement) {
    sighting.see("contributing.terms", agreement.terms, placeOf(scene, agreement.file));
    return;
  }
  let silent: TreeFile | undefined;
  for (const file of [...files.slice(0, 3), ...filesOf(scene, "readme").slice(0, 1)]) {
    const isGuide = files.includes(file);
    const text = beginnings.texts.get(file.path);
    if (text === undefined) continue;
    const start = isGuide ? 0 : contributingSection(text);
    if (start === undefined) continue;
    const { terms, line } = contributorTerms(text.slice(0, LONGEST_GUIDE), start);
    if (line !== undefined) {
      sighting.see("contributing.terms", terms, placeOf(scene, file, line));
      return;
    }
    silent ??= file;
  }
  const unknown: ContributorTerms = "none stated";
  if (scene.tree.cut) sighting.cannotSee("contributing.terms", `no terms found, but ${scene.tree.cut}`);
  else if (files[0] && !silent) unread(scene, files[0], "contributing.terms");
  else
    sighting.see(
      "contributing.terms",
      unknown,
      silent ? placeOf(scene, silent, undefined, "no terms for contributions") : nowhere(scene, "contributing guide"),
    );
}

const LONGEST_GUIDE = 262_144;

/** Where a README turns to contributions. */
const contributingSection = (text: string): number | undefined => /^(?:#{1,4}|=+) .{0,40}contribut/im.exec(text)?.index;

function seeSecurityPolicy(scene: Scene): void {
  const { sighting, beginnings } = scene;
  const files = filesOf(scene, "securityPolicy");
  seePresence(scene, "securityPolicy.present", files, "security policy");
  if (files.length === 0) {
    followPresence(scene, "no security policy", { "securityPolicy.contact": false });
    return;
  }
  for (const file of files.slice(0, 3)) {
    const text = beginnings.texts.get(file.path);
    const line = text === undefined ? undefined : reportLine(text);
    if (line !== undefined) {
      sighting.see("securityPolicy.contact", true, placeOf(scene, file, line));
      return;
    }
  }
  const file = files[0] as TreeFile;
  if (!beginnings.texts.has(file.path)) unread(scene, file, "securityPolicy.contact");
  else sighting.see("securityPolicy.contact", false, placeOf(scene, file, undefined, "names no address or form to report to"));
}

/** What follows from a document's absence, once its absence can be said. */
function followPresence(scene: Scene, what: string, facts: Record<string, number | boolean>): void {
  for (const [fact, value] of Object.entries(facts)) {
    if (scene.tree.cut) scene.sighting.cannotSee(fact, `${what} found, but ${scene.tree.cut}`);
    else scene.sighting.see(fact, value, nowhere(scene, what.replace(/^no /, "")));
  }
}

function unread(scene: Scene, file: TreeFile, ...facts: string[]): void {
  for (const fact of facts) scene.sighting.cannotSee(fact, `${file.path} could not be read`);
}

const filesOf = ({ survey }: Scene, role: Role): TreeFile[] => survey.roles.get(role) ?? [];
