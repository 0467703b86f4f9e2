import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { madeInstrument, madeSurroundings } from "../../test/make-records.ts";
import { openEmptyRegistry } from "../../test/support.ts";
import { findRecord, listRevisions } from "./find.ts";
import { listEffect } from "./find-adoption.ts";
import { named } from "./nouns.ts";
import { recordAll } from "./record.ts";
import { findListing } from "./search/find-listing.ts";

const by = { who: "test", why: "a test" };

test("records, their history and the two axes of time", async (context) => {
  const { db } = await openEmptyRegistry();
  await recordAll(
    db,
    [...madeSurroundings(), named("instrument", madeInstrument("ch-one")), named("instrument", madeInstrument("ch-two"))],
    by,
  );

  await context.test("recording the same again leaves no trace", async () => {
    const again = await recordAll(db, [...madeSurroundings(), named("instrument", madeInstrument("ch-one"))], by);
    assert.deepEqual({ added: again.added, changed: again.changed, unchanged: again.unchanged }, { added: 0, changed: 0, unchanged: 4 });
    assert.equal((await listRevisions(db, { noun: "instrument", id: "ch-one", limit: 10 })).total, 1);
  });

  await context.test("a change keeps what was known before, with who and why", async () => {
    const before = (await sql<{ now: string }>`select clock_timestamp() as now`.execute(db)).rows[0]?.now;
    const changed = madeInstrument("ch-one", { titles: [{ language: "en", text: "Renamed act on zebras", kind: "official" }] });
    await recordAll(db, [named("instrument", changed)], { who: "reviewer", why: "the title was wrong" });
    assert.equal((await findRecord(db, "instrument", "ch-one"))?.record.titles[0]?.text, "Renamed act on zebras");
    assert.equal((await findRecord(db, "instrument", "ch-one", before))?.record.titles[0]?.text, "Act ch-one on open software");
    const { items } = await listRevisions(db, { noun: "instrument", id: "ch-one", limit: 10 });
    assert.deepEqual(
      items.map(({ who, why }) => [who, why]),
      [
        ["reviewer", "the title was wrong"],
        ["test", "a test"],
      ],
    );
    assert.deepEqual(items[0]?.before, items[1]?.after);
    assert.deepEqual(
      (await findListing(db, { words: "zebras", limit: 5 })).items.map((hit) => hit.id),
      ["ch-one"],
    );
    assert.equal((await findListing(db, { words: "zebras", limit: 5, knownOn: before })).items.length, 0);
  });

  await context.test("the counts of words after changes are those that counting anew gives", async () => {
    const counted = sql<{ lexeme: string; documents: number }>`select lexeme, documents from search_words order by lexeme collate "C"`;
    const kept = (await counted.execute(db)).rows;
    const anew = await sql<{
      lexeme: string;
      documents: number;
    }>`select word as lexeme, ndoc as documents from ts_stat('select search from listing where known_to = ''infinity''') order by word collate "C"`.execute(
      db,
    );
    assert.deepEqual(kept, anew.rows);
  });

  await context.test("in force on a day: yes, and unknown where the source gives only a year", async () => {
    await recordAll(
      db,
      [
        named(
          "instrument",
          madeInstrument("ch-year", {
            dates: { adopted: { value: "2012", confidence: "low" } },
            statuses: [{ value: "in-force", confidence: "low" }],
          }),
        ),
      ],
      by,
    );
    const listed = async (day: string) =>
      (await findListing(db, { words: "ch-year", inForceOn: day, limit: 5 })).items.map((hit) => hit.id);
    assert.deepEqual(await listed("2011-12-31"), []);
    assert.deepEqual(await listed("2012-06-30"), ["ch-year"]);
    const certain = async (today: string) =>
      (await listEffect(db, { from: Number(today.slice(0, 4)), to: Number(today.slice(0, 4)) }, today)).map((row) => [
        row.certain,
        row.open,
      ]);
    assert.deepEqual(await certain("2012-06-30"), [[0, 1]]);
    assert.deepEqual(await certain("2013-01-01"), [[1, 0]]);
  });

  await context.test("a complete recording removes what it does not name, and keeps its history", async () => {
    const kept = [...madeSurroundings(), named("instrument", madeInstrument("ch-two"))];
    const { removed } = await recordAll(db, kept, { ...by, complete: ["instrument"] });
    assert.equal(removed, 2);
    assert.equal(await findRecord(db, "instrument", "ch-one"), undefined);
    assert.equal((await findListing(db, { words: "zebras", limit: 5 })).items.length, 0);
    const { items } = await listRevisions(db, { noun: "instrument", id: "ch-one", limit: 10 });
    assert.equal(items[0]?.after, null);
    assert.ok(items[0]?.before);
    assert.equal((await recordAll(db, kept, { ...by, complete: ["instrument"] })).removed, 0);
  });

  await context.test("one record that cannot be stored undoes the whole import", async () => {
    const broken = named(
      "instrument",
      madeInstrument("ch-broken", { titles: [{ language: "en", text: "NUL \0 inside", kind: "official" }] }),
    );
    await assert.rejects(recordAll(db, [named("instrument", madeInstrument("ch-three")), broken], by));
    assert.equal(await findRecord(db, "instrument", "ch-three"), undefined);
  });
});
