import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { TextBlock } from "../../shared/text-block.ts";
import { splitArticles } from "./split-articles.ts";

const paragraphs = (...texts: string[]): TextBlock[] => texts.map((text) => ({ kind: "paragraph", text }));
const numbersOf = (blocks: readonly TextBlock[]) => splitArticles(blocks, undefined).articles.map((article) => article.number);

test("articles are found in the words of many languages, and their numbers stay strings", () => {
  for (const [first, second] of [
    ["Article 1", "Article 2 bis"],
    ["Art. 28¹", "Art. 28²"],
    ["§ 16", "§ 16a"],
    ["Section 4", "Section 5"],
    ["Artículo 1º", "Artículo 2-bis"],
    ["Articolo 1", "Art. 2-ter"],
    ["Artigo 1º", "Artigo 2º"],
    ["المادة 1", "المادة ٢"],
    ["Статья 1", "Статья 2"],
    ["第一条", "第二条"],
    ["제1조", "제2조"],
    ["Άρθρο 1", "Άρθρο 2"],
  ] as const) {
    const found = splitArticles(paragraphs(`${first} – Scope`, "It applies.", `${second} – Use`, "They use it."), undefined).articles;
    assert.deepEqual(
      found.map((article) => [article.number, article.text]),
      [
        [first, "It applies."],
        [second, "They use it."],
      ],
      first,
    );
  }
});

test("heading and text are told apart, in one line or in two", () => {
  const { articles } = splitArticles(
    paragraphs("Artículo 1.- Objeto", "La ley regula.", "Artículo 2.- Las entidades publican el código fuente que desarrollan."),
    "es",
  );
  assert.deepEqual(articles[0], { id: "articulo-1", number: "Artículo 1", heading: "Objeto", text: "La ley regula.", blocks: [0, 1] });
  assert.equal(articles[1]?.heading, undefined);
  assert.equal(articles[1]?.text, "Las entidades publican el código fuente que desarrollan.");
});

test("a sentence that begins with a reference begins no article", () => {
  const blocks = paragraphs(
    "Article 1 Scope",
    "Article 5 of the Act applies.",
    "Art. 3 Abs. 2 bleibt vorbehalten.",
    "Article 2 Use",
    "Text.",
  );
  assert.deepEqual(numbersOf(blocks), ["Article 1", "Article 2"]);
});

test("a table of contents gives no articles, with page numbers or without", () => {
  const text = paragraphs("Article 1 Scope", "It applies.", "Article 2 Use", "They use it.");
  assert.equal(splitArticles([...paragraphs("Article 1 Scope ........ 3", "Article 2 Use ........ 12"), ...text], "en").articles.length, 2);
  assert.equal(splitArticles([...paragraphs("Article 1 Scope", "Article 2 Use"), ...text], "en").articles.length, 2);
});

test("running heads and page numbers are left out, and broken lines joined", () => {
  const page = (number: number, ...texts: string[]): TextBlock[] =>
    ["Official Gazette No 7", ...texts, `${number}`].map((text) => ({ kind: "paragraph", text, page: number }));
  const { articles } = splitArticles(
    [
      ...page(1, "Article 1 Code", "Agencies publish the source"),
      ...page(2, "code that they devel-", "op themselves."),
      ...page(3, "Article 2 End", "It ends."),
    ],
    "en",
  );
  assert.deepEqual(
    articles.map((article) => article.text),
    ["Agencies publish the source code that they develop themselves.", "It ends."],
  );
});

test("what stands before is the preamble, what is annexed has articles of its own", () => {
  const blocks: TextBlock[] = [
    ...paragraphs("The Parliament,", "Having regard to the Treaty,", "Article 1 Scope", "It applies.", "Article 2 Use", "They use it."),
    { kind: "heading", level: 1, text: "Annex A" },
    ...paragraphs("Forms of licence."),
  ];
  const split = splitArticles(blocks, "en");
  assert.equal(split.preamble, "The Parliament,\nHaving regard to the Treaty,");
  assert.deepEqual(
    split.annexes.map((article) => [article.id, article.heading, article.text]),
    [["annex-annex-a", "Annex A", "Forms of licence."]],
  );
  assert.equal(split.articles.at(-1)?.text, "They use it.");
});

