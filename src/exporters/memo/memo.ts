import type { DraftElement } from "../../drafting/draft.ts";
import { clauseLanguage } from "../../drafting/from-clause.ts";
import { asUnfilled, type RenderedDraft, type RenderedElement } from "../../drafting/rendered.ts";
import { writeStrength } from "../../drafting/wording.ts";
import type { Clause } from "../../registry/clause.ts";
import type { Lesson } from "../../registry/lesson.ts";
import { inLanguage } from "../../shared/localized-text.ts";
import { type DraftContext, type Precedent, type TypeContext, typeNameIn, typesOf } from "../document/context.ts";
import {
  type Block,
  bullets,
  type Document,
  heading,
  type Item,
  inOrder,
  paragraph,
  printable,
  type Run,
  run,
} from "../document/document.ts";
import { frameOf } from "../document/from-draft.ts";
import { filled, type Told } from "../document/told.ts";
import { wordsIn } from "../document/words.ts";
import { memoWords } from "./words.ts";

/** Lessons told for one kind of provision; the registry holds more of some. */
const MOST_LESSONS = 5;
const MOST_GAPS = 200;

/** What the writers of one memo have at hand. */
interface Memo {
  rendered: RenderedDraft;
  context: DraftContext;
  told: Told;
  language: "en" | "fr" | "ar";
}

/** Why each article stands in the draft: for lawyers and for whoever must defend it. `elements` are those of the draft, in its order. */
export function memoOf(
  rendered: RenderedDraft,
  elements: readonly DraftElement[],
  context: DraftContext,
  told: Told,
  changedAt: string,
): Document {
  const { language } = wordsIn(rendered.language);
  const words = memoWords[language];
  const memo = { rendered, context, told, language };
  const articles = rendered.elements.flatMap((element, index) => articleBlocks(element, elements[index] as DraftElement, memo));
  const open = told.gaps.filter(({ level }) => level !== "fact");
  const gaps = [...open.slice(0, MOST_GAPS).map(({ text }) => text), ...moreThan(open.length, MOST_GAPS, words.more)];
  return {
    ...frameOf(rendered, changedAt, context),
    title: `${words.title}${wordsIn(language).colon}${printable(rendered.title)}`,
    blocks: inOrder([
      paragraph(words.lead),
      ...(articles.length > 0 ? articles : [paragraph(words.empty)]),
      heading(1, words.gaps),
      ...(gaps.length > 0 ? [bullets(gaps.map((text) => [run(text)]))] : [paragraph(words.noGaps)]),
    ]),
    notes: [],
  };
}

function articleBlocks(element: RenderedElement, written: DraftElement, memo: Memo): Block[] {
  const words = memoWords[memo.language];
  const title = [element.label, element.heading].filter(Boolean).join(". ") || wordsIn(memo.language).preamble;
  if (element.kind === "part") return [heading(1, title, element.id)];
  const types = typesOf(element);
  return [
    heading(2, title, element.id),
    labelled(words.origin, [run(originOf(element, memo))], memo.language),
    ...element.codings.map(({ type, strength }) =>
      labelled(
        words.does,
        [run(`${typeNameIn(memo.context, type, memo.language)} (${memo.told.code("strength", strength)})`)],
        memo.language,
      ),
    ),
    ...(types.length > 0 ? types.flatMap((type) => onceBlocks(type, element, memo)) : [paragraph(words.silent)]),
    ...changes(element, written, memo),
  ];
}

function originOf({ origin }: RenderedElement, { language, context, told }: Memo): string {
  const words = memoWords[language];
  if (origin.kind === "clause")
    return filled(words.clause, {
      type: typeNameIn(context, origin.clause, language),
      version: origin.version,
      strength: told.code("strength", origin.strength),
    });
  if (origin.kind === "instrument")
    return filled(words.instrument, { instrument: origin.instrument, locator: origin.locator ?? "" }).trim();
  if (origin.kind === "upload") return filled(words.upload, { file: origin.file, number: origin.number ?? "" }).trim();
  return words.own;
}

/** What rests on a kind of provision stands with the first article that has it; later ones lead there. */
function onceBlocks(type: string, { id }: RenderedElement, memo: Memo): Block[] {
  const first = memo.rendered.elements.find((element) => element.kind !== "part" && typesOf(element).includes(type));
  if (!first || first.id === id) return typeBlocks(type, memo);
  return [paragraph(run(filled(memoWords[memo.language].seeFirst, { article: first.label || first.heading }), { to: first.id }))];
}

