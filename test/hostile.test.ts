import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { body } from "../src/registry/body.ts";
import { claim } from "../src/registry/claim.ts";
import { coverage } from "../src/registry/coverage.ts";
import { framework } from "../src/registry/framework.ts";
import { instrument } from "../src/registry/instrument.ts";
import { lesson } from "../src/registry/lesson.ts";
import { type AnyRecord, named } from "../src/registry/nouns.ts";
import { provisionType } from "../src/registry/provision-type.ts";
import { recordAll } from "../src/registry/record.ts";
import { createApp } from "../src/web/app.tsx";
import { facets } from "../src/web/listing-request.ts";
import { madeInstrument, madeSurroundings } from "./make-records.ts";
import { openEmptyRegistry } from "./support.ts";

const MARKS = `"><img src=x onerror=alert(1)>'</script><script>alert(2)</script>]]>&amp;{x}\u202E`;
const { db } = await openEmptyRegistry();
await recordAll(db, [...madeSurroundings().filter(({ noun }) => noun !== "jurisdiction"), ...hostileRecords()], {
  who: MARKS,
  why: `=cmd|' /C calc'!A0 ${MARKS}`,
});
const app = createApp(db);

/** Every address that is answered, as its pattern stands in the program; a new route is attacked without being named here. */
const patterns = [...new Set(app.routes.filter((route) => route.method === "GET").map((route) => route.path))];
const fill = (pattern: string, id: string) =>
  pattern
    .replace(":language", "en")
    .replace(/:file\{[^}]*\}/, `${id}.yml`)
    .replace(/:\w+(\{[^}]*\})?/g, id);

const everyParameter = [
  ...facets,
  "q",
  "page",
  "sort",
  "known-on",
  "in-force-on",
  "limit",
  "next",
  "below",
  "with",
  "by",
  "instruments",
  "outcome",
  "noun",
  "record",
  "collection",
  "instrument",
  "kind",
  "check",
  "words",
  "parameters",
  "policy",
  "no-such-parameter",
];

const values: Record<string, string> = {
  NUL: "%00",
  "a bare percent sign": "%",
  "half an escape": "%2",
  "no UTF-8": "%FF%FE",
  "a surrogate": "%ED%A0%80",
  overlong: "%C0%AF",
  "a non-character": "%EF%BF%BF",
  "a control character": "%01%1B%5B31m",
  "another direction": "%E2%80%AE%E2%81%A6",
  SQL: "'%3B%20drop%20table%20revisions%3B--",
  "a search expression": "a%20%26%20%7C%20!%20%3A*%20%3C-%3E%20(",
  marks: "%22%3E%3Cscript%3Ealert(2)%3C%2Fscript%3E",
  "a header": "x%0D%0Aset-cookie%3A%20a%3Db",
  "a traversal": "..%2F..%2F..%2Fetc%2Fpasswd",
  "a traversal in one": "%2e%2e%5c%2e%2e",
  "a prototype": "__proto__",
  "a constructor": "constructor",
  "a list": "%5B%5D",
  commas: ",,,",
  "a template": "%7B%7B7*7%7D%7D%24%7B7%7D",
  nothing: "",
  "a blank": "%20",
  negative: "-1",
  zero: "0",
  "a fraction": "1.5",
  "not a number": "NaN",
  "beyond all numbers": "9".repeat(40),
  "an exponent": "1e309",
  hexadecimal: "0x10",
  "a day that is none": "2024-02-30",
  "a day before all": "0000-00-00",
  "a day after all": "9999-12-31",
  "a year": "2024",
  "an id": "ch-one",
  "a place": "CH",
  "3,000 letters": "a".repeat(3000),
  "an emoji": "%F0%9F%A6%84",
};

async function attack(path: string, init?: RequestInit): Promise<Response> {
  const place = `${init?.method ?? "GET"} ${path.slice(0, 200)}`;
  const answer = await app.request(path, init);
  assert.ok(answer.status < 500, `${place} gave ${answer.status}`);
  assert.equal(answer.headers.get("x-content-type-options"), "nosniff", place);
  assert.match(answer.headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'self'/, place);
  assert.equal(answer.headers.get("set-cookie"), null, place);
  const text = await answer.text();
  const type = answer.headers.get("content-type") ?? "";
  if (type.startsWith("text/html") && !answer.headers.has("content-encoding")) assertTame(text, place);
  if (answer.status >= 400) {
    assert.match(type, /^(text\/html|application\/problem\+json); charset=utf-8$/, place);
    if (text === "") assert.equal(init?.method, "HEAD", place);
    else if (type.startsWith("application/problem")) assert.equal((JSON.parse(text) as { status: number }).status, answer.status);
    else assert.match(text, /<h1>/, place);
  }
  return answer;
}

