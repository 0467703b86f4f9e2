import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { measureShipped } from "../src/cli/ship.ts";
import type { Database } from "../src/database/connect.ts";
import { readDataset } from "../src/importers/dataset/read.ts";
import type { Observation } from "../src/measurement/fact.ts";
import { factAt } from "../src/measurement/fact.ts";
import { definitionsOf } from "../src/measurement/facts/definitions.ts";
import { findLooks, listMeasuredBodies, listSubjects } from "../src/measurement/find.ts";
import { readBody } from "../src/measurement/find-reading.ts";
import { reasonFindings } from "../src/measurement/judged.ts";
import { readObservations } from "../src/measurement/observation-file.ts";
import type { Measurement } from "../src/registry/measurement.ts";
import { packageRoot } from "../src/shared/package-root.ts";
import { openTestRegistry } from "./support.ts";

const folder = join(packageRoot, "dataset");
const { dataset, faults } = readDataset(folder, ["measurements", "dossiers", "bodies", "instruments"]);
const measurements = dataset.measurements.map(({ value }) => value);
const seen = new Map<Measurement, Observation[]>();
const fileOf = ({ id }: Measurement) => join(folder, "measurements", id, "observations.ndjson");

before(async () => {
  for (const measurement of measurements) {
    const observations: Observation[] = [];
    for await (const observation of readObservations(fileOf(measurement))) observations.push(observation);
    seen.set(measurement, observations);
  }
});

const everything = () => [...seen].flatMap(([measurement, observations]) => observations.map((one) => ({ measurement, one })));

test("every measurement holds what it says, of a body whose dossier says what binds it", () => {
  assert.deepEqual(faults, []);
  assert.ok(measurements.length > 0);
  const dossiers = new Set(dataset.dossiers.map(({ value }) => value.id));
  const bodies = new Set(dataset.bodies.map(({ value }) => value.id));
  const instruments = new Set(dataset.instruments.map(({ value }) => value.id));
  for (const [{ id, body, subjects, reader, observed_at, source }, observations] of seen) {
    assert.ok(bodies.has(body) && dossiers.has(body), `${id}: ${body} has no dossier`);
    assert.equal(observations.length, subjects, id);
    assert.ok(source.address && source.publisher, `${id} does not say whose data it is`);
    assert.equal(new Set(observations.map(({ subject }) => `${subject.kind} ${subject.id}`)).size, subjects, `${id} holds a subject twice`);
    for (const one of observations) assert.deepEqual([one.reader, one.observedAt], [reader, observed_at], id);
  }
  for (const { value } of dataset.dossiers)
    for (const { instrument } of value.instruments) assert.ok(instruments.has(instrument), `${value.id}: ${instrument}`);
});

test("the demonstration stays small, so that the first start stays quick", () => {
  assert.ok(everything().length <= 2_500);
  const bytes = measurements.reduce((sum, measurement) => sum + statSync(fileOf(measurement)).size, 0);
  assert.ok(bytes <= 4_000_000, `${bytes} bytes`);
});

test("every fact is defined, and every place leads into a file, to a commit or to a tag", () => {
  for (const { measurement, one } of everything()) {
    const known = new Set(definitionsOf(one.subject.kind).definitions.map(({ name }) => name));
    const groups = new Set([...known].flatMap((name) => name.split(".").map((_, at, parts) => parts.slice(0, at + 1).join("."))));
    for (const name of Object.keys(one.facts)) assert.ok(groups.has(name), `${measurement.id}: ${name} is not defined`);
    for (const [fact, places] of Object.entries(one.places))
      for (const { file, commit, text = "" } of places) {
        const where = `${measurement.id}: ${one.subject.id} ${fact}`;
        assert.ok(file ?? commit ?? text.startsWith("refs/"), `${where} leads nowhere`);
        assert.ok(!file?.startsWith("/"), `${where}: ${file} is a path of the machine that read it`);
        assert.ok(text.length <= 200, `${where} repeats ${text.length} characters`);
      }
  }
});

test("nobody is blamed for what came after a copy was made", () => {
  for (const { measurement, one } of everything()) {
    const { date = "" } = measurement.source;
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) assert.equal(one.observedAt.slice(0, 10), date, `${measurement.id} is judged as of its copy`);
    assert.notEqual(
      factAt(one.facts, "history.commitsLastYear"),
      0,
      `${one.subject.id}: a mirror that ends early shows no year without work`,
    );
  }
});

test("no e-mail address and no telephone number stands in it", () => {
  const address = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,24}\b(?!\.js|\/)/i;
  const telephone = /(?:\+|\b00)\d{2}[ ()/.-]?\d[\d ()/.-]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}/;
  for (const measurement of measurements)
    for (const line of readFileSync(fileOf(measurement), "utf8").split("\n")) {
      const text = line.replaceAll(/"(?:observedAt|pointer|xpath|commit|head)":"[^"]*"/g, "").replaceAll(/fuse\.js@[\d.]+js/g, "");
      assert.equal(address.exec(text)?.[0], undefined, measurement.id);
      assert.equal(telephone.exec(text)?.[0], undefined, measurement.id);
    }
});

