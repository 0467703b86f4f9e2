import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { madeInstrument, madeSurroundings } from "../../../test/make-records.ts";
import { openEmptyRegistry } from "../../../test/support.ts";
import { named } from "../nouns.ts";
import { recordAll } from "../record.ts";
import { findListing } from "./find-listing.ts";
import { lettersApart } from "./guess.ts";
import { readQuestion } from "./question.ts";

const { db } = await openEmptyRegistry();
const title = (text: string, language = "en") => [{ language, text, kind: "official" as const }];
await recordAll(
  db,
  [
    ...madeSurroundings(),
    named("jurisdiction", { id: "PG", level: "national", egdi: {}, names: { en: "Papua New Guinea" } }),
    named("jurisdiction", { id: "GN", level: "national", egdi: {}, names: { en: "Guinea" } }),
    named("jurisdiction", { id: "DE", level: "national", egdi: {}, names: { en: "Germany" } }),
    named("jurisdiction", { id: "DE-BY", level: "subnational", parent: "DE", egdi: {}, names: { en: "Bavaria" } }),
    named("instrument", madeInstrument("ch-policy", { titles: title("Policy on software licences, No 1014") })),
    named("instrument", madeInstrument("pg-plan", { jurisdiction: "PG", titles: title("Plan for schools") })),
    named("instrument", madeInstrument("gn-plan", { jurisdiction: "GN", titles: title("Plan pour les écoles", "fr") })),
    named(
      "instrument",
      madeInstrument("de-by-act", { jurisdiction: "DE-BY", titles: title("Gesetz über die Beschaffung von Software", "de") }),
    ),
  ],
  { who: "test", why: "test" },
);

const found = async (words: string) => (await findListing(db, { words, limit: 10 })).items.map((hit) => hit.id);

test("a mistyped word reaches the word meant, across stems", async () => {
  const { terms, unknown } = await readQuestion(db, "polcy");
  assert.deepEqual(unknown, []);
  assert.ok(terms.some((term) => term.guessed && term.stems.includes("polici")));
  assert.equal((await found("polcy"))[0], "ch-policy");
  assert.equal((await found("licenses sofware"))[0], "ch-policy");
});

test("a place is found by its name in other languages, by its parent, and not by a part of its name", async () => {
  assert.deepEqual(await found("Deutschland"), ["de-by-act"]);
  assert.deepEqual(await found("Германия"), ["de-by-act"]);
  assert.deepEqual(await found("Schweiz"), ["ch-policy"]);
  assert.equal((await found("Papua New Guinea"))[0], "pg-plan");
  assert.deepEqual(
    (await readQuestion(db, "Papua New Guinea")).terms.filter((term) => term.place).flatMap((term) => term.stems),
    ["qqplacepg"],
  );
});

test("a concept is found across languages", async () => {
  assert.deepEqual(await found("مدارس"), await found("schools"));
  assert.ok((await found("закупки")).includes("de-by-act"));
});

test("a compound is read as its parts, a number as it is, and nonsense as unknown", async () => {
  assert.equal((await found("Softwarebeschaffung"))[0], "de-by-act");
  assert.deepEqual(await found("1014"), ["ch-policy"]);
  assert.deepEqual(await found("1015"), []);
  assert.deepEqual((await readQuestion(db, "zzzqqq")).unknown, ["zzzqqq"]);
});

test("letters apart: left out, put in, mistaken, changed places", () => {
  for (const [one, other, apart] of [
    ["polcy", "policy", 1],
    ["sofware", "software", 1],
    ["indai", "india", 1],
    ["kitten", "sitting", 3],
    ["", "ab", 2],
  ] as const)
    assert.equal(lettersApart(one, other), apart);
});

test("nothing that is typed makes the search fail", async () => {
  const hostile = [
    "'",
    "\\",
    "a'b\\c",
    "& | ! <-> :* ()",
    "open & !law",
    "'open':*A",
    "\0",
    "open\0source",
    "\ud800",
    "x\udfff law",
    "\u202Elaw\u202C",
    "👩‍💻🇨🇭",
    "a".repeat(5000),
    "汉".repeat(5000),
    "1".repeat(5000),
    "ﷺ".repeat(400),
    "law ".repeat(5000),
    "%_%",
    "$1",
    "qqplacede",
    "qqconceptlaw",
    "qqdocument",
    "  \t\n",
    "-- ; drop table listing",
    "ا".repeat(400),
    "e\u0301".repeat(400),
  ];
  for (const words of [...hostile, "x".repeat(10_000_000)]) assert.ok(Array.isArray(await found(words)), words.slice(0, 40));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc
          .array(fc.constantFrom("'", "\\", "&", "|", "!", ":*", "(", ")", "<->", "law", "مدارس", "法", "\0", "\ud83d", " "), {
            maxLength: 30,
          })
          .map((parts) => parts.join("")),
      ),
      async (words) => {
        await found(words);
      },
    ),
    { numRuns: 60 },
  );
});