/** Nothing that strangers wrote became markup, a script or an address that runs. */
function assertTame(html: string, place: string): void {
  assert.doesNotMatch(html, /<img|<script(?! type="application\/ld\+json">)/, place);
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) {
    assert.doesNotMatch(tag.replace(/="[^"]*"/g, ""), /\son\w|["'=]/, place);
    assert.doesNotMatch(tag, /\s(?:href|src|action)="(?!https?:\/\/|\/(?!\/)|#|\?|")/, place);
  }
  for (const [, data = ""] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
    assert.equal(typeof JSON.parse(data), "object", place);
}

for (const pattern of patterns) {
  if (pattern.replace(":language", "").includes(":"))
    test(`${pattern} answers whatever stands in its path`, async () => {
      for (const value of [
        ...Object.values(values),
        ".",
        "..",
        "a".repeat(3900),
        "ch-one%2Fhistory",
        "ch-one;x=1",
        "ch-one.yml.yml",
        "CH-ONE",
      ])
        await attack(fill(pattern, value));
    });

  test(`${pattern} answers whatever stands in its parameters`, async () => {
    const path = fill(pattern, "ch-one");
    // Every value once with a parameter of its turn, so that over all routes each meets each; and each parameter twice over.
    const all = Object.values(values);
    for (const [index, value] of all.entries()) {
      for (let turn = index % 5; turn < everyParameter.length; turn += 5) await attack(`${path}?${everyParameter[turn]}=${value}`);
    }
    for (const name of everyParameter) await attack(`${path}?${name}=1&${name}=2&${name}[]=3&${name}`);
    await attack(`${path}?${"a=1&".repeat(900)}`);
    await attack(`${path}?__proto__=1&constructor=2&=3&%FF=4`);
  });

  test(`${pattern} refuses other methods, and minds no header`, async () => {
    const path = fill(pattern, "ch-one");
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "get"]) {
      const answer = await attack(path, { method, ...(method === "POST" ? { body: "x=1" } : {}) });
      // A private page takes no form that says nothing of where it comes from.
      if (method !== "get") assert.ok([403, 404, 405].includes(answer.status), `${method} ${path} gave ${answer.status}`);
    }
    assert.equal(await (await attack(path, { method: "HEAD" })).text(), "");
    await attack(path, {
      method: "OPTIONS",
      headers: { origin: "null", "access-control-request-method": "\u00ff", "access-control-request-headers": "<x>" },
    });
    const odd: Record<string, string>[] = [
      { "accept-language": ",;q=".repeat(3000) },
      { "accept-language": "fr;q=NaN, ar;q=-1, \u00ff" },
      { "accept-encoding": "br;q=x, *;q=0, gzip;;;" },
      { "accept-encoding": "identity;q=0" },
      { "if-none-match": '*, W/, "' },
      { "if-none-match": "*" },
      { range: "bytes=0-99999999999,-1" },
      { "if-modified-since": "never" },
      { accept: "application/x-nothing;q=2" },
      { cookie: "a=".repeat(2000) },
      { "x-forwarded-host": "evil.example", "x-forwarded-proto": "javascript" },
      { "content-type": "multipart/form-data" },
    ];
    for (const headers of odd) await attack(path, { headers });
  });
}

test("addresses that are written oddly are answered", async () => {
  for (const path of [
    "//evil.example/en",
    "/en//",
    "/en/./instruments",
    "/EN",
    "/en%2Finstruments",
    "/%65n",
    "/en/instruments/",
    "/assets/",
    "/assets/../package.json",
    "/assets/%2e%2e%2fpackage.json",
    "/assets/..%5c..%5cpackage.json",
    "/assets/style.css",
    "/.git/config",
    "/.well-known/security.txt",
    "/xx",
    "/robots.txt",
    "/favicon.ico",
    `/${"a/".repeat(1900)}`,
    "/api/v2",
    "/api/v1/instruments/ch-one/x",
  ]) {
    const { status } = await attack(path);
    assert.ok([200, 301, 302, 400, 404].includes(status), `${path} gave ${status}`);
  }
  assert.equal((await attack("/en/instruments?q=%00")).status, 400);
  assert.equal((await attack(`/en?${"a".repeat(5000)}`)).status, 400);
});

