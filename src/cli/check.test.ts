import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parseArgs } from "node:util";
import { wholeDataset, writeDataset } from "../../test/made-dataset.ts";
import { openEmptyRegistry } from "../../test/support.ts";
import { listSubjects } from "../measurement/find.ts";
import { readObservations } from "../measurement/observation-file.ts";
import { type CheckOutput, checkOutput } from "../measurement/subject-line.ts";
import { listRecords } from "../registry/find.ts";
import { readYaml } from "../shared/yaml.ts";
import { readOptions } from "./check/options.ts";
import { checkCommand } from "./check.ts";
import { run } from "./openfirst.ts";

const folder = mkdtempSync(join(tmpdir(), "openfirst-check-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const repository = join(folder, "repository");
mkdirSync(join(repository, "src"), { recursive: true });
writeFileSync(join(repository, "README.md"), "# Made\n\nA repository of a test.\n");
writeFileSync(join(repository, "LICENSE"), readFileSync("LICENSES/Apache-2.0.txt"));
writeFileSync(join(repository, "src/main.ts"), "export const one = 1;\n");

interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs “openfirst check”; a test that does not hand in a registry fails where one is opened. */
async function check(
  words: string[],
  open?: () => ReturnType<typeof openEmptyRegistry>,
  environment: NodeJS.ProcessEnv = {},
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(["check", ...words], {
    environment: { OPENFIRST_EMPTY: "1", OPENFIRST_DATA: join(folder, "nowhere"), NO_COLOR: "1", ...environment },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    open: open ?? (() => assert.fail("a database was opened")),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

async function lines(words: string[]): Promise<CheckOutput[]> {
  const { out } = await check([...words, "--format", "json"]);
  return out.split("\n").map((line) => checkOutput.parse(JSON.parse(line)));
}

const release = (ocid: string, title: string) => ({
  ocid,
  id: `${ocid}-1`,
  date: "2026-01-02T00:00:00Z",
  tag: ["tender"],
  buyer: { name: "Ministry" },
  tender: { title, description: `${title} for the ministry`, items: [{ classification: { scheme: "CPV", id: "48000000" } }] },
});
const releases = join(folder, "releases.jsonl");
writeFileSync(
  releases,
  [
    release("ocds-a-1", "Oracle database software licences"),
    release("ocds-a-2", "Open source software development, source code to be delivered"),
  ]
    .map((line) => JSON.stringify(line))
    .join("\n"),
);

test("a repository: what was looked at first, then what to mend with its place and remedy, last the counts", async () => {
  const { code, out } = await check(["repository", repository]);
  assert.equal(code, 1);
  const told = out.split("\n");
  assert.match(told[0] ?? "", /^repository repository/);
  assert.match(told[1] ?? "", /^Looked at on .* by reader “repository \d+”: \d+ of \d+ facts could be observed\.$/);
  assert.match(out, /\nnot met \(\d+\)\n/);
  assert.match(out, /Where to report a vulnerability {2}\[repository-security-policy; un-open-source-principles\]\n {4}.*\n {4}→ /);
  assert.match(out, /Licence that machines recognise .*LICENSE:1\)/);
  assert.match(out, /not observable/);
  assert.ok(out.indexOf("not met (") < out.indexOf("\nmet ("));
  assert.match(told.at(-1) ?? "", /^1 repository: \d+ met, \d+ not met/);
});

test("JSON: one line a subject, in the documented shape, and the file can be imported again as observations", async () => {
  const file = join(folder, "out.ndjson");
  const { code, out } = await check(["repository", repository, "--json", "--output", file]);
  assert.deepEqual([code, out], [1, ""]);
  const [line] = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((text) => checkOutput.parse(JSON.parse(text)));
  assert.ok(line);
  const { findings, ...observed } = line;
  const licence = line.facts.licence as { expression: string; files: { path: string }[] };
  assert.equal(licence.expression, "Apache-2.0");
  assert.deepEqual(
    licence.files.map(({ path }) => path),
    ["LICENSE"],
  );
  assert.equal((line.facts.publiccode as { present: boolean }).present, false);
  const open = findings.find(({ check: id }) => id === "repository-open-licence");
  assert.deepEqual([open?.outcome, open?.because[0]?.fact, open?.because[0]?.where[0]?.file], ["met", "licence.openSource", "LICENSE"]);
  assert.ok(findings.filter(({ outcome }) => outcome === "not-met").every(({ remedy }) => remedy && remedy.length > 10));
  const again = [];
  for await (const observation of readObservations(file)) again.push(observation);
  assert.deepEqual(again, [observed]);
});

test("tenders: one line a tender with its ocid or notice identifier, what was found and the words behind it", async (t) => {
  const [first, second] = await lines(["tenders", releases]);
  assert.deepEqual([first?.ocid, second?.ocid, first?.notice], ["ocds-a-1", "ocds-a-2", undefined]);
  assert.equal(first?.facts.software, true);
  assert.equal((first?.facts.brands as { name: string }[] | undefined)?.[0]?.name, "Oracle Database");
  assert.equal(first?.facts.equivalentAllowed, false);
  assert.equal(second?.facts.openSourceMention, true);
  assert.match(second?.places.openSourceMention?.[0]?.text ?? "", /open source/i);
  const brand = first?.findings.find(({ check: id }) => id === "tender-no-brand");
  assert.deepEqual([brand?.outcome, brand?.because[0]?.where[0]?.pointer], ["not-met", "/tender/title"]);

  const example = "../shared/data/procurement/eforms-examples/CEI.xml";
  if (!existsSync(example)) return t.diagnostic(`${example} is not here: a notice in XML was not read`);
  const [notice] = await lines(["tenders", example]);
  assert.deepEqual([notice?.notice, notice?.ocid], [notice?.subject.id, undefined]);
});

test("many subjects: counts and figure for each check, then the first twenty that do not meet it", async () => {
  const many = join(folder, "many.jsonl");
  const made = Array.from({ length: 30 }, (_, index) => JSON.stringify(release(`ocds-a-${index}`, `Oracle database licences ${index}`)));
  writeFileSync(many, made.join("\n"));
  const { out } = await check(["tenders", many]);
  assert.match(out, /^30 tenders looked at on /);
  assert.match(out, /\nNo brand without “or equivalent” +0 +30 +0 +0 {2}0%\n/);
  const listed = out.split("No brand without “or equivalent”: 30 not met")[1]?.split("→")[0] ?? "";
  assert.equal(listed.match(/^ {2}ocds-a-/gm)?.length, 20);
  assert.match(listed, /… 10 more/);
  assert.match(listed, /A brand without “or equivalent”: yes — .*many\.jsonl:1 \/tender\/title “Oracle/);
});

test("who asks: an instrument of the box with its places and strengths, a YAML file, another framework, several at once", async () => {
  const [asked] = await lines(["repository", repository, "--policy", "ch-embag-9"]);
  const licence = asked?.findings.find(({ check: id }) => id === "repository-open-licence");
  assert.equal(licence?.policy, "ch-embag-9");
  assert.ok(licence?.provisions?.every((provision) => provision.startsWith("art-")) && licence.provisions.length > 0);
  assert.equal(licence?.strength, "must");

  const file = join(folder, "act.yml");
  const act = wholeDataset["instruments/ch-act.yml"] ?? "";
  writeFileSync(
    file,
    act
      .replace("type: publish-code", "type: approved-licence-list")
      .replace("strength: must", "strength: should\n        parameters: {acceptedLicences: [EUPL-1.2]}"),
  );
  const { findings: ofFile = [] } = (await lines(["repository", repository, "--policy", file]))[0] ?? {};
  assert.deepEqual(
    ofFile.map(({ check: id, outcome, strength, parameters }) => ({ id, outcome, strength, parameters })),
    [{ id: "repository-accepted-licence", outcome: "not-met", strength: "should", parameters: { acceptedLicences: ["EUPL-1.2"] } }],
  );
  const both = (await lines(["repository", repository, "--policy", `${file}, standard-for-public-code`]))[0]?.findings ?? [];
  assert.deepEqual([...new Set(both.map(({ policy }) => policy))], ["ch-act", "standard-for-public-code"]);
});

test("which checks: those of a folder beside those of the box, or in their place; only sound ones", async () => {
  const checkFile = (id: string, met: string) =>
    `id: ${id}\nversion: 9\nnames: {en: Own ${id}}\nquestion: {en: Is it?}\nsubject: repository\nprovision_types: [vulnerability-disclosure]\nmet: ${met}\nremedy: {en: Mend it}\nsources: [{address: "https://example.org"}]\n`;
  const cases = "- {says: it is, facts: {readme: {present: true}}, outcome: met}\n";
  const own = (met: string) =>
    writeDataset(
      Object.fromEntries(
        ["own-readme", "repository-security-policy"].flatMap((id) => [
          [`checks/${id}/check.yaml`, checkFile(id, met)],
          [`checks/${id}/cases.yaml`, cases],
        ]),
      ),
    );
  const [line] = await lines(["repository", repository, "--checks", own("readme.present")]);
  const versions = new Map(line?.findings.map(({ check: id, checkVersion, outcome }) => [id, `${checkVersion} ${outcome}`]));
  assert.deepEqual([versions.get("own-readme"), versions.get("repository-security-policy")], ["9 met", "9 met"]);
  assert.ok(versions.has("repository-open-licence"), "those of the box are still asked");
  assert.match((await check(["repository", repository, "--checks", own("readme.absent")])).err, /cannot be judged by.*readme\.absent/s);
  assert.match((await check(["repository", repository, "--checks", folder])).err, /holds no checks/);
});

test("who asks: what there is not is refused with what is close; what asks nothing says so", async () => {
  const refused = async (policy: string) => {
    const { code, err } = await check(["repository", repository, "--policy", policy]);
    assert.equal(code, 2, policy);
    return err;
  };
  assert.match(await refused("ch-embag-10"), /no policy “ch-embag-10”\. Did you mean ch-embag-9/);
  assert.match(await refused("qqq"), /openfirst search/);
  assert.match(await refused("../instruments/ch-embag-9"), /There is no file/);
  assert.match(await refused("CH EMBAG"), /expected an id/);
  const unread = join(folder, "unread.yml");
  const act = wholeDataset["instruments/ch-act.yml"] ?? "";
  writeFileSync(unread, act.replace("verdict: accepted", "verdict: unreviewed"));
  const { code, out, err } = await check(["repository", repository, "--policy", unread]);
  assert.equal(code, 0);
  assert.match(out, /No check on repositories speaks to an accepted provision of the policy: nothing was asked/);
  assert.match(err, /Nothing was asked/);
  writeFileSync(unread, act.replace("type: publish-code", "type: approved-licence-list\n        parameters: {acceptedLicences: MIT}"));
  assert.match(await refused(unread), /acceptedLicences of check repository-accepted-licence is a text; expected a list of texts/);
});

test("how it ends: by what falls short, as --fail-on says; 2 where something could not be looked at, after the rest", async () => {
  assert.equal((await check(["repository", repository, "--fail-on", "error"])).code, 0);
  assert.equal((await check(["repository", repository, "--fail-on", "never"])).code, 0);
  assert.equal((await check(["repository", repository, "--policy", "ch-embag-9"])).code, 0, "an open licence is all that it asks");
  const { code, out, err } = await check(["repository", join(folder, "none"), repository, "--format", "json"]);
  assert.equal(code, 2);
  assert.equal(out.split("\n").length, 1, "the other one is told all the same");
  assert.match(err, /There is no folder/);
  for (const words of [
    ["repository", join(folder, "none")],
    ["tenders", join(folder, "repository")],
  ]) {
    const failed = await check(words);
    assert.deepEqual([failed.code, failed.out], [2, ""], words.join(" "));
  }
});

test("what is damaged is told on the side and ends nothing", async () => {
  const file = join(folder, "damaged.jsonl");
  writeFileSync(file, `{"ocid": \u001b[31m\n${JSON.stringify(release("ocds-a-1", "Software"))}\n`);
  const { code, out, err } = await check(["tenders", file, "--format", "json", "--fail-on", "never"]);
  assert.equal(code, 0);
  assert.equal(out.split("\n").length, 1);
  assert.match(err, /damaged\.jsonl:1 .*not JSON/);
  assert.ok(!err.includes("\u001b"));
});

test("inventories and catalogues: the whole before its items", async () => {
  const inventory = join(folder, "code.json");
  const item = {
    name: "one",
    permissions: { usageType: "openSource", licenses: [{ name: "MIT" }] },
    repositoryURL: "https://example.org/one",
  };
  writeFileSync(
    inventory,
    JSON.stringify({ version: "2.0", agency: "XYZ", releases: [item, { ...item, name: "two", repositoryURL: "https://example.org/two" }] }),
  );
  const { out } = await check(["inventory", inventory]);
  assert.ok(out.startsWith("inventory XYZ"));
  assert.match(out, /1 inventory and 2 inventory items: /);
  const catalogue = join(folder, "publiccode.yml");
  writeFileSync(catalogue, 'publiccodeYmlVersion: "0.4"\nname: Made\nurl: https://example.org/made\n');
  assert.deepEqual(
    (await lines(["catalogue", catalogue])).map(({ subject }) => subject.kind),
    ["catalogue-item", "catalogue"],
  );
});

test("an output is written over no source, and over what it held only when there is something to say", async () => {
  const notices = join(folder, "notices.jsonl");
  const report = join(folder, "report.json");
  writeFileSync(notices, JSON.stringify(release("ocds-a-1", "One")));
  const before = readFileSync(notices, "utf8");
  writeFileSync(report, "of yesterday, and a good deal longer than what is written today".repeat(1000));
  const held = readFileSync(report, "utf8");

  const onto = await check(["tenders", notices, "--json", "--output", join(folder, ".", "notices.jsonl")]);
  assert.deepEqual([onto.code, readFileSync(notices, "utf8")], [2, before]);
  assert.match(onto.err, /would be lost/);
  const missing = await check(["tenders", join(folder, "none.jsonl"), "--json", "--output", report]);
  assert.deepEqual([missing.code, readFileSync(report, "utf8")], [2, held]);
  await check(["tenders", notices, "--json", "--output", report, "--fail-on", "never"]);
  assert.equal(JSON.parse(readFileSync(report, "utf8")).subject.id, "ocds-a-1");
});

test("what cannot be meant is refused with what was expected", async () => {
  const cases: [words: string[], says: RegExp][] = [
    [[], /expected one of repository, inventory, catalogue, tenders, grants/],
    [["repositories", "."], /“repositories”/],
    [["repository"], /Name what to look at/],
    [["repository", ".", "--format", "xml"], /expected one of text, json, sarif, markdown, html/],
    [["repository", ".", "--json", "--format", "html"], /Leave one of them out/],
    [["repository", ".", "--fail-on", "doubt"], /expected one of not-met, error, never/],
    [["repository", ".", "--depth", "0"], /whole number/],
    [["repository", ".", "--addresses"], /goes with catalogue/],
    [["tenders", "x", "--hosts", "a"], /goes with repository/],
    [["repository", ".", "--body", "us-gsa"], /add --save/],
    [["repository", ".", "--save"], /--body ID/],
    [["repository", ".", "--output", join(folder, "no/such/file")], /cannot be written/],
    [["repository", "https://example.org/a/b.git", "--hosts", "example.com"], /not allowed/],
    [["tenders", "https://example.org/x.json"], /fetch it first/],
    [["inventory", "http://127.0.0.1:9/code.json"], /not fetched/],
  ];
  for (const [words, says] of cases) {
    const { code, err, out } = await check(words);
    assert.equal(code, 2, words.join(" "));
    assert.match(err, says);
    assert.ok(out === "" || words.includes("--json"), "nothing but the problem is said");
  }
});

test("saved: a measurement of a body, each subject once; an unknown body is refused before anything is looked at", async () => {
  const opened = await openEmptyRegistry();
  const open = async () => ({ ...opened, close: async () => undefined });
  const made = writeDataset();
  await run(["import", "dataset", made], { environment: { OPENFIRST_EMPTY: "1" }, out: () => undefined, err: () => undefined, open });

  const unknown = await check(["tenders", join(folder, "none"), "--save", "--body", "nobody"], open);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /knows no body “nobody”/);

  const twice = join(folder, "twice.jsonl");
  writeFileSync(twice, ["One", "Two"].map((title) => JSON.stringify(release("ocds-a-1", title))).join("\n"));
  const { code, err } = await check(
    ["tenders", twice, "--save", "--body", "ch-assembly", "--title", "Notices", "--fail-on", "never"],
    open,
  );
  assert.equal(code, 0, err);
  assert.match(
    err,
    /Saved as measurement ch-assembly-tenders-\d{4}-.*: 1 observation\. Of 1 subjects .* last look is kept\. The registry asks by .* bind ch-assembly, .*: \d+ findings? recorded/,
  );
  const [kept] = (await listRecords(opened.db, "measurement")).items;
  assert.deepEqual([kept?.record.titles.en, kept?.record.kind, kept?.record.source.licence], ["Notices", "tenders", "not stated"]);
  const subjects = await listSubjects(opened.db, { body: "ch-assembly" }, { limit: 10 });
  assert.deepEqual(
    subjects.items.map(({ subject, name }) => ({ subject, name })),
    [{ subject: "ocds-a-1", name: "Two" }],
  );
  assert.deepEqual(
    readdirSync(tmpdir()).filter((name) => name.startsWith("openfirst-save-") && existsSync(join(tmpdir(), name, "observations.ndjson"))),
    [],
    "nothing is left behind",
  );

  const saved = await check(["repository", repository, "--save", "--body", "ch-assembly", "--fail-on", "never"], open);
  assert.ok(saved.err.includes(`${repository} has no web address: it is saved as “repository”`), saved.err);
  const [ofFolder] = (await listSubjects(opened.db, { body: "ch-assembly", kind: "repository" }, { limit: 10 })).items;
  assert.equal(ofFolder?.subject, "repository");

  const held = await check(["repository", repository, "--policy", "ch-act"], open, { DATABASE_URL: "postgres://made" });
  assert.equal(held.code, 0, "an instrument that stands in the registry alone is found there");
  assert.match(held.err, /Nothing was asked/, "its type is of the test's own");
});

test("the workflow files in the docs are YAML and use the command as it is", () => {
  const files = readdirSync("docs/workflows");
  assert.equal(files.length, 3);
  for (const file of files) {
    const text = readFileSync(join("docs/workflows", file), "utf8");
    assert.ok(readYaml(text, file).value);
    const calls = [...text.matchAll(/(?:openfirst|openfirst\.js"?) check (.+?)(?: >>.*)?$/gm)].map(([, words = ""]) =>
      words.replaceAll('"', "").split(" "),
    );
    assert.ok(calls.length > 0, file);
    for (const args of calls) {
      const { values, positionals } = parseArgs({ args, allowPositionals: true, strict: true, options: checkCommand.options });
      assert.equal(readOptions(positionals, values).kind, "repository");
    }
  }
});
