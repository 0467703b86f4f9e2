import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { finderOf, near } from "./terms.ts";

const terms = ["open source", "logiciel* libre*", "*software", "node.js", "ou equivalent*", "it", "c", "s 4 hana"];
const finder = finderOf(terms.map((term) => ({ term, of: term })));
const found = (text: string) => finder.find(text).map(({ start, end, of }) => [text.slice(start, end), of]);

test("case, accents, hyphens and runs of blanks count for nothing; clauses do", () => {
  assert.deepEqual(found("An Open-Source!"), [["Open-Source", "open source"]]);
  assert.deepEqual(found("OPEN\u00a0 \n SOURCE"), [["OPEN\u00a0 \n SOURCE", "open source"]]);
  assert.deepEqual(found("open. source opensource"), []);
  assert.deepEqual(found("logiciels   libres, oú e\u0301quivalentes"), [["logiciels   libres", "logiciel* libre*"], ["oú e\u0301quivalentes", "ou equivalent*"]]); // biome-ignore format: pairs
  assert.deepEqual(found("S/4 HANA™ it"), [["S/4 HANA", "s 4 hana"], ["it", "it"]]); // biome-ignore format: pairs
});

test("a compound ends with its term; a word that merely goes on does not", () => {
  assert.deepEqual(found("Fachsoftware softwares IT-c items node.js"), [
    ["software", "*software"],
    ["IT", "it"],
    ["c", "c"],
    ["node.js", "node.js"],
  ]);
});

test("agrees with a search written plainly", () => {
  const words = fc.constantFrom(
    "open",
    "source",
    "logiciel",
    "logiciels",
    "libre",
    "node",
    "js",
    "it",
    "i",
    "fachsoftware",
    "soft",
    "ou",
    "équivalent",
    "c",
    "s",
    "4",
  );
  const gaps = fc.constantFrom(" ", "  ", "-", ". ", ".", "\u00ad", "/");
  const plainly = (text: string) => {
    const flat = text.normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "");
    const patterns = terms.map((term) => {
      const body = term
        .replace(/^\*/, "")
        .replace(/[ .*]/g, (sign) => ({ " ": "[ /-]+", ".": "\\.[ /-]*", "*": "[a-z0-9]{0,40}" })[sign] ?? "");
      return new RegExp(`${term.startsWith("*") ? "" : "(?<![a-z0-9])"}${body}(?![a-z0-9])`, "g");
    });
    return patterns.reduce(
      (sum, pattern, index) => sum + [...flat.matchAll(new RegExp(`(?=${pattern.source})`, "g"))].length * (index + 1),
      0,
    );
  };
  fc.assert(
    fc.property(fc.array(fc.tuple(words, gaps), { maxLength: 12 }), (parts) => {
      const text = parts.flat().join("");
      const places = new Set(finder.find(text).map(({ start, of }) => `${terms.indexOf(of) + 1} ${start}`));
      assert.equal(
        [...places].reduce((sum, place) => sum + Number.parseInt(place, 10), 0),
        plainly(text),
        text,
      );
    }),
    { numRuns: 500 },
  );
});

test("a hostile text costs time in its length only", () => {
  const text = `${"logiciel ".repeat(60_000)}${"logiciel".repeat(60_000)}${"software".repeat(60_000)}${" ".repeat(500_000)}`;
  const begun = performance.now();
  finder.find(text);
  const once = performance.now() - begun;
  const again = performance.now();
  finder.find(text + text);
  assert.ok(performance.now() - again < once * 6 + 200, "twice the text takes about twice the time");
});

test("a text leaves nothing behind for the next, however long it was", () => {
  const long = `${"é open source ".repeat(30_000)}`;
  assert.equal(finder.find(long).length, 30_000);
  for (const length of [0, 1, 15, 16, 17, 31, 33, 64]) {
    const rest = long.slice(0, length);
    assert.deepEqual(
      found(rest),
      [...rest.matchAll(/open source/g)].map(() => ["open source", "open source"]),
      rest,
    );
  }
});

test("spans near a stretch are those that touch it", () => {
  const spans = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }))).map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const start = at + gap;
      at = start + length;
      return { start, end: at };
    });
  });
  fc.assert(
    fc.property(spans, fc.integer({ min: -5, max: 60 }), fc.nat(30), (all, from, length) => {
      assert.deepEqual(
        near(all, from, from + length),
        all.filter(({ start, end }) => end >= from && start <= from + length),
      );
    }),
  );
});

test("a million signs that count for nothing are passed in a moment, and hide no compound behind them", () => {
  const soft = "\u00ad".repeat(1e6);
  const began = process.cpuUsage().user;
  const hits = finderOf([{ term: "*software", of: 1 }, { term: "open source", of: 2 }]).find(`${soft}open${soft} source Fach${soft}software`); // biome-ignore format: terms
  assert.deepEqual(hits.map(({ of }) => of), [2, 1]); // biome-ignore format: one line
  assert.ok(process.cpuUsage().user - began < 5e6, "seconds, where it was hours");
});