function typeBlocks(type: string, memo: Memo): Block[] {
  const held = memo.context.types.get(type);
  if (!held) return [];
  const words = memoWords[memo.language];
  const { clause, lessons, precedents } = held;
  const noted = (label: string, note: "why" | "mistakes" | "cost") =>
    clause ? [labelled(label, [inClauseLanguage(clause[note], memo.language)], memo.language)] : [];
  return [
    ...noted(words.why, "why"),
    ...noted(words.mistakes, "mistakes"),
    ...listed(words.evidence, [
      ...lessons.slice(0, MOST_LESSONS).map((lesson) => lessonRuns(lesson, memo.language)),
      ...moreThan(lessons.length, MOST_LESSONS, words.more).map((text) => [run(text)]),
    ]),
    ...listed(
      words.precedents,
      precedents.map((one) => precedentRuns(one, memo.language)),
    ),
    ...listed(
      words.needs,
      (clause?.needs ?? []).map((need) => needRuns(need, memo)),
    ),
    ...noted(words.cost, "cost"),
    ...measuredBlocks(held, memo.language),
  ];
}

function lessonRuns({ titles, sources }: Lesson, language: string): Run[] {
  const title = inLanguage(titles, language);
  const address = sources[0]?.address;
  return [run(title.text, { language: title.language }), ...(address ? [run(" ("), run(address, { address }), run(")")] : [])];
}

function precedentRuns({ place, title, locator, wording }: Precedent, language: string): Run[] {
  const { colon } = wordsIn(language);
  const head = [run(`${place}${colon}`), run(title.text, { language: title.language }), run(`, ${locator}`)];
  if (!wording) return [...head, run(`. ${wordsIn(language).noWording}`)];
  return [
    ...head,
    run(`${colon}“`),
    run(wording.text, { language: wording.language }),
    run(`” (${wording.language}; ${wording.licence}`),
    ...(wording.address ? [run("; "), run(wording.address, { address: wording.address })] : []),
    run(")"),
  ];
}

function needRuns({ clause, because }: Clause["needs"][number], { rendered, context, language }: Memo): Run[] {
  const words = memoWords[language];
  const found = rendered.elements.find((element) => element.kind !== "part" && typesOf(element).includes(clause));
  const type = typeNameIn(context, clause, language);
  const reason = inClauseLanguage(because, language);
  if (!found) return [run(`${filled(words.needOut, { type })}${wordsIn(language).colon}`, { open: true }), reason];
  return [run(`${filled(words.needIn, { type, article: found.label })}${wordsIn(language).colon}`, { to: found.id }), reason];
}

function measuredBlocks({ checks, type }: TypeContext, language: string): Block[] {
  const words = memoWords[language as Memo["language"]];
  const questions = checks.map(({ names, question }) => {
    const [name, asked] = [inLanguage(names, language), inLanguage(question, language)];
    return [run(`${name.text}${wordsIn(language).colon}`, { language: name.language }), run(asked.text, { language: asked.language })];
  });
  if (questions.length > 0) return listed(words.measured, questions);
  return type ? [labelled(words.measured, [run(filled(words.noCheck, { data: type.indicator.data }))], language)] : [];
}

/** The paragraphs that the drafters changed, beside the model's; a clause is worded in English and French alone. */
function changes({ origin }: RenderedElement, written: DraftElement, { rendered, context, language }: Memo): Block[] {
  if (origin.kind !== "clause") return [];
  const words = memoWords[language];
  const clause = context.types.get(origin.clause)?.clause;
  const variant = clause?.variants.find(({ id }) => id === origin.variant);
  if (!clause || !variant) return [labelled(words.changed, [run(words.noModel)], language)];
  if (!/^(en|fr)\b/.test(rendered.language)) return [labelled(words.changed, [run(words.otherLanguage)], language)];
  const wordedIn = clauseLanguage(rendered.language);
  const model = linesOf(writeStrength(variant.text[wordedIn], origin.strength, wordedIn));
  const own = linesOf(written.text);
  const taken = model.filter((line) => !own.includes(line));
  const added = own.filter((line) => !model.includes(line));
  const newer = clause.version === origin.version ? [] : [paragraph(filled(words.newer, { now: clause.version, old: origin.version }))];
  if (taken.length + added.length === 0) return [labelled(words.changed, [run(words.same)], language), ...newer];
  const shown = (lines: readonly string[]) =>
    lines.map((line) => [run(asUnfilled(line, context.labels, rendered.language), { language: rendered.language })]);
  return [labelled(words.changed, [], language), ...newer, ...listed(words.taken, shown(taken)), ...listed(words.added, shown(added))];
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/^- /, "").trim())
    .filter(Boolean);
}

function labelled(label: string, runs: readonly Run[], language: string): Block {
  return paragraph(run(`${label}${runs.length > 0 ? wordsIn(language).colon : ""}`, { bold: true }), ...runs);
}

function listed(label: string, items: readonly (readonly Run[])[]): Block[] {
  return items.length > 0 ? [{ kind: "paragraph", runs: [run(label, { bold: true })], items: items.map((runs): Item => ({ runs })) }] : [];
}

function moreThan(count: number, most: number, words: string): string[] {
  return count > most ? [filled(words, { count: count - most })] : [];
}

/** A clause's note: in French for a French memo, in English otherwise, and marked as such. */
function inClauseLanguage(texts: { en: string; fr: string }, language: string): Run {
  const own = clauseLanguage(language);
  return run(texts[own], { language: own });
}
