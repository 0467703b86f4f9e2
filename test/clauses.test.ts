import assert from "node:assert/strict";
import { test } from "node:test";
import { clauseLanguage, fittingVariant } from "../src/drafting/from-clause.ts";
import { renderClause } from "../src/drafting/render-clause.ts";
import { blanksOf, referencesOf } from "../src/drafting/wording.ts";
import { checkDataset } from "../src/importers/dataset/check.ts";
import { readDataset } from "../src/importers/dataset/read.ts";
import { type Clause, type ClauseVariant, capacities, legalForms, unsoundWording } from "../src/registry/clause.ts";
import { isTextBased } from "../src/registry/coding.ts";

const { dataset, faults } = readDataset("dataset");
const clauses = dataset.clauses.map(({ value }) => value);
const instruments = new Map(dataset.instruments.map(({ value }) => [value.id, value]));
const languages = ["en", "fr"] as const;

/** "publish-existing-code, general": what is wrong with each wording in the box. */
function wrongWordings(look: (variant: ClauseVariant, clause: Clause) => unknown): string[] {
  return clauses.flatMap((clause) =>
    clause.variants.flatMap((variant) => {
      const found = look(variant, clause);
      return found === undefined || found === false ? [] : [`${clause.id}, ${variant.id}: ${JSON.stringify(found)}`];
    }),
  );
}

function whole({ heading, text }: ClauseVariant, language: "en" | "fr"): string {
  return `${heading[language]}\n${text[language]}`;
}

/** What stands differently in the two languages, if anything does. */
function differing<T>(variant: ClauseVariant, count: (text: string) => T): [T, T] | undefined {
  const [en, fr] = [count(whole(variant, "en")), count(whole(variant, "fr"))];
  return JSON.stringify(en) === JSON.stringify(fr) ? undefined : [en, fr];
}

test("the clauses in the box can be read and point to what is there", () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(checkDataset(dataset), []);
  assert.ok(clauses.length >= 91, `${clauses.length} clauses`);
});

test("every provision type that two instruments were read to contain has a clause", () => {
  const readIn = new Map<string, Set<string>>();
  for (const { id, provisions } of instruments.values())
    for (const { type, verdict, ...coding } of provisions.flatMap(({ codings }) => codings))
      if (verdict === "accepted" && isTextBased(coding)) readIn.set(type, (readIn.get(type) ?? new Set()).add(id));
  const worded = new Set(clauses.map(({ id }) => id));
  assert.deepEqual(
    [...readIn].filter(([type, held]) => held.size >= 2 && !worded.has(type)).map(([type]) => type),
    [],
  );
});

test("no wording is unsound", () => {
  assert.deepEqual(
    clauses.flatMap((clause) => unsoundWording(clause).map((message) => `${clause.id}: ${message}`)),
    [],
  );
});

test("precedents are of at least two instruments, and the registry quotes two", () => {
  const isQuoted = ({ instrument, provision }: Clause["precedents"][number]) =>
    (instruments.get(instrument)?.provisions.find(({ id }) => id === provision)?.wording.length ?? 0) > 0;
  const ofOne = (precedents: Clause["precedents"]) => new Set(precedents.map(({ instrument }) => instrument)).size < 2;
  assert.deepEqual(
    clauses.filter(({ precedents }) => ofOne(precedents)).map(({ id }) => id),
    [],
  );
  assert.deepEqual(
    clauses.filter(({ precedents }) => ofOne(precedents.filter(isQuoted))).map(({ id }) => id),
    [],
  );
});

test("the first variant is for any form and capacity, so that every profile is offered one", () => {
  const special = clauses.filter(({ variants: [first] }) => first && first.forms.length + first.capacities.length > 0);
  assert.deepEqual(
    special.map(({ id }) => id),
    [],
  );
  for (const clause of clauses)
    for (const form of legalForms.filter((one) => one !== "contract"))
      for (const capacity of capacities) assert.ok(fittingVariant(clause, form, capacity), `${clause.id}: ${form}, ${capacity}`);
});

test("the variants of a clause bear different ids", () => {
  assert.deepEqual(
    clauses.filter(({ variants }) => new Set(variants.map(({ id }) => id)).size < variants.length).map(({ id }) => id),
    [],
  );
});

test("English and French say the same: paragraphs, items, blanks, references and duties", () => {
  assert.deepEqual(
    wrongWordings((variant) => differing(variant, (text) => text.split(/\n\n/).length)),
    [],
  );
  assert.deepEqual(
    wrongWordings((variant) => differing(variant, (text) => text.match(/^- /gm)?.length ?? 0)),
    [],
  );
  assert.deepEqual(
    wrongWordings((variant) =>
      differing(variant, (text) =>
        blanksOf(text)
          .filter((name) => name !== "must")
          .sort(),
      ),
    ),
    [],
  );
  assert.deepEqual(
    wrongWordings((variant) => differing(variant, (text) => [...new Set(referencesOf(text).map(({ id }) => id))].sort())),
    [],
  );
  assert.deepEqual(
    wrongWordings((variant) => differing(variant, (text) => text.match(/\{must(?::plural)?\}/g)?.length ?? 0)),
    [],
  );
});

