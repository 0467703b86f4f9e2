import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { type Fault, Problem } from "../../../shared/problem.ts";
import { factAt, type Observation, reasonOfAbsence } from "../../fact.ts";
import { grantDefinitions } from "./definitions.ts";
import { mentionsIn } from "./mentions.ts";
import { type GrantOptions, observeGrants } from "./observe.ts";
import { grantWords } from "./words.ts";

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "openfirst-grant-"));
});
after(() => rm(folder, { recursive: true }));

async function observe(content: string | Uint8Array, options: GrantOptions = {}) {
  const path = join(folder, "activities.xml");
  await writeFile(path, content);
  return observeFile(path, options);
}

async function observeFile(path: string, options: GrantOptions = {}) {
  const faults: Fault[] = [];
  const grants: Observation[] = [];
  const onFault = (fault: Fault) => void faults.push(fault);
  for await (const one of observeGrants(path, { observedAt: "2026-11-23T12:00:00Z", onFault, ...options })) grants.push(one);
  return { grants, faults };
}

const file = (...activities: string[]) => `<?xml version="1.0"?>\n<iati-activities version="2.03">${activities.join("")}</iati-activities>`;
const activity = (...content: string[]) =>
  `<iati-activity default-currency="EUR" xml:lang="en" last-updated-datetime="2024-05-06T07:08:09Z"><iati-identifier> XX-1 </iati-identifier>${content.join("")}</iati-activity>`;
const say = (element: string, text: string) => `<${element}><narrative>${text}</narrative></${element}>`;
const grant = async (...content: string[]) => (await observe(file(activity(...content)))).grants[0] as Observation;

const full = [
  '<reporting-org ref="XX" type="10"><narrative>Ministry</narrative></reporting-org>',
  say("title", "An open-source registry"),
  say(
    "description",
    "Builds  software &amp; a digital public good. All source code shall be released as open source at https://github.com/example/registry.",
  ),
  '<participating-org role="1" ref="AA"><narrative>Fund</narrative></participating-org><participating-org role="4"><narrative>Maker</narrative></participating-org>',
  '<activity-status code="2"/><activity-date type="1" iso-date="2020-01-01"/><activity-date type="2" iso-date="2020-02-01"/><activity-date type="3" iso-date="2025-12-31"/>',
  "<contact-info><person-name><narrative>Jane Secret</narrative></person-name><email>jane@secret.example</email></contact-info>",
  '<recipient-country code="ke"/><recipient-region code="289"/><sector vocabulary="1" code="22040"/>',
  '<budget type="1"><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/><value>100</value></budget>',
  '<budget type="2"><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/><value>150.50</value></budget>',
  '<transaction><transaction-type code="2"/><transaction-date iso-date="2021-03-01"/><value currency="usd">1,000</value><provider-org ref="AA"/><receiver-org><narrative>City</narrative></receiver-org></transaction>',
  '<transaction><transaction-type code="2"/><transaction-date iso-date="2021-04-01"/><value currency="USD">-0.1</value></transaction>',
  '<transaction><transaction-type code="3"/><transaction-date iso-date="2022-04-01"/><value>7.25</value></transaction>',
  '<transaction><transaction-type code="6"/><transaction-date iso-date="2022-04-01"/><value>999</value></transaction>',
  '<transaction><transaction-type code="4"/><transaction-date iso-date="sometime"/><value>many</value></transaction>',
];

