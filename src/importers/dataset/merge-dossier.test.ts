import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Dossier, dossier } from "../../registry/dossier.ts";
import { mergeDossier, mergeInWords } from "./merge-dossier.ts";
import type { Placed } from "./read.ts";

const source = (id: string, address = `https://example.org/${id}`) => ({ id, address, kind: "primary" as const });
const reply = (id: string, text: string) => ({ id, about: {}, role: "office", given_on: "2026-05-01", text, source: "s1" });
const made = (more: object): Dossier => dossier.parse({ id: "xx-office", sources: [source("s1")], ...more });
const placed = (value: Dossier): Placed<Dossier> => ({
  value,
  file: "dossiers/xx-office.yml",
  lineOf: (path) => path.reduce<number>((line, part) => line * 10 + (typeof part === "number" ? part : 0), 1),
});

const held = made({
  instruments: ["law-a", "law-b"].map((instrument) => ({ instrument, because: "it says so", source: "s1" })),
  replies: [reply("r1", "first")],
  sources: [source("s1"), source("s2")],
  note: "held",
});

test("what the file lacks stays, what it holds stands, and its places are those of the file", () => {
  const file = made({ replies: [reply("r2", "second"), reply("r1", "mended")], sources: [source("s3"), source("s1")] });
  const { dossier: merged, faults } = mergeDossier(placed(file), held);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    merged.value.replies.map(({ id, text }) => `${id} ${text}`),
    ["r1 mended", "r2 second"],
  );
  assert.deepEqual([merged.value.instruments, merged.value.note], [held.instruments, "held"]);
  assert.deepEqual(
    merged.value.sources.map(({ id }) => id),
    ["s1", "s2", "s3"],
  );
  const own = placed(file);
  assert.equal(merged.lineOf(["replies", 0, "source"]), own.lineOf(["replies", 1, "source"]));
  assert.equal(merged.lineOf(["instruments", 0]), undefined);
  assert.equal(merged.lineOf(["id"]), own.lineOf(["id"]));
  assert.equal(mergeInWords(held, file, merged.value), "xx-office: 1 reply added, 1 reply changed, 2 instruments kept");
  assert.equal(mergeInWords(held, held, held), undefined);
});

test("a source that is held with another address is a fault that asks for another id", () => {
  const { faults } = mergeDossier(placed(made({ sources: [source("s9"), source("s2", "https://example.org/else")] })), held);
  assert.deepEqual(
    faults.map(({ at, message }) => [at, /“s2” .* held with another address .*choose another id/.test(message)]),
    [["sources.1.id", true]],
  );
});

test("an entry that stands twice in the file stays twice, to be told", () => {
  const { dossier: merged } = mergeDossier(placed(made({ replies: [reply("r1", "one"), reply("r1", "two")] })), held);
  assert.deepEqual(
    merged.value.replies.map(({ text }) => text),
    ["one", "two"],
  );
});

test("merging again changes nothing, and no entry is lost", () => {
  const replies = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("x", "y")), { selector: ([id]) => id });
  const dossiers = replies.map((list) => made({ replies: list.map(([id, text]) => reply(id, text)) }));
  fc.assert(
    fc.property(dossiers, dossiers, (file, before) => {
      const once = mergeDossier(placed(file), before).dossier.value;
      assert.deepEqual(mergeDossier(placed(file), once).dossier.value, once);
      assert.deepEqual(new Set(once.replies.map(({ id }) => id)), new Set([...before.replies, ...file.replies].map(({ id }) => id)));
      for (const entry of file.replies) assert.ok(once.replies.some(({ id, text }) => id === entry.id && text === entry.text));
    }),
  );
});