const data = process.env.OPENFIRST_OUTSIDE_DATA ?? join(packageRoot, "..", "shared", "data");
const inventories = join(data, "goods", "code-json");
const absent = existsSync(inventories)
  ? false
  : "the agencies' files are not on this machine; set OPENFIRST_OUTSIDE_DATA to the folder that holds goods/code-json";

test("nobody whom the agencies' files name as a contact stands in it", { skip: absent }, () => {
  let people = 0;
  for (const agency of ["NSF", "FEC", "TREASURY", "USDA", "DHS"]) {
    const { releases } = JSON.parse(readFileSync(join(inventories, `${agency}-index.json`), "utf8"));
    const names = new Set<string>(releases.map((release: { contact?: { name?: string } }) => release.contact?.name ?? ""));
    const measurement = measurements.find(({ id }) => id.startsWith(`us-${agency.toLowerCase()}-code-json`));
    assert.ok(measurement);
    const written = readFileSync(fileOf(measurement), "utf8");
    for (const name of names)
      if (/^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name)) {
        people += 1;
        assert.ok(!written.includes(name), `${agency}: the name of a contact`);
      }
  }
  assert.ok(people > 0, "the files name nobody, so this test shows nothing");
});

test("a value stands on the line that its place names", { skip: absent }, () => {
  const measurement = measurements.find(({ id }) => id.startsWith("us-nsf-code-json"));
  assert.ok(measurement);
  const lines = readFileSync(join(inventories, "NSF-index.json"), "utf8").split("\n");
  const items = (seen.get(measurement) ?? []).filter(({ subject }) => subject.kind === "inventory-item");
  assert.equal(items.length, 32);
  for (const item of items) {
    const [place] = item.places.usageType ?? [];
    assert.ok(
      lines[(place?.line ?? 0) - 1]?.includes(`"${factAt(item.facts, "usageTypeRaw")}"`),
      `${item.subject.id}, line ${place?.line}`,
    );
  }
});

test("readings of at least three bodies lead down to the place of each number", async () => {
  const { db } = await openTestRegistry();
  assert.equal(await measureShipped(db, {}), everything().length);
  assert.equal(await measureShipped(db, {}), 0, "a second start measures nothing again");
  const bodies = [...new Set((await listMeasuredBodies(db)).map(({ body }) => body))];
  const led: string[] = [];
  for (const body of bodies) if (await leadsDown(db, body)) led.push(body);
  assert.ok(led.length >= 3, `only ${led.join(", ")}`);
  // Its software notices are of awards, a few lines each: what they are silent about says nothing, so that no duty has a figure.
  const silent = ["gb-government"];
  for (const { value } of dataset.dossiers)
    if (value.instruments.length > 0)
      assert.notEqual(led.includes(value.id), silent.includes(value.id), `${value.id}: no figure leads to a place`);
});

test("the calls of one body give figures of tenders, with what is unknown beside them", async () => {
  const { db } = await openTestRegistry();
  await measureShipped(db, {});
  const calls = measurements.find(({ id }) => id.startsWith("us-gsa-solicitations"));
  assert.ok(calls);
  const duties = (await readBody(db, calls.body)).flatMap(({ implementation }) => implementation);
  const figures = new Map(duties.flatMap((duty) => duty.figures).map((one) => [one.id, one.figure]));
  for (const check of ["tender-reuse", "tender-no-brand", "tender-open-standards", "tender-rights-in-code", "tender-source-delivery"]) {
    const { denominator = 0, unknown } = figures.get(check) ?? {};
    assert.ok(denominator > 0, `${check} gives no figure`);
    assert.equal(unknown, 0, check);
  }
  const { denominator, unknown } = figures.get("tender-competition") ?? {};
  assert.deepEqual([denominator, unknown], [0, calls.subjects], "no call says how many offers came in");
});

test("words of a call stand on a line of a document at a commit", () => {
  const calls = everything().filter(({ measurement }) => measurement.id.startsWith("us-gsa-solicitations"));
  assert.ok(calls.length > 0);
  for (const { one } of calls)
    for (const { file, line, commit, text } of Object.values(one.places).flat()) {
      assert.match(commit ?? "", /^[0-9a-f]{40}$/);
      assert.ok(file?.endsWith(".md") && (text === undefined || (line ?? 0) > 0), `${one.subject.id}: ${text}`);
    }
});

/** Whether a figure of a reading opens down to a finding that names the line of a file, or the commit at which it was looked for. */
async function leadsDown(db: Database, body: string): Promise<boolean> {
  const figures = (await readBody(db, body)).flatMap(({ implementation }) => implementation.flatMap((duty) => duty.figures));
  for (const { by, id: check, figure, parametersKey } of figures) {
    if (by !== "check" || figure.denominator === 0) continue;
    const { items } = await listSubjects(db, { body, check, parametersKey }, { limit: 1_000 });
    const looks = (await Promise.all(items.map(({ key }) => findLooks(db, key)))).flatMap(([look]) => look ?? []);
    const findings = [...(await reasonFindings(db, looks)).values()]
      .flat()
      .filter((one) => one.check === check && one.parametersKey === parametersKey && (one.outcome === "met" || one.outcome === "not-met"));
    assert.equal(findings.length, figure.denominator, `${body}, ${check}: the figure counts other findings than there are`);
    if (findings.some(({ because }) => because.some(({ where }) => where.some(({ file, line, commit }) => (file && line) || commit))))
      return true;
  }
  return false;
}