test("a part between two articles belongs to neither", () => {
  const { articles } = splitArticles(
    paragraphs("Artículo 1. Uso", "Se usa.", "TÍTULO V", "Software libre", "Artículo 2. Fin", "Termina."),
    "es",
  );
  assert.equal(articles[0]?.text, "Se usa.");
});

test("a text without articles is split at its headings, one without headings at its numbers, else at its paragraphs", () => {
  const headings: TextBlock[] = [
    { kind: "heading", level: 1, text: "Guide" },
    { kind: "heading", level: 2, text: "Licences" },
    ...paragraphs("Use the EUPL."),
    { kind: "heading", level: 2, text: "Code" },
    ...paragraphs("Publish it."),
  ];
  assert.deepEqual(
    splitArticles(headings, "en").articles.map((article) => article.heading),
    ["Licences", "Code"],
  );
  assert.deepEqual(numbersOf(paragraphs("1. Publish.", "more", "2. Reuse.")), ["1.", "2."]);
  assert.equal(splitArticles(paragraphs("Publish it.", "Reuse it."), "en").articles.length, 2);
});

test("a text under one heading is one section, unless it is long", () => {
  const under = (...texts: string[]): TextBlock[] => [{ kind: "heading", level: 1, text: "Results" }, ...paragraphs(...texts)];
  const { articles } = splitArticles(under("Publish it.", "Reuse it."), "en");
  assert.deepEqual(
    articles.map(({ heading, text }) => [heading, text]),
    [["Results", "Publish it.\nReuse it."]],
  );
  assert.equal(splitArticles(under("Publish it.", "x".repeat(10_000)), "en").articles.length, 2);
});

test("a directive after the articles that put it into force is split at its numbered headings", () => {
  const resolution = ["Artículo 1.- Aprobar la Directiva.", "Artículo 2.- Publicar la Resolución.", "DIRECTIVA"];
  const sections = ["I. Objeto", "Establecer un catálogo.", "II. Normas", "II.1 Uso.", "1. Se usarán;", "II.2 Ámbito", "Rige para todos."];
  assert.deepEqual(numbersOf(paragraphs(...resolution, ...sections)), ["Artículo 1", "Artículo 2", "I.", "II.1", "II.2"]);
  assert.deepEqual(numbersOf(paragraphs(...resolution, "1. Uno", "2. Dos", "Texto.")), ["Artículo 1", "Artículo 2"]);
});

test("the list's own number is read like a written one", () => {
  const blocks: TextBlock[] = [
    { kind: "heading", number: "Art. 1", text: "Scope" },
    { kind: "paragraph", number: "1", text: "It applies." },
    { kind: "heading", number: "Art. 2", text: "Use" },
    { kind: "paragraph", text: "They use it." },
  ];
  const { articles } = splitArticles(blocks, "en");
  assert.deepEqual(
    articles.map(({ number, heading, text }) => [number, heading, text]),
    [
      ["Art. 1", "Scope", "1 It applies."],
      ["Art. 2", "Use", "They use it."],
    ],
  );
});

test("any blocks can be split: ids are unique, spans in order and inside, and nothing is thrown", () => {
  const word = fc.constantFrom(
    "Article 1",
    "Art. 2",
    "§ 3",
    "Annex",
    "TÍTULO V",
    "source",
    "\u0000",
    "مادة",
    "\u202e",
    "12",
    "....... 4",
    "1.",
    "x".repeat(400),
  );
  const block = fc.record({
    kind: fc.constantFrom("heading", "paragraph", "item", "table-row" as const),
    text: fc.array(word, { maxLength: 6 }).map((words) => words.join(" ")),
    page: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const split = splitArticles(blocks as TextBlock[], undefined);
      const all = [...split.articles, ...split.annexes];
      assert.equal(new Set(all.map((article) => article.id)).size, all.length);
      let before = -1;
      for (const {
        blocks: [from, to],
      } of all) {
        assert.ok(from > before && to >= from && to < blocks.length);
        before = to;
      }
    }),
  );
});

test("five million characters in one paragraph are one article", () => {
  const long = "Article 1 \u0000 المصدر ** ".repeat(220_000);
  const { articles } = splitArticles([{ kind: "paragraph", text: long }], undefined);
  assert.equal(articles.length, 1);
  assert.ok((articles[0]?.text.length ?? 0) > 4_800_000);
});