test("an activity: money by year, kind and currency; organisations; nothing of the person to turn to", async () => {
  const seen = await grant(...full);
  assert.deepEqual(seen.subject, { kind: "grant", id: "XX-1", name: "An open-source registry" });
  assert.deepEqual(seen.facts.amounts, [
    { year: 2021, type: "budget", currency: "EUR", amount: 150.5 },
    { year: 2021, type: "commitment", currency: "USD", amount: 999.9 },
    { year: 2022, type: "disbursement", currency: "EUR", amount: 7.25 },
  ]);
  assert.deepEqual(
    seen.places["amounts[1]"],
    [1, 2].map((n) => ({ xpath: `/iati-activities/iati-activity[1]/transaction[${n}]` })),
  );
  assert.equal(seen.facts.amountsUnread, 1);
  assert.deepEqual(seen.facts.budgetTotal, { EUR: 150.5 });
  assert.equal(seen.facts.start, "2020-02-01");
  assert.equal(seen.facts.end, "2025-12-31");
  assert.deepEqual(seen.facts.countries, ["KE"]);
  assert.deepEqual(seen.facts.providers, [{ ref: "AA" }, { ref: "AA", name: "Fund" }]);
  assert.deepEqual(seen.facts.recipients, [{ name: "City" }]);
  assert.deepEqual(seen.facts.implementing, [{ name: "Maker" }]);
  assert.deepEqual(seen.facts.repositories, ["https://github.com/example/registry"]);
  assert.doesNotMatch(JSON.stringify(seen), /secret/i);
});

test("every fact that is defined can be seen, and no other is", async () => {
  const seen = await grant(...full);
  const defined = new Set(grantDefinitions.map(({ name }) => name));
  for (const name of defined) assert.notEqual(factAt(seen.facts, name), undefined, name);
  const names = Object.entries(seen.facts).flatMap(([name, value]) =>
    name === "reportingOrganisation" ? Object.keys(value as object).map((part) => `${name}.${part}`) : [name],
  );
  for (const name of [...names, ...Object.keys(seen.places).map((place) => place.replace(/\[\d+\]$/, ""))])
    assert.ok(defined.has(name), name);
});

test("mentions stand where they are said: path, offsets in the text as written, and the words themselves", async () => {
  const seen = await grant(...full);
  const description =
    "Builds  software & a digital public good. All source code shall be released as open source at https://github.com/example/registry.";
  const xpath = "/iati-activities/iati-activity[1]/description[1]/narrative[1]";
  for (const name of ["software", "digitalPublicGoodMention", "openLicenceCondition", "repositoryLink"]) {
    const places = (seen.places[name] ?? []).filter((place) => place.xpath === xpath);
    assert.ok(places.length > 0, name);
    for (const { start, end, text } of places) assert.equal(description.slice(start, end), text, name);
  }
  assert.deepEqual(seen.places.openSourceMention?.[0], {
    xpath: "/iati-activities/iati-activity[1]/title[1]/narrative[1]",
    start: 3,
    end: 14,
    text: "open-source",
  });
  assert.equal(seen.places.openLicenceCondition?.[0]?.text, "released as open source");
});

const spoken: [language: string, text: string, openSource: boolean, openLicence: boolean][] = [
  ["en", "The tool will be published under an open-source licence.", true, true],
  ["en", "Training on free and open source software. Results will be published.", true, false],
  ["en", "Open-source intelligence on conflicts", false, false],
  ["en", "Epidemic Intelligence from Open Sources", false, false],
  ["en", "Uses open source information to watch elections", false, false],
  ["fr", "Les logiciels libres de l’État sont diffusés sous licence ouverte", true, true],
  ["fr", "Une source d’énergie ouverte à tous", false, false],
  ["es", "El código fuente abierto será publicado", true, true],
  ["es", "Desarrollo de software libre en la administración pública", true, false],
  ["pt", "O código aberto deve ser disponibilizado", true, true],
  ["de", "Die Software wird quelloffen entwickelt", true, false],
  ["de", "Veröffentlichung unter freier Lizenz", false, true],
  ["it", "Il software libero sarà rilasciato con licenza aperta", true, true],
  ["nl", "De openbronsoftware krijgt een open licentie", true, true],
  ["pl", "Otwarte oprogramowanie na otwartej licencji", true, true],
  ["ro", "Programe cu sursă deschisă", true, false],
];

test("open source and its release in nine languages, and what only sounds like it", () => {
  assert.equal(new Set(spoken.map(([language]) => language)).size, 9);
  for (const [language, text, openSource, openLicence] of spoken) {
    const mentions = mentionsIn([{ text, xpath: "/x" }]);
    assert.equal(mentions.openSource.length > 0, openSource, `${language}: ${text}`);
    assert.equal(mentions.openLicence.length > 0, openLicence, `${language}: ${text}`);
    for (const place of Object.values(mentions).flat()) assert.equal(text.slice(place.start, place.end), place.text);
  }
});

