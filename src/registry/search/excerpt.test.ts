import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { madeInstrument } from "../../../test/make-records.ts";
import { excerptOf, markWords, type Piece } from "./excerpt.ts";
import type { Term } from "./question.ts";

const term = (word: string, change: Partial<Term> = {}): Term => ({
  word,
  stems: [word],
  documents: 1,
  weight: 1,
  guessed: false,
  ...change,
});
const marked = (pieces: readonly Piece[]) => pieces.filter((piece) => piece.marked).map((piece) => piece.text);
const whole = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join("");

test("forms of a word are marked, words that only begin alike are not", () => {
  assert.deepEqual(
    marked(markWords("Policies and policy; police officers", "en", [term("polcy", { stems: ["polici", "policy"], guessed: true })])),
    ["Policies", "policy"],
  );
  assert.deepEqual(marked(markWords("Open or opened, but not an opera", "en", [term("open")])), ["Open", "opened"]);
  assert.deepEqual(marked(markWords("The act, the acts, the activity", "en", [term("act")])), ["act", "acts"]);
  assert.deepEqual(marked(markWords("coding and codes, a cockpit", "en", [term("code")])), ["coding", "codes"]);
});

test("marks are right in Arabic, Chinese, Russian and Korean", () => {
  assert.deepEqual(marked(markWords("إنشاء مستودع للبرمجيات الحكومية", "ar", [term("مستودع"), term("حكوميه", { stems: ["حكوم"] })])), [
    "مستودع",
    "الحكومية",
  ]);
  assert.deepEqual(marked(markWords("公共程式平臺", "zh-Hant", [term("平臺")])), ["平臺"]);
  assert.deepEqual(marked(markWords("О государственной политике", "ru", [term("политика", { stems: ["политик"] })])), ["политике"]);
  assert.deepEqual(marked(markWords("소프트웨어의 개발", "ko", [term("소프트웨어")])), ["소프트웨어의"]);
});

test("a concept is marked in the language of the passage", () => {
  assert.deepEqual(
    marked(
      markWords("The law favours free software.", "en", [
        term("قانون", { stems: ["qqconceptlaw"], concept: "law" }),
        term("برمجيات حره", { stems: ["qqconceptopensource"], concept: "opensource" }),
      ]),
    ),
    ["law", "free", "software"],
  );
});

test("single letters and small numbers are marked beside others only", () => {
  assert.deepEqual(marked(markWords("M-16-21 was item 21 of 30", "en", [term("m"), term("16"), term("21")])), ["M", "16", "21"]);
});

test("a passage's text is whole and unchanged in its pieces, whatever it holds", () => {
  const terms = [term("open"), term("law", { concept: "law" }), term("x", { stems: ["'", "\\", "<b>"] })];
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("en", "ar", "zh-Hant", "und", "x", "not a language", ""), (text, language) =>
      assert.equal(whole(markWords(text, language, terms)), text),
    ),
  );
  assert.equal(whole(markWords("<script>open</script>", "en", terms)), "<script>open</script>");
});

test("a long passage is cut to where its marks are, also where no blanks are", () => {
  const long = `${"Nothing of it here. ".repeat(300)}The open source law. ${"More of it. ".repeat(300)}`;
  const chinese = `${"这里没有".repeat(400)}开放${"更多".repeat(400)}`;
  for (const [text, language, word] of [
    [long, "en", "law"],
    [chinese, "zh", "开放"],
  ] as const) {
    const instrument = madeInstrument("ch-long", { provisions: [], texts: [{ id: "t1", language, content: text, source: "s1" } as never] });
    const excerpt = excerptOf(instrument, [term(word)]);
    assert.ok(excerpt && whole(excerpt.pieces).length < 420);
    assert.deepEqual(marked(excerpt.pieces), [word]);
    assert.match(whole(excerpt.pieces), /^… .* …$/);
  }
});

test("the excerpt is the passage that answers most, with its place", () => {
  const excerpt = excerptOf(madeInstrument("ch-act"), [term("publish"), term("code")]);
  assert.equal(excerpt?.locator, "Art. 1");
  assert.deepEqual(marked(excerpt?.pieces ?? []), ["publish", "code"]);
  assert.equal(excerptOf(madeInstrument("ch-act"), [term("zebra")]), undefined);
});
