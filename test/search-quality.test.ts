import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, askPlainRanking, askSearch, describe, figuresOf, readAsked } from "./search-evaluation.ts";
import { openTestRegistry } from "./support.ts";

const { db } = await openTestRegistry();

for (const [file, least] of [
  ["test/search-questions.yml", 72],
  ["test/search-questions-heldout.yml", 24],
] as const) {
  test(`nine in ten of the questions of ${file} find their target in the first ten`, async (context) => {
    const questions = readAsked(file);
    const answers = await askSearch(db, questions);
    const figures = figuresOf(answers);
    context.diagnostic(`\n${describe(answers, "language")}\n${describe(answers, "kind")}\n${missesOf(answers)}`);
    assert.ok(questions.length >= least);
    assert.ok(figures.inTen >= 0.9 * figures.questions, `${figures.inTen} of ${figures.questions} in the first ten\n${missesOf(answers)}`);

    const plain = figuresOf(await askPlainRanking(db, questions));
    context.diagnostic(`plain ts_rank: ${plain.inTen} of ${plain.questions} in the first ten, ${plain.first} first`);
    assert.ok(figures.first > plain.first);
  });
}

test("the questions are asked in the six UN languages and more, with twelve or more in five, and mistyped", () => {
  const questions = readAsked("test/search-questions.yml");
  const inLanguage = (...languages: string[]) => questions.filter(({ language }) => languages.includes(language)).length;
  for (const language of ["ar", "en", "es", "fr", "ru", "zh"]) assert.ok(inLanguage(language) >= 8, language);
  for (const group of [["en"], ["fr"], ["es"], ["pt", "de"], ["ar"], ["ru", "zh"]]) assert.ok(inLanguage(...group) >= 12, group.join());
  assert.ok(questions.filter(({ kind }) => kind === "typo").length >= 10);
});

function missesOf(answers: readonly Answer[]): string {
  return answers
    .filter(({ place }) => place === 0)
    .map(({ asked, found }) => `missed: “${asked.question}” sought ${asked.target}, found ${found.slice(0, 3).join(", ")}`)
    .join("\n");
}