test("every word of the lists is found as it is written there", () => {
  for (const [group, words] of Object.entries(grantWords))
    for (const term of words
      .split(/[;\n]/)
      .map((word) => word.trim())
      .filter(Boolean)) {
      const text = `aa ${term.replaceAll("*", "")} bb`;
      const all = mentionsIn([{ text, xpath: "/x" }]);
      const alone = group === "notOpenSource" || group === "release" || all[group as keyof typeof all].length > 0;
      assert.ok(alone, `${group}: ${term}`);
    }
});

test("digital and software say what they rest on; a sector is enough, and nothing is said where nothing is written", async () => {
  const basis = async (...content: string[]) => {
    const { facts } = await grant(...content);
    return [facts.digital, facts.digitalBasis, facts.software, facts.softwareBasis];
  };
  assert.deepEqual(await basis(say("title", "Roads"), say("description", "Asphalt")), [false, "none", false, "none"]);
  assert.deepEqual(await basis(say("title", "Roads"), say("description", "and a mobile app")), [true, "description", true, "description"]);
  assert.deepEqual(await basis(say("title", "Logiciel de gestion")), [true, "title", true, "title"]);
  assert.deepEqual(await basis('<transaction><sector code="22040"/></transaction>'), [true, "sector", undefined, undefined]);
  assert.deepEqual(await basis('<sector vocabulary="99" code="22040"/>', say("title", "Roads")), [false, "none", false, "none"]);
  const silent = await grant('<sector code="11220"/>');
  assert.equal(silent.facts.digital, undefined);
  assert.equal(silent.facts.openSourceMention, undefined);
  assert.match(reasonOfAbsence(silent, "openSourceMention") ?? "", /no text/);
});

test("standard 1.0x: texts in the elements themselves, letters and words for codes", async () => {
  const { grants, faults } = await observe(
    '<iati-activities version="1.03"><iati-activity default-currency="GBP"><iati-identifier>GB-1-1</iati-identifier><title xml:lang="fr">Logiciel libre</title>' +
      '<participating-org role="Funding" ref="GB-1">DFID</participating-org><activity-date type="start-actual" iso-date="2012-01-01"/><sector vocabulary="DAC" code="22040"/>' +
      '<transaction><transaction-type code="C"/><value value-date="2012-02-03">5</value></transaction></iati-activity></iati-activities>',
  );
  assert.deepEqual(faults, []);
  const { facts, places } = grants[0] as Observation;
  assert.equal(facts.openSourceMention, true);
  assert.equal(places.openSourceMention?.[0]?.xpath, "/iati-activities/iati-activity[1]/title[1]");
  assert.deepEqual(facts.languages, ["fr"]);
  assert.deepEqual(facts.providers, [{ ref: "GB-1", name: "DFID" }]);
  assert.equal(facts.start, "2012-01-01");
  assert.equal(facts.digitalBasis, "sector");
  assert.deepEqual(facts.amounts, [{ year: 2012, type: "commitment", currency: "GBP", amount: 5 }]);
});