test("strength is written where it can be chosen, and nowhere else", () => {
  assert.deepEqual(
    wrongWordings(
      (variant) =>
        variant.strengths.join() === "must-not" && languages.filter((language) => /\{must/.test(whole(variant, language))).join() !== "",
    ),
    [],
  );
  assert.deepEqual(
    wrongWordings((variant) => /\{must:plural\}/.test(whole(variant, "en"))),
    [],
  );
});

test("nothing of a rendered clause is left in braces, and no paragraph numbers itself", () => {
  const left = wrongWordings((variant) => {
    const written = variant.strengths.flatMap((strength) =>
      languages.flatMap((language) => {
        const { heading, paragraphs } = renderClause(variant, strength, language);
        const pieces = paragraphs.flatMap((paragraph) => [...paragraph.pieces, ...paragraph.items.flatMap((item) => item.pieces)]);
        return [heading, ...pieces.map((piece) => (piece.kind === "words" ? piece.text : ""))];
      }),
    );
    return written.find((text) => /[{}]|\[\[|\]\]/.test(text));
  });
  assert.deepEqual(left, []);
  assert.deepEqual(
    wrongWordings((variant) => languages.flatMap((language) => variant.text[language].match(/^(?:\(?\d+[.)]|[ \t]).*/m) ?? [])[0]),
    [],
  );
});

test("apostrophes are typographic and English is British", () => {
  assert.deepEqual(
    wrongWordings((variant) => languages.some((language) => whole(variant, language).includes("'"))),
    [],
  );
  const american = (text: string) => text.match(/\b(?!(?:prize|size|Organiz))[a-z]+iz(?:ation|ed?|es|ing)\b/i)?.[0];
  assert.deepEqual(
    wrongWordings((variant) => american(whole(variant, "en"))),
    [],
  );
});

test("a French blank whose answer begins with an article stands behind no preposition that would merge with it", () => {
  const merged = wrongWordings(
    (variant, { blanks }) =>
      blanks
        .filter(({ example }) => /^(?:le|les) /.test(example.fr))
        .flatMap(({ name }) => whole(variant, "fr").match(new RegExp(`.{0,20}(?<![\\p{L}])(?:de|à) \\{${name}\\}`, "u")) ?? [])[0],
  );
  assert.deepEqual(merged, []);
});

test("clauses are worded in French for French drafts and in English for all others", () => {
  assert.deepEqual(["fr", "fr-CA", "en", "ar", "de"].map(clauseLanguage), ["fr", "fr", "en", "en", "en"]);
});

/** Where one length of time rightly stands twice. */
const saidTwice = ["exit-and-lock-in-cost, contract: exit-months"];

test("a blank for a time, an amount or a share stands once in a wording: two duties have two deadlines", () => {
  const twice = clauses.flatMap(({ id, blanks, variants }) =>
    variants.flatMap(({ id: variant, text }) =>
      blanks
        .filter(({ type }) => ["date", "duration", "number", "percentage", "money"].includes(type))
        .filter(({ name }) => text.en.split(`{${name}}`).length > 2)
        .map(({ name }) => `${id}, ${variant}: ${name}`),
    ),
  );
  assert.deepEqual(twice, saidTwice);
});

test("a blank that means two things is told", () => {
  const [first, second] = dataset.clauses.filter(({ value }) => value.blanks.length > 0);
  assert.ok(first && second);
  const [mine] = first.value.blanks;
  assert.ok(mine);
  const renamed = { ...mine, label: { en: "Something else", fr: "Autre chose" } };
  const twice = { ...second, value: { ...second.value, blanks: [renamed] } };
  const told = checkDataset({ ...dataset, clauses: [first, twice] }).filter(({ message }) =>
    message.includes(`the blank “${mine.name}” is a`),
  );
  assert.equal(told.length, 1);
  assert.equal(told[0]?.file, second.file);
  assert.equal(told[0]?.at, "blanks.0");
});

test("French keeps its punctuation and its numbers on one line, in wording, labels and notes", () => {
  const french = (value: unknown): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, held]) => (key === "fr" && typeof held === "string" ? [held] : french(held)))
      : [];
  const loose = clauses.flatMap(({ id, ...clause }) =>
    french(clause).flatMap((text) => {
      const found = text.match(/.{0,20}(?: [;:?!»%]|«(?!\u00a0)|[^\s\u00a0\u202f][;?!»](?!\w)|\d (?=\d{3}(?!\d))).{0,10}/);
      return found ? [`${id}: ${found[0]}`] : [];
    }),
  );
  assert.deepEqual(loose, []);
});

test("no French duty is “doit ne … que”: what is required is said in the affirmative, “ne” stands before the verb of strength", () => {
  assert.deepEqual(
    wrongWordings(({ strengths, text }) => strengths.join() !== "may" && text.fr.match(/\{must(?::plural)?\} n(?:e |’).{0,30}/)?.[0]),
    [],
  );
});

test("a time limit says from when it is counted", () => {
  const starts = { en: /\{deadline\} (?:of|counted from) /, fr: /\{deadline\} (?:à compter d|après )/ };
  const open = {
    en: /\bWithin (?:two|three|six|twelve) (?:weeks|months|years)(?! of\b)[ .,;].{0,20}/g,
    fr: /\bDans les (?:deux|trois|six|douze) mois[.,;].{0,20}/g,
  };
  assert.deepEqual(
    wrongWordings(({ text }) =>
      languages.some((language) => text[language].includes("{deadline}") && !starts[language].test(text[language])),
    ),
    [],
  );
  assert.deepEqual(
    wrongWordings(({ text }) => languages.flatMap((language) => text[language].match(open[language]) ?? [])[0]),
    [],
  );
});
