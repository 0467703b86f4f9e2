import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { wholeDataset, writeDataset } from "../../test/made-dataset.ts";
import { openEmptyRegistry } from "../../test/support.ts";
import { findRecord, newestRevision } from "../registry/find.ts";
import { commands } from "./commands.ts";
import { run } from "./openfirst.ts";

const ACT = "instruments/ch-act.yml";
const act = wholeDataset[ACT] as string;
const opened = await openEmptyRegistry();
const folder = mkdtempSync(join(tmpdir(), "openfirst-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line on the test's own registry, without the dataset in the box. */
async function openfirst(...words: string[]): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(words, {
    environment: { OPENFIRST_EMPTY: "1" },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    open: async () => ({ ...opened, close: async () => undefined }),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

async function json(...words: string[]): Promise<{ code: number; said: Record<string, unknown> }> {
  const { code, out } = await openfirst(...words, "--json");
  assert.equal(out.split("\n").length, 1, `one line of JSON from ${words.join(" ")}`);
  return { code, said: JSON.parse(out) as Record<string, unknown> };
}

test("without a command the list of commands is shown", async () => {
  assert.equal((await openfirst()).code, 2);
  for (const words of [["help"], ["--help"], ["-h"]]) {
    const { code, out } = await openfirst(...words);
    assert.equal(code, 0);
    for (const command of commands) assert.ok(out.includes(command.name));
  }
  assert.match((await openfirst("--version")).out, /^\d+\.\d+\.\d+$/);
});

test("a command that is none is refused with those that there are", async () => {
  const { code, err } = await openfirst("improt");
  assert.equal(code, 2);
  assert.match(err, /no command “improt”.*import/);
});

for (const command of commands) {
  test(`${command.name} has help, and refuses what it does not know`, async () => {
    const help = await openfirst(command.name, "--help");
    assert.equal(help.code, 0);
    assert.match(help.out, new RegExp(`^Usage: openfirst ${command.name}`));
    const unknown = await openfirst(command.name, "--colour", "blue");
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /--colour.*--help/s);
    const { code, said } = await json(command.name, "--colour");
    assert.deepEqual([code, said.code], [2, "invalid-input"]);
  });
}

test("import: all or nothing, and a second time changes nothing", async () => {
  const before = await newestRevision(opened.db);
  const broken = writeDataset({ [ACT]: act.replace("type: publish-code", "type: nothing") });
  const refused = await json("import", "dataset", broken);
  assert.deepEqual([refused.code, refused.said.code], [2, "invalid-file"]);
  assert.equal((refused.said.faults as unknown[]).length, 1);
  assert.match(
    (await openfirst("import", "dataset", broken)).err,
    /ch-act\.yml:35 provisions\.0\.codings\.0\.type: unknown provision type “nothing”/,
  );
  assert.equal(await newestRevision(opened.db), before, "nothing half-written");

  const whole = writeDataset();
  const first = await json("import", "dataset", whole);
  assert.deepEqual([first.code, first.said.added], [0, 10]);
  const second = await json("import", "dataset", whole);
  assert.deepEqual([second.code, second.said.added, second.said.changed, second.said.unchanged], [0, 0, 0, 10]);
  assert.match((await openfirst("import", "dataset", whole)).out, /^0 added, 0 changed, 10 unchanged\.$/);
});

test("import: a single new instrument may lean on what is held; a place may not become its own parent by it", async () => {
  const only = (change: Record<string, string>) =>
    writeDataset({ ...Object.fromEntries(Object.keys(wholeDataset).map((name) => [name, null])), ...change });
  const { code, said } = await json("import", "dataset", only({ "instruments/ch-second.yml": act.replace("id: ch-act", "id: ch-second") }));
  assert.deepEqual([code, said.added], [0, 1], JSON.stringify(said));
  const circle = await json("import", "dataset", only({ "jurisdictions.csv": "id,level,parent,name_en\nCH,national,CH-ZH,Switzerland\n" }));
  assert.deepEqual([circle.code, circle.said.code], [2, "invalid-file"]);
});

test("import: a file with one reply adds it to the dossier that is held; again it changes nothing; --complete replaces", async () => {
  const none = Object.fromEntries(Object.keys(wholeDataset).map((name) => [name, null]));
  const dossierOf = (lines: string) => ({ "dossiers/ch-assembly.yml": `id: ch-assembly\n${lines}` });
  const bound =
    "instruments: [{instrument: ch-act, because: it says so, source: s1}]\nsources: [{id: s1, address: 'https://example.org/1', kind: primary}]\n";
  const reply = (address: string, instrument = "ch-act") =>
    `replies: [{id: r1, about: {instrument: ${instrument}}, role: office, given_on: '2026-05-01', text: We do., source: s2}]\nsources: [{id: s2, address: '${address}', kind: primary}]\n`;
  const held = async () => (await findRecord(opened.db, "dossier", "ch-assembly"))?.record;
  assert.equal((await openfirst("import", "dataset", writeDataset({ ...none, ...dossierOf(bound) }))).code, 0);

  const answer = writeDataset({ ...none, ...dossierOf(reply("https://example.org/2")) });
  assert.match(
    (await openfirst("import", "dataset", answer)).out,
    /^0 added, 1 changed.*\nch-assembly: 1 reply added, 1 instrument kept$/s,
  );
  assert.deepEqual([(await held())?.instruments.length, (await held())?.replies.length], [1, 1]);
  const again = await json("import", "dataset", answer);
  assert.deepEqual([again.said.changed, again.said.merged], [0, ["ch-assembly: 1 instrument kept"]]);

  const other = await openfirst("import", "dataset", writeDataset({ ...none, ...dossierOf(reply("https://example.org/3")) }));
  assert.equal(other.code, 2);
  assert.match(other.err, /ch-assembly\.yml:3 sources\.0\.id: the source “s2” .* choose another id/);
  const astray = await openfirst("import", "dataset", writeDataset({ ...none, ...dossierOf(reply("https://example.org/2", "ch-none")) }));
  assert.match(astray.err, /ch-assembly\.yml:2 replies\.0\.about\.instrument: unknown instrument “ch-none”/);

  const whole = writeDataset(dossierOf(reply("https://example.org/2")));
  assert.equal((await openfirst("import", "dataset", whole, "--complete")).code, 0);
  assert.deepEqual((await held())?.instruments, []);
});

test("import --complete leaves what was adopted here: the instrument, its body, and the dossier that says that it applies", async () => {
  const bound = (id: string) => ({
    [`instruments/${id}.yml`]: act.replace("id: ch-act", `id: ${id}`),
    "dossiers/ch-assembly.yml": `id: ch-assembly\ninstruments: [{instrument: ${id}, because: it says so, source: s1}]\nsources: [{id: s1, address: 'https://example.org/1', kind: primary}]\n`,
  });
  assert.equal((await openfirst("import", "dataset", writeDataset(bound("ch-adopted")))).code, 0);
  await opened.db
    .insertInto("drafts")
    .values({
      id: "d1",
      workspace: "local",
      title: "x",
      language: "en",
      profile: "{}",
      beginning: "nothing",
      state: "adopted",
      adopted_as: "ch-adopted",
    })
    .execute();
  const whole = writeDataset({
    "dossiers/ch-assembly.yml": "id: ch-assembly\nsources: [{id: s1, address: 'https://example.org/other', kind: primary}]\n",
  });
  const { out, err } = await openfirst("import", "dataset", whole, "--complete");
  assert.equal(err, "");
  assert.match(out, /\nch-adopted: adopted here; left alone, with the dossier of ch-assembly$/);
  assert.ok(await findRecord(opened.db, "instrument", "ch-adopted"));
  const { instruments } = (await findRecord(opened.db, "dossier", "ch-assembly"))?.record ?? {};
  assert.ok(instruments?.some(({ instrument }) => instrument === "ch-adopted"));
  await openfirst("import", "dataset", writeDataset({ "dossiers/ch-assembly.yml": "id: ch-assembly\n" }), "--complete");
  assert.ok(await findRecord(opened.db, "dossier", "ch-assembly"), "while it names the instrument");
  await opened.db.deleteFrom("drafts").where("id", "=", "d1").execute();
  assert.doesNotMatch((await openfirst("import", "dataset", whole, "--complete")).out, /adopted here/);
  assert.equal(await findRecord(opened.db, "instrument", "ch-adopted"), undefined);
});

test("import: what cannot be meant is refused with what was expected", async () => {
  const cases: [words: string[], says: RegExp][] = [
    [["import"], /no import format “”\. Expected one of: dataset, csis, idb/],
    [["import", "__proto__", "x"], /no import format/],
    [["import", "dataset"], /Name what to import/],
    [["import", "dataset", join(folder, "nowhere")], /There is no folder/],
    [["import", "dataset", folder], /holds no records/],
    [["import", "csis", join(folder, "nowhere.csv")], /There is no file or folder/],
    [["import", "csis", folder], /No file that ends in/],
  ];
  for (const [words, says] of cases) {
    const { code, err, out } = await openfirst(...words);
    assert.equal(code, 2, words.join(" "));
    assert.match(err, says);
    assert.equal(out, "");
  }
  const whole = writeDataset();
  const twice = await json("import", "dataset", whole, whole);
  assert.deepEqual([twice.code, twice.said.code], [2, "invalid-input"]);
});

test("import: what is of no use is refused, whatever its bytes", async () => {
  const file = join(folder, "table.csv");
  for (const bytes of [
    new Uint8Array([0, 1, 2, 0xff]),
    new Uint8Array(0),
    new Uint8Array(Buffer.from("\uFEFFGovernment\n", "utf16le")),
    new Uint8Array(Buffer.from(`"${"x\n".repeat(1_000_000)}`)),
  ]) {
    writeFileSync(file, bytes);
    const { code, said } = await json("import", "csis", file);
    assert.equal(code, 2);
    assert.ok(["invalid-file", "too-large", "not-found"].includes(String(said.code)), JSON.stringify(said).slice(0, 200));
  }
  rmSync(file);
});

test("validate: 0 where nothing is wrong, 1 with file and line where something is, 2 where nothing can be read", async () => {
  const whole = writeDataset();
  assert.deepEqual(await json("validate", whole), { code: 0, said: { instruments: 1, faults: [] } });
  assert.match((await openfirst("validate", whole, "--offline")).out, /Nothing wrong: 1 instrument, 2 jurisdictions, .* read\./);
  assert.equal((await openfirst("validate", join(whole, ACT))).code, 0);

  const broken = writeDataset({ [ACT]: act.replace("2023-03-17", "2024-02-30") });
  const { code, out } = await openfirst("validate", broken);
  assert.equal(code, 1);
  assert.match(out, /ch-act\.yml:14 dates\.adopted\.value: expected a date that exists/);
  const told = await json("validate", join(broken, ACT), whole);
  assert.equal(told.code, 1);
  assert.equal((told.said.faults as { line: number }[])[0]?.line, 14);

  const binary = join(folder, "binary.yml");
  writeFileSync(binary, new Uint8Array([0xff, 0xfe, 0, 1]));
  assert.match((await openfirst("validate", binary)).out, /not UTF-8/);
  rmSync(binary);
  for (const words of [[], [join(folder, "nowhere")], [folder], ["--addresses", "--offline", whole]])
    assert.equal((await openfirst("validate", ...words)).code, 2, words.join(" "));
});

const CHECK = `id: made
version: 1
names: {en: Made}
question: {en: Is it?}
subject: tender
provision_types: [publish-code]
met: MET
parameters: [{name: least, default: 1, meaning: {en: Least}}]
remedy: {en: Mend it}
sources: [{address: "https://example.org"}]
`;
const CASES = "- {says: it is, facts: {software: true}, outcome: OUTCOME}\n";
const withCheck = (met: string, outcome: string) =>
  writeDataset({
    "checks/made/check.yaml": CHECK.replace("MET", JSON.stringify(met)),
    "checks/made/cases.yaml": CASES.replace("OUTCOME", outcome),
  });

test("validate and import: a check that cannot be judged by, or comes out otherwise than its cases say, is refused", async () => {
  const refused: [met: string, outcome: string, says: RegExp][] = [
    ["software &&", "met", /Check made, met/],
    ["softwear", "met", /softwear/],
    [`${"(".repeat(900)}software${")".repeat(900)}`, "met", /Check made, met/],
    ["software", "not-met", /comes out as met, not not-met/],
    ["[1,2,3].all(a, [1].all(b, [1].all(c, true)))", "met", /Check made, met/],
  ];
  for (const [met, outcome, says] of refused) {
    const folder = withCheck(met, outcome);
    const { code, out } = await openfirst("validate", folder);
    assert.equal(code, 1, met);
    assert.match(out, says);
    const imported = await openfirst("import", "dataset", folder);
    assert.equal(imported.code, 2);
    assert.match(imported.err, says);
  }
  assert.equal((await openfirst("validate", withCheck("software", "met"))).code, 0);
});

test("validate: a piece of a dataset may point to what ships; --complete holds it by itself", async () => {
  const none = Object.fromEntries(Object.keys(wholeDataset).map((name) => [name, null]));
  const reply = "replies: [{id: r1, about: {instrument: INSTRUMENT}, role: office, given_on: '2026-05-01', text: We do., source: said}]\n";
  const dossier = (instrument: string) =>
    writeDataset({
      ...none,
      "dossiers/fr-dinum.yml": `id: fr-dinum\n${reply.replace("INSTRUMENT", instrument)}sources: [{id: said, address: 'https://example.org/1', kind: primary}]\n`,
    });
  const answer = dossier("fr-loi-2016-1321");
  assert.deepEqual(await openfirst("validate", answer), { code: 0, out: "Nothing wrong: 1 dossier read.", err: "" });
  assert.equal((await openfirst("validate", join(answer, "dossiers/fr-dinum.yml"))).code, 0);
  const alone = await openfirst("validate", answer, "--complete");
  assert.match(alone.out, /fr-dinum\.yml:1 id: unknown body “fr-dinum”/);
  const astray = await openfirst("validate", join(dossier("fr-none"), "dossiers/fr-dinum.yml"));
  assert.deepEqual([astray.code, /fr-dinum\.yml:2 .*unknown instrument “fr-none”/.test(astray.out)], [1, true], astray.out);

  const shipped = CHECK.replace("publish-code", "publish-new-code-by-default").replace("MET", "software");
  const folder = writeDataset({
    ...none,
    "checks/made/check.yaml": shipped,
    "checks/made/cases.yaml": CASES.replace("OUTCOME", "met"),
    "checks/other/check.yaml": "id: other\n",
    "bodies/fr.yml": "- {id: fr-made, jurisdiction: FR, names: {en: Made}}\n",
    "check.yaml": shipped,
  });
  for (const path of ["checks/made/check.yaml", "checks/made/cases.yaml", "checks/made"])
    assert.match((await openfirst("validate", join(folder, path))).out, /^Nothing wrong: 1 check read\.$/, path);
  assert.match((await openfirst("validate", join(folder, "bodies/fr.yml"))).out, /^Nothing wrong: 1 body read\.$/);
  assert.match((await openfirst("validate", join(folder, "checks/other"))).out, /other.check\.yaml:1 .*version/);
  const loose = await openfirst("validate", join(folder, "check.yaml"));
  assert.deepEqual([loose.code, /checks\/<id>\/check\.yaml/.test(loose.err)], [2, true]);
  assert.match((await openfirst("validate", join(folder, "checks"))).err, /name the folder that holds them/);
});

test("validate: a publiccode.yml by its name or its content, with line and key; warnings change no exit code", async () => {
  const good = [
    'publiccodeYmlVersion: "0.7"',
    "name: Medusa",
    "url: https://example.com/medusa.git",
    "platforms: [web]",
    "developmentStatus: stable",
    "softwareType: library",
    "description:",
    "  en:",
    "    shortDescription: Short",
    `    longDescription: ${"Long. ".repeat(30)}`,
    "    features: []",
    "legal:",
    "  license: EUPL-1.2",
    "  repoOwner: City",
    "maintenance:",
    "  type: none",
    "localisation:",
    "  localisationReady: true",
    "  availableLanguages: [en]",
  ].join("\n");
  const file = join(folder, "publiccode.yml");
  writeFileSync(file, good);
  const fine = await openfirst("validate", file);
  assert.equal(fine.code, 0);
  assert.match(fine.out, /^warning: .*publiccode\.yml:14 legal\.repoOwner: is deprecated since 0\.5/m);
  assert.match(fine.out, /^Nothing wrong: 1 publiccode\.yml read\.$/m);

  const byContent = join(folder, "software.yml");
  writeFileSync(byContent, good.replace("EUPL-1.2", "EUPL"));
  const bad = await openfirst("validate", byContent, file);
  assert.equal(bad.code, 1);
  assert.match(bad.out, /software\.yml:13 legal\.license: “EUPL” is not an SPDX licence expression/);
  const told = await json("validate", byContent);
  assert.equal(told.code, 1);
  const [verdict] = told.said.publiccode as { valid: boolean; version: string; errors: { line: number; column: number; key: string }[] }[];
  assert.deepEqual([verdict?.valid, verdict?.version], [false, "0.7"]);
  assert.deepEqual(
    verdict?.errors.map(({ line, column, key }) => [line, column, key]),
    [[13, 3, "legal.license"]],
  );
  writeFileSync(file, new Uint8Array([0x61, 0xe9]));
  assert.equal((await openfirst("validate", file)).code, 1);
  for (const path of [file, byContent]) rmSync(path);
});

test("search: 0 with what is found, 1 where nothing is, 2 where it cannot be meant", async () => {
  const found = await json("search", "open", "software");
  assert.equal(found.code, 0);
  assert.ok((found.said.items as { id: string }[]).some((item) => item.id === "ch-act"));
  assert.match((await openfirst("search", "open", "software")).out, /^ch-act\tCH\t2023\treviewed\tAct on open software$/m);
  const nothing = await json("search", "qqqxxxzzz");
  assert.deepEqual([nothing.code, nothing.said.total], [1, 0]);
  for (const words of ["'; drop table listing --", "a & | ! :*", "\0", "\ud800", "<->", "x".repeat(10_000), "🦄", "\u202E"])
    assert.ok([0, 1].includes((await openfirst("search", words)).code), words.slice(0, 30));
  for (const limit of ["0", "-1", "1.5", "many", "1e9", ""])
    assert.equal((await openfirst("search", "open", `--limit=${limit}`)).code, 2, limit);
  assert.equal((await openfirst("search")).code, 2);
});

test("export: writes a folder that import reads back, and overwrites nothing", async () => {
  const target = join(folder, "out");
  const { code, said } = await json("export", "dataset", "--out", target);
  assert.equal(code, 0);
  assert.ok((said.files as string[]).includes(ACT) && existsSync(join(target, ACT)));
  const again = await json("import", "dataset", target);
  assert.deepEqual([again.code, again.said.added, again.said.changed], [0, 0, 0]);
  const over = await json("export", "dataset", "--out", target);
  assert.deepEqual([over.code, over.said.code], [2, "conflict"]);
});

test("export: what cannot be meant is refused, and no folder is left behind", async () => {
  const target = join(folder, "none");
  writeFileSync(join(folder, "file"), "");
  mkdirSync(join(folder, "empty"));
  const cases: [words: string[], says: RegExp][] = [
    [["export"], /no export format/],
    [["export", "dataset"], /Say where to/],
    [["export", "nothing", "--out", target], /no export format “nothing”/],
    [["export", "dataset", "--out", join(folder, "file")], /cannot be made|not a directory/i],
    [["export", "dataset", "--out", target, "--known-on", "2024-02-30"], /day of the calendar/],
    [["export", "dataset", "--out", target, "--known-on", "2024"], /day of the calendar/],
  ];
  for (const [words, says] of cases) {
    const { code, err } = await openfirst(...words);
    assert.equal(code, 2, words.join(" "));
    assert.match(err, says);
  }
  assert.ok(!readdirSync(folder).includes("none"));
});

test("serve: settings that cannot be meant are refused before anything is opened", async () => {
  for (const port of ["-1", "65536", "http", "80.5"]) {
    const err: string[] = [];
    const code = await run(["serve"], {
      environment: { PORT: port },
      out: () => undefined,
      err: (line) => err.push(line),
      open: () => assert.fail("opened"),
    });
    assert.equal(code, 2);
    assert.match(err.join("\n"), /PORT is .* expected a number from 0 to 65535/);
  }
});

test("what breaks in the world is told in a sentence, also as JSON", async () => {
  const broken: [error: Error, code: string, says: RegExp][] = [
    [Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }), "database-unavailable", /Check DATABASE_URL/],
    [Object.assign(new TypeError("Invalid URL"), { code: "ERR_INVALID_URL" }), "invalid-input", /DATABASE_URL is no address/],
    [Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }), "invalid-input", /no space left/],
    [new RangeError("a fault of ours"), "internal", /failed where it should not/],
  ];
  for (const [error, problem, says] of broken) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(["search", "x", "--json"], {
      environment: {},
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      open: () => Promise.reject(error),
    });
    assert.equal(code, 2);
    assert.equal((JSON.parse(out.join("")) as { code: string }).code, problem);
    assert.match(err.join("\n"), says);
  }
});