test("gzip, UTF-16, another declared encoding and CDATA read the same", async () => {
  const text = file(activity("<title><narrative><![CDATA[Código abierto & más]]></narrative></title>"));
  const latin = Buffer.from(text.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"'), "latin1");
  for (const bytes of [gzipSync(text), Buffer.from(`\uFEFF${text}`, "utf16le"), latin, Buffer.from(`\uFEFF${text}`)]) {
    const { grants, faults } = await observe(bytes);
    assert.deepEqual(faults, []);
    assert.equal(grants[0]?.facts.title, "Código abierto & más");
    assert.equal(grants[0]?.facts.openSourceMention, true);
  }
});

const problemOf = (code: string) => (problem: unknown) => problem instanceof Problem && problem.code === code;

test("document types are refused, so that nothing grows by being named", async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><iati-activities><iati-activity><title>&b;</title></iati-activity></iati-activities>`;
  await assert.rejects(observe(laughs), problemOf("invalid-input"));
  const { faults } = await observe(file(activity("<title>&unknown;</title>")));
  assert.match(faults[0]?.message ?? "", /not well-formed XML/);
});

test("what is damaged ends the file with a fault that says where, after the activities before it", async () => {
  const good = activity(say("title", "Good"));
  const cut = await observe(file(good, good).slice(0, -60));
  assert.equal(cut.grants.length, 1);
  assert.equal(cut.faults.length, 1);
  const broken = await observe(file(good, "\n<iati-activity><title></iati-activity>"));
  assert.equal(broken.grants.length, 1);
  assert.equal(broken.faults[0]?.line, 3);
  const half = gzipSync(file(...Array.from({ length: 5_000 }, (_, n) => activity(say("title", `${n} ${Math.sin(n)}`)))));
  const gunzipped = await observe(half.subarray(0, half.length - 1000));
  assert.ok(gunzipped.grants.length > 100 && gunzipped.grants.length < 5_000, String(gunzipped.grants.length));
  assert.match(gunzipped.faults[0]?.message ?? "", /cut off or damaged/);
  await writeFile(join(folder, "none.xml"), "not xml");
  await assert.rejects(async () => {
    for await (const one of observeGrants(join(folder, "none.xml"))) assert.fail(one.subject.id);
  }, problemOf("invalid-file"));
  assert.match((await observe('<iati-organisations version="2.03"/>')).faults[0]?.message ?? "", /no iati-activity/);
});

test("bytes that are not UTF-8 are told once and reading goes on", async () => {
  const [start, end] = file(activity(say("title", "Caf#"))).split("#") as [string, string];
  const { grants, faults } = await observe(Buffer.concat([Buffer.from(start), Buffer.from([0xe9]), Buffer.from(end)]));
  assert.equal(grants[0]?.facts.title, "Caf\uFFFD");
  assert.match(faults[0]?.message ?? "", /not utf-8/);
});

test("hostile files are bounded: depth, long texts, many elements, much text, gzip that unpacks without end", async () => {
  await assert.rejects(observe(file(activity("<x>".repeat(100)))), problemOf("too-large"));
  await assert.rejects(observe(file(activity(say("title", "x".repeat(6_000_000))))), problemOf("too-large"));
  await assert.rejects(observe(`<iati-activities a="${"x".repeat(6_000_000)}"/>`), problemOf("too-large"));
  await assert.rejects(observe(file(activity("<x/>".repeat(300))), { limits: { elements: 200 } }), problemOf("too-large"));
  await assert.rejects(observe(file(activity("<x>yyyy</x>".repeat(300))), { limits: { characters: 1000 } }), problemOf("too-large"));
  await assert.rejects(observe(gzipSync(Buffer.alloc(20_000_000, 32)), { limits: { file: 1_000_000 } }), problemOf("too-large"));
  await assert.rejects(observeFile(folder), problemOf("invalid-input"));
  const odd = await grant(
    '<__proto__ code="1"/><constructor/><recipient-country code="__proto__"/><transaction><transaction-type code="constructor"/></transaction>',
  );
  assert.deepEqual(odd.facts.countries, ["__PROTO__"]);
  assert.equal(odd.facts.amountsUnread, 0);
});

test("a sparse file of 1 GB ends at its first zero", async () => {
  const path = join(folder, "sparse.xml");
  const sparse = await open(path, "w");
  await sparse.write("<iati-activities><!-- ");
  await sparse.truncate(1_000_000_000);
  await sparse.close();
  const { grants, faults } = await observeFile(path);
  assert.equal(grants.length, 0);
  assert.match(faults[0]?.message ?? "", /not well-formed XML/);
});

test("time grows with the length of a text, whatever it says", () => {
  for (const unit of [
    "open source ",
    "open ",
    "digital-",
    "licence publie ",
    "open source data ",
    "open source licence ",
    "fuente abierta de informacion ",
  ]) {
    const began = performance.now();
    const mentions = mentionsIn([{ text: unit.repeat(1_000_000 / unit.length), xpath: "/x" }]);
    assert.ok(mentions.digital.length <= 20);
    assert.ok(performance.now() - began < 5_000, unit);
  }
});

test("whatever an activity holds, facts are plain, and what is absent has a reason", async () => {
  const names = [
    "title",
    "description",
    "sector",
    "transaction",
    "budget",
    "value",
    "narrative",
    "activity-date",
    "reporting-org",
    "document-link",
  ];
  const attributes = fc.dictionary(
    fc.constantFrom("code", "type", "iso-date", "currency", "xml:lang", "url", "vocabulary"),
    fc.constantFrom("2", "22040", "2020-01-01", "EUR", "fr", "https://github.com/a/b"),
  );
  const written = (found: Record<string, string>) =>
    Object.entries(found)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join("");
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc
      .tuple(
        fc.constantFrom(...names),
        attributes,
        fc.oneof(
          { maxDepth: 4 },
          fc.constantFrom("", "open source", "12.5", "é"),
          fc.array(tie("tree"), { maxLength: 4 }).map((all) => all.join("")),
        ),
      )
      .map(([name, found, content]) => `<${name}${written(found)}>${content}</${name}>`),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 8 }), async (content) => {
      const { grants, faults } = await observe(file(activity(...content)));
      assert.deepEqual(faults, []);
      const [seen] = grants as [Observation];
      assert.deepEqual(JSON.parse(JSON.stringify(seen)), seen);
      for (const { name } of grantDefinitions)
        assert.ok((factAt(seen.facts, name) === undefined) === (reasonOfAbsence(seen, name) !== undefined), name);
    }),
    { numRuns: 100 },
  );
});

const shared = join(
  process.env.OPENFIRST_OUTSIDE_DATA ?? join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "data"),
  "funding",
  "iati-xml",
);
const absent = existsSync(shared)
  ? false
  : "the published activities are not on this machine; set OPENFIRST_OUTSIDE_DATA to the folder that holds funding/iati-xml";

test("of 1,001 published activities three mention open source, each in the same promise", { skip: absent }, async () => {
  const counts: [file: string, activities: number][] = [
    ["CAF-ActivityFile-2025-10-10.xml", 478],
    ["iati-activities-am-armenia.xml", 43],
    ["usaid-798.xml", 108],
    ["usaid-bo.xml", 63],
    ["who-arg.xml", 157],
    ["who-bra.xml", 134],
    ["worldbank-679.xml", 5],
    ["worldbank-sv.xml", 13],
  ];
  const all: Observation[] = [];
  for (const [name, activities] of counts) {
    const { grants, faults } = await observeFile(join(shared, name));
    assert.deepEqual(faults, [], name);
    assert.equal(grants.length, activities, name);
    const published = await readFile(join(shared, name), "utf8");
    const kept = JSON.stringify(grants);
    for (const email of new Set(published.match(/(?<=<email>)[^<]+/g))) assert.ok(!kept.includes(email), email);
    all.push(...grants);
  }
  assert.equal(new Set(all.map(({ subject }) => subject.id)).size, 1001);
  const mentioning = all.filter(({ facts }) => facts.openSourceMention === true);
  assert.deepEqual(
    mentioning.map(({ subject }) => subject.id),
    ["XM-DAC-928-AR-2024-25-02.003.AM01.ARG01", "XM-DAC-928-BR-2022-23-02.003.AM01.BRA01", "XM-DAC-928-BR-2024-25-02.003.AM01.BRA01"],
  );
  for (const { places, facts } of mentioning) {
    assert.deepEqual(
      places.openSourceMention?.map(({ text }) => text),
      ["open-source"],
    );
    assert.deepEqual(
      places.openLicenceCondition?.map(({ text }) => text),
      ["open-access licensing"],
    );
    assert.equal(facts.digitalPublicGoodMention, false);
  }
  const ict = all.filter(({ facts }) => facts.digitalBasis === "sector").map(({ subject }) => subject.id);
  assert.ok(ict.includes("44000-P171054"), "DAC 22040");
  assert.ok(ict.includes("XM-DAC-46008-cfa012402"), "a sector called information technology");
});
