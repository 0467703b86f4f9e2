import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { openTestRegistry } from "../../../test/support.ts";
import { createApp } from "../app.tsx";
import { translate } from "../languages/index.ts";

const app = createApp((await openTestRegistry()).db);
const page = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
};

test("home and adoption show a map with its name, its groups and the note on boundaries", async () => {
  for (const [path, language] of [
    ["/en", "en"],
    ["/ar", "ar"],
    ["/en/adoption", "en"],
  ] as const) {
    const { status, text } = await page(path);
    assert.equal(status, 200);
    assert.match(text, /<svg viewBox="0 0 960 \d+" role="img" aria-labelledby="(\S+) \S+"[^>]*><title id="\1">/);
    assert.ok(text.includes(translate(language, "map.disclaimer")));
    const style = await (await app.request(text.match(/href="(\/assets\/style\.[^"]+)"/)?.[1] ?? "")).arrayBuffer();
    assert.ok(brotliCompressSync(text).length + brotliCompressSync(new Uint8Array(style)).length < 60_000, `${path} fits the budget`);
  }
});

test("the counts add up in every grouping, on the page's CSV", async () => {
  for (const [by, year] of [
    ["region", 2026],
    ["income", 2015],
    ["egdi", 2012],
    ["egdi", 2005],
  ] as const) {
    const { text } = await page(`/en/adoption.csv?year=${year}&by=${by}`);
    const [head = [], ...rows] = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const first = head.indexOf("states");
    const figures = rows.map((row) => row.slice(first).map(Number));
    for (const [states, ...outcomes] of figures)
      assert.equal(
        outcomes.reduce((sum, value) => sum + value, 0),
        states,
      );
    const total = figures.pop() ?? [];
    assert.deepEqual(
      total.map((_, index) => figures.reduce((sum, row) => sum + (row[index] ?? 0), 0)),
      total,
      `${by} ${year}`,
    );
    assert.equal(total[0], 195);
  }
});

test("the survey by which levels are told is named, also where there is none", async () => {
  assert.match((await page("/en/adoption?by=egdi&year=2013")).text, /E-Government Survey of 2012/);
  assert.match((await page("/en/adoption?by=egdi&year=2003")).text, /No E-Government Survey until 2003/);
});

test("a year or grouping that is none is refused", async () => {
  for (const wrong of ["year=1998", "year=2999", "year=x", "year=2020&year=2021", "by=gdp"])
    assert.equal((await page(`/en/adoption?${wrong}`)).status, 400, wrong);
});
