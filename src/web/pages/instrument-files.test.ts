import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { openTestRegistry } from "../../../test/support.ts";
import { escapeXml } from "../../exporters/feed/atom.ts";
import { readInstrumentFile } from "../../importers/dataset/read.ts";
import { claim } from "../../registry/claim.ts";
import { findRecord, listCodings } from "../../registry/find.ts";
import { named } from "../../registry/nouns.ts";
import { recordAll } from "../../registry/record.ts";
import { canonical } from "../../shared/canonical.ts";
import { createApp } from "../app.tsx";

const { db } = await openTestRegistry();
const hostile = `=HYPERLINK("x") <script>alert(1)</script> & 'mark' \u0007 قانون`;
await recordAll(
  db,
  [named("claim", claim.parse({ id: "csis-99999", collection: "csis", row: "99999", jurisdiction: "FR", title: hostile }))],
  { who: "test", why: "<b>&amp;</b>" },
);
const app = createApp(db);

interface Listed {
  items: { id: string; standing: string; title: string; revision: number; page: string }[];
  total: number;
  left_out: number;
}

async function read(path: string): Promise<{ status: number; type: string; text: string }> {
  const response = await app.request(path);
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

test("CSV and JSON hold the same whole result set as the page counts", async () => {
  for (const question of [
    "",
    "?region=africa&standing=reviewed",
    "?q=source+code",
    "?jurisdiction=FR&sort=title",
    "?in-force-on=2015-01-01",
  ]) {
    const csv = await read(`/en/instruments.csv${question}`);
    const json = JSON.parse((await read(`/en/instruments.json${question}`)).text) as Listed;
    assert.match(csv.type, /^text\/csv; charset=utf-8/);
    const rows = parse(csv.text, { bom: true, columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map((row) => row.id),
      json.items.map((item) => item.id),
    );
    assert.deepEqual([json.items.length, json.left_out], [json.total, 0], question);
    assert.equal(new Set(rows.map((row) => row.id)).size, rows.length);
    assert.ok(json.items.every((item) => item.revision > 0 && /^\/en\/(instruments|claims)\//.test(item.page)));
  }
});

test("a title that would be a formula, or markup, is text in every form", async () => {
  const rows = parse((await read("/en/instruments.csv?jurisdiction=FR")).text, { bom: true, columns: true }) as Record<string, string>[];
  assert.equal(rows.find((row) => row.id === "csis-99999")?.title, `'${hostile}`);
  const json = JSON.parse((await read("/en/instruments.json?jurisdiction=FR")).text) as Listed;
  assert.equal(json.items.find((item) => item.id === "csis-99999")?.title, hostile);
  const atom = await read("/ar/instruments.atom?jurisdiction=FR");
  assert.ok(!atom.text.includes("<script") && atom.text.includes("&lt;script&gt;"));
});

test("every coding of the reviewed policies that a list finds is one row, with its source", async () => {
  const rowsOf = async (question: string) => {
    const { status, type, text } = await read(`/en/codings.csv${question}`);
    assert.deepEqual([status, type], [200, "text/csv; charset=utf-8; header=present"], question);
    return parse(text, { bom: true, columns: true }) as Record<string, string>[];
  };
  const swiss = await rowsOf("?jurisdiction=CH");
  const act = swiss.filter((row) => row.instrument === "ch-embag-9");
  const codings = (await findRecord(db, "instrument", "ch-embag-9"))?.record.provisions.flatMap((provision) => provision.codings) ?? [];
  assert.deepEqual(
    act.map((row) => [row.paraphrase, row.strength, row.verdict, row.page]),
    codings.map((coding) => [coding.paraphrase, coding.strength, coding.verdict, `/en/instruments/ch-embag-9#${coding.id}`]),
  );
  assert.ok(act.every((row) => row.force === "binding" && row.place === "Switzerland" && /^https?:/.test(row.source_address ?? "")));
  const json = JSON.parse((await read("/en/instruments.json?jurisdiction=CH&standing=reviewed")).text) as Listed;
  assert.deepEqual([...new Set(swiss.map((row) => row.instrument))].sort(), json.items.map((item) => item.id).sort());
  assert.deepEqual(await rowsOf("?jurisdiction=CH&standing=reported"), []);
  assert.equal((await rowsOf("")).length, (await listCodings(db, {})).total);
  assert.equal((await read("/en/codings.csv?strength=big")).status, 400);
});

test("of what was recorded at once the newest comes first in the order of changes", async () => {
  const rows = parse((await read("/en/instruments.csv?jurisdiction=FR&standing=reviewed&sort=changed")).text, {
    bom: true,
    columns: true,
  }) as Record<string, string>[];
  const years = rows.map((row) => Number(row.year));
  assert.equal(new Set(rows.map((row) => row.known_from)).size, 1);
  assert.ok(years.length > 3);
  assert.deepEqual(
    years,
    [...years].sort((a, b) => b - a),
  );
});

test("feeds are well-formed Atom, their names stay the same and are told apart", async () => {
  for (const path of [
    "/en/instruments.atom",
    "/fr/instruments.atom?q=%3Cb%3E%26&standing=reported",
    "/ar/instruments.atom?jurisdiction=FR",
    "/en/changes.atom",
    "/ar/changes.atom",
    "/en/instruments.atom?jurisdiction=nowhere",
  ]) {
    const { status, type, text } = await read(path);
    assert.deepEqual([status, type], [200, "application/atom+xml; charset=utf-8"], path);
    assertWellFormed(text);
    const ids = [...text.matchAll(/<id>([^<]*)<\/id>/g)].map((match) => match[1] ?? "");
    assert.ok(ids.every((id) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
    assert.equal(new Set(ids).size, ids.length);
    assert.equal([...text.matchAll(/<updated>\d{4}-\d{2}-\d{2}T[\d:.]+Z<\/updated>/g)].length, ids.length);
    for (const needed of ["<title>", "<author>", '<link rel="self"', '<link rel="alternate"'])
      assert.ok(text.includes(needed), `${path} lacks ${needed}`);
    assert.equal((await read(path)).text, text);
  }
});

test("one instrument as YAML reads back as that instrument", async () => {
  const { type, text } = await read("/en/instruments/ch-embag-9.yml");
  assert.match(type, /^application\/yaml/);
  assert.equal(
    canonical(readInstrumentFile(text, "ch-embag-9.yml").value),
    canonical((await findRecord(db, "instrument", "ch-embag-9"))?.record),
  );
});

test("what cannot be read or is not there is a problem document; what has not changed is not sent again", async () => {
  for (const [path, status] of [
    ["/en/instruments.csv?type=novel", 400],
    ["/en/instruments.json?known-on=soon", 400],
    ["/en/instruments.atom?sort=best", 400],
    ["/en/instruments/nope.yml", 404],
    ["/en/instruments/ch-embag-9.yml?known-on=2001", 404],
    ["/xx/instruments.csv", 404],
  ] as const) {
    const answer = await read(path);
    assert.deepEqual([answer.status, answer.type], [status, "application/problem+json; charset=utf-8"], path);
  }
  const first = await app.request("/en/instruments.csv?jurisdiction=CH");
  const etag = first.headers.get("etag") ?? "";
  assert.equal((await app.request("/en/instruments.csv?jurisdiction=CH", { headers: { "if-none-match": etag } })).status, 304);
  assert.equal(first.headers.get("access-control-allow-origin"), "*");
});

test("characters that XML does not know are left out", () => {
  assert.equal(escapeXml(`a\u0000\u0007<b c="d">&'\uD800\uFFFE`), "a&lt;b c=&quot;d&quot;&gt;&amp;&#39;\uFFFD");
});

/** Tags are closed in order, attributes are quoted, entities are known, no character is forbidden: what an XML reader stops at. */
function assertWellFormed(xml: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^>]*\?>\n/, "")
    .replace(/<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>/g, (_, closes: string, name: string, __, isEmpty: string) => {
      if (closes) assert.equal(open.pop(), name);
      else if (!isEmpty) open.push(name);
      return "";
    });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]/);
  assert.doesNotMatch(xml, /&(?!(amp|lt|gt|quot|#39);)/);
}