test("an answer that was held is not given to another host, and none leads to another", async () => {
  await attack("http://evil.example/en/instruments/ch-one");
  assert.doesNotMatch(await (await app.request("http://good.example/en/instruments/ch-one")).text(), /evil\.example/);
  const away = await app.request("/", { headers: { "accept-language": "//evil.example" } });
  assert.deepEqual([away.status, away.headers.get("location")], [302, "/en"]);
});

const written = [
  "/instruments/ch-one",
  "/instruments/ch-one/history",
  "/instruments",
  "/jurisdictions/CH",
  "/jurisdictions",
  "/provision-types/made-type",
  "/provision-types",
  "/frameworks/made-framework",
  "/frameworks",
  "/lessons/made-lesson",
  "/lessons",
  "/claims/csis-1",
  "/changes",
  "/about",
  "/adoption",
  "",
  "/compare?instruments=ch-one,ch-two",
  "/instruments?q=alert",
];
for (const language of ["en", "fr", "ar"]) {
  test(`what strangers wrote runs on no page (${language})`, async () => {
    let met = 0;
    for (const path of written) {
      const answer = await attack(`/${language}${path}`);
      assert.equal(answer.status, 200, path);
      if ((await (await app.request(`/${language}${path}`)).text()).includes("&lt;script&gt;alert(2)")) met += 1;
    }
    assert.ok(met >= 10, `only ${met} pages show what was written`);
  });
}

test("what strangers wrote stays inside its element in Atom, its cell in CSV and its string in JSON", async () => {
  for (const path of ["/en/instruments.atom", "/en/changes.atom"]) {
    const feed = await (await app.request(path)).text();
    assert.match(feed, /&lt;script&gt;/);
    assert.doesNotMatch(feed, /<img|<script|&(?!(?:amp|lt|gt|quot|#39);)/);
    const open = [...feed.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)]
      .filter(([, , , single]) => !single)
      .map(([, close, name]) => `${close}${name}`);
    const waiting: string[] = [];
    for (const tag of open)
      if (tag.startsWith("/")) assert.equal(waiting.pop(), tag.slice(1));
      else waiting.push(tag);
    assert.deepEqual(waiting, []);
  }
  const csv = await (await app.request("/en/instruments.csv")).text();
  assert.doesNotMatch(csv, /(^|,|")[=+@](?=cmd|HYPERLINK)/m);
  const { items } = (await (await app.request("/en/instruments.json")).json()) as { items: { title: string }[] };
  assert.ok(items.some((item) => item.title.includes(MARKS)));
});

test("any address at all is answered", async () => {
  const part = fc.oneof(
    fc.constantFrom(...everyParameter, "instruments", "api/v1", "claims", "compare", "changes.atom"),
    fc.constantFrom(...Object.values(values)).filter((value) => value.length < 200),
    fc
      .string({ unit: "grapheme", maxLength: 12 })
      .filter((text) => text.isWellFormed())
      .map(encodeURIComponent),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("/en/", "/ar/", "/api/v1/", "/"),
      fc.array(part, { maxLength: 3 }),
      fc.array(fc.tuple(part, part), { maxLength: 4 }),
      async (start, path, query) => {
        await attack(`${start}${path.join("/")}?${query.map((pair) => pair.join("=")).join("&")}`);
      },
    ),
    { numRuns: 150 },
  );
});

test("readers during an import see the registry before it or after it, never between", async () => {
  const pair = (title: string) =>
    ["ch-first", "ch-last"].map((id) =>
      named("instrument", madeInstrument(id, { titles: [{ language: "en", text: `${title} zebra`, kind: "official" }] })),
    );
  await recordAll(db, pair("Old"), { who: "test", why: "before" });
  const importing = Promise.all([
    recordAll(db, pair("New"), { who: "one", why: "at once" }),
    recordAll(db, pair("New"), { who: "two", why: "at once" }),
  ]);
  let done = false;
  importing.finally(() => {
    done = true;
  });
  while (!done) {
    const { items } = (await (await app.request("/en/instruments.json?q=zebra")).json()) as { items: { title: string }[] };
    assert.equal(new Set(items.map((item) => item.title)).size, 1);
  }
  const [one, two] = await importing;
  assert.equal(one.changed + two.changed, 2, "the second writer finds nothing left to change");
});

/** A record of every noun with marks in all that its shape lets a stranger write. */
function hostileRecords(): AnyRecord[] {
  const source = {
    id: "s1",
    address: "https://example.org/'onmouseover=alert(1)//javascript:alert(1)",
    title: MARKS,
    kind: "primary" as const,
    version: MARKS,
    licence: MARKS,
    note: MARKS,
  };
  const act = instrument.parse({
    ...madeInstrument("ch-one"),
    titles: [
      { language: "en", text: `=HYPERLINK("x") ${MARKS}`, kind: "official" },
      { language: "ar", text: MARKS, kind: "ours" },
    ],
    force: { value: "binding", note: MARKS },
    notes: MARKS,
    sources: [source],
    dates: { adopted: { value: "2020", source: "s1", note: MARKS }, in_force: { value: "2021-02", source: "s1" } },
    statuses: [{ value: "in-force", from: "2021-02", source: "s1", note: MARKS }],
    texts: [{ id: "t1", language: "en", source: "s1", version: MARKS, licence: MARKS, note: MARKS, content: MARKS }],
    issuing_body: "ch-hostile",
    relations: [{ type: "amends", target: "ch-two", source: "s1", note: MARKS }],
    provisions: [
      {
        id: "art-1",
        locator: MARKS,
        heading: MARKS,
        wording: [{ text: MARKS, language: "en", source: "s1", licence: MARKS }],
        statuses: [{ value: "repealed", note: MARKS }],
        codings: [
          {
            id: "c1",
            type: "made-type",
            strength: "must",
            verb: MARKS,
            addressee: { kinds: [], text: MARKS },
            scope: MARKS,
            condition: MARKS,
            exception: MARKS,
            deadline: MARKS,
            enforcement: MARKS,
            paraphrase: MARKS,
            basis: "text",
            confidence: "low",
            verdict: "accepted",
            source: "s1",
            note: MARKS,
          },
        ],
      },
    ],
  });
  const row = claim.parse({
    id: "csis-1",
    collection: "csis",
    row: MARKS.slice(0, 100),
    jurisdiction: "CH",
    title: `@SUM(1) ${MARKS}`,
    years: [2007],
    kind: MARKS,
    status: MARKS,
    action: MARKS,
    objectives: [MARKS.slice(0, 100)],
    addresses: [source.address],
    languages: [MARKS],
    flags: ["names-differ"],
    flag_note: MARKS,
  });
  return [
    named("body", body.parse({ id: "ch-hostile", jurisdiction: "CH", names: { en: MARKS }, address: "https://example.org/'" })),
    named("jurisdiction", {
      id: "CH",
      level: "national",
      region: "europe",
      subregion: MARKS,
      egdi: { "2024": 0.9 },
      names: { en: MARKS, fr: MARKS, ar: MARKS },
    }),
    named(
      "provision-type",
      provisionType.parse({
        id: "made-type",
        area: "development",
        names: { en: MARKS },
        definition: { en: MARKS },
        typical_addressee: MARKS,
        typical_exception: MARKS,
        indicator: { data: MARKS, numerator: MARKS, denominator: MARKS, caveat: MARKS },
        standing: "core",
      }),
    ),
    named(
      "framework",
      framework.parse({
        id: "made-framework",
        names: { en: MARKS },
        version: MARKS.slice(0, 100),
        publisher: MARKS,
        licence: MARKS,
        sources: [source],
        items: [{ id: "i1", number: MARKS.slice(0, 60), names: { en: MARKS }, verified: false, note: MARKS }],
        mapping: [{ provision_type: "made-type", item: "i1", note: MARKS }],
        notes: MARKS,
      }),
    ),
    named(
      "lesson",
      lesson.parse({
        id: "made-lesson",
        titles: { en: MARKS },
        outcome: "failed",
        stage: "adopting",
        what_happened: { en: MARKS },
        jurisdictions: ["CH"],
        instruments: ["ch-one"],
        provision_types: ["made-type"],
        confidence: "low",
        basis: "press",
        sources: [source],
      }),
    ),
    named("instrument", act),
    named("instrument", madeInstrument("ch-two")),
    named("claim", row),
    named("claim", { ...row, id: "csis-2" }),
    named("claim-link", { claim: "csis-2", instrument: "ch-one", verdict: "same", note: MARKS, decided_by: MARKS, decided_on: MARKS }),
    named(
      "coverage",
      coverage.parse({ jurisdiction: "CH", date: "2026-11-20", who: MARKS, outcome: "reviewed", where: [MARKS], note: MARKS }),
    ),
  ];
}
