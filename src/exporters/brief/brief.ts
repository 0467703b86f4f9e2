import type { Draft } from "../../drafting/draft.ts";
import { clauseLanguage } from "../../drafting/from-clause.ts";
import type { RenderedDraft, RenderedElement } from "../../drafting/rendered.ts";
import { answerTo } from "../../drafting/wording.ts";
import type { Lesson } from "../../registry/lesson.ts";
import { inLanguage } from "../../shared/localized-text.ts";
import { type DraftContext, typeNameIn, typesOf } from "../document/context.ts";
import {
  type Block,
  bullets,
  type Cell,
  type Document,
  heading,
  inOrder,
  paragraph,
  printable,
  type Run,
  run,
} from "../document/document.ts";
import { frameOf } from "../document/from-draft.ts";
import { filled, shortened, type Told } from "../document/told.ts";
import { wordsIn } from "../document/words.ts";
import { briefWords } from "./words.ts";

/** The four areas of the call that the United Nations put to governments. */
const areas = ["funding", "procurement", "licensing", "development"] as const;
/** What keeps it at two pages: how many of a kind are told, and how long a line may be. */
const MOST = { articles: 3, duties: 5, costs: 2, gaps: 4, lessons: 3, names: 4 };
const LINE = 150;

interface Brief {
  draft: Pick<Draft, "elements" | "answers">;
  rendered: RenderedDraft;
  context: DraftContext;
  told: Told;
  language: "en" | "fr" | "ar";
}

/** At most two pages for whoever decides: what the draft does, asks, costs and lacks, where such rules worked, and the decision asked for. */
export function briefOf(
  draft: Pick<Draft, "changedAt" | "elements" | "answers">,
  rendered: RenderedDraft,
  context: DraftContext,
  told: Told,
): Document {
  const { language } = wordsIn(rendered.language);
  const words = briefWords[language];
  const brief = { draft, rendered, context, told, language };
  const articles = rendered.elements.filter(({ kind }) => kind === "article").length;
  return {
    ...frameOf(rendered, draft.changedAt, context),
    title: `${words.title}${wordsIn(language).colon}${shortened(printable(rendered.title), 100)}`,
    blocks: inOrder([
      heading(1, words.decision),
      paragraph(filled(words.decide, { title: shortened(rendered.title, LINE), articles })),
      heading(1, words.does),
      bullets(areas.map((area) => areaRuns(area, brief))),
      heading(1, words.asks),
      ...dutyBlocks(brief),
      heading(1, words.cost),
      ...costBlocks(brief),
      heading(1, words.missing),
      ...missingBlocks(brief),
      heading(1, words.worked),
      ...lessonBlocks(brief),
      heading(1, words.measured),
      ...measuredBlocks(brief),
    ]),
    notes: [],
  };
}

function areaRuns(area: (typeof areas)[number], { rendered, context, told, language }: Brief): Run[] {
  const here = rendered.elements.filter((element) => typesOf(element).some((type) => context.types.get(type)?.type?.area === area));
  const names = here.slice(0, MOST.articles).map(nameOf);
  const more = here.length > names.length ? ["…"] : [];
  return [
    run(`${told.code("area", area)}${wordsIn(language).colon}`, { bold: true }),
    run(here.length > 0 ? [...names, ...more].join("; ") : briefWords[language].nothing),
  ];
}

function nameOf({ label, heading: words }: RenderedElement): string {
  return shortened([label, words].filter(Boolean).join(". "), 70);
}

function dutyBlocks({ draft, rendered, context, told, language }: Brief): Block[] {
  const words = briefWords[language];
  const duties = rendered.elements.flatMap((element) =>
    element.codings.flatMap((coding) =>
      isDuty(coding, context) ? [{ element, coding, when: coding.deadline ?? dateIn(element.id, draft, context) }] : [],
    ),
  );
  if (duties.length === 0) return [paragraph(words.noDuty)];
  // What has a date stands first: it is what is asked by when.
  const shown = duties.toSorted((a, b) => Number(!a.when) - Number(!b.when)).slice(0, MOST.duties);
  const text = (words: string): Cell => [[run(shortened(words, 90))]];
  const rows = shown.map(({ element, coding: { addressee, type }, when }) => [
    text(addressee ? told.code("addressee", addressee) : words.notSaid),
    text(`${element.label}${wordsIn(language).colon}${typeNameIn(context, type, language)}`),
    text(when ?? words.notSaid),
  ]);
  const table: Block = { kind: "table", header: [words.who, words.what, words.when], shares: [28, 47, 25], rows };
  return [table, ...(duties.length > shown.length ? [paragraph(filled(words.moreDuties, { count: duties.length - shown.length }))] : [])];
}

/** The date or time limit that fills a blank of an article, where no coding says one. */
function dateIn(id: string, { elements, answers }: Brief["draft"], { types }: DraftContext): string | undefined {
  const element = elements.find((one) => one.id === id);
  if (!element) return undefined;
  const limits = typesOf(element)
    .flatMap((type) => types.get(type)?.clause?.blanks ?? [])
    .filter(({ name, type }) => (type === "date" || name === "deadline") && element.text.includes(`{${name}}`));
  return limits.map(({ name }) => answerTo(answers, name)).find(Boolean);
}

function costBlocks({ rendered, context, language }: Brief): Block[] {
  const words = briefWords[language];
  const wordedIn = clauseLanguage(language);
  const types = [...new Set(rendered.elements.flatMap(typesOf))].filter((type) => !isDefinition(type, context));
  const clauses = types.flatMap((type) => context.types.get(type)?.clause ?? []);
  const costs = clauses
    .slice(0, MOST.costs)
    .map(({ id, cost }) => [
      run(`${typeNameIn(context, id, language)}${wordsIn(language).colon}`),
      run(shortened(cost[wordedIn], LINE), { language: wordedIn }),
    ]);
  return [paragraph(words.noSum), ...(costs.length > 0 ? [paragraph(words.costNote), bullets(costs)] : [])];
}

function missingBlocks({ context, told, language }: Brief): Block[] {
  const words = briefWords[language];
  const found = told.gaps.filter(({ level }) => level === "missing" || level === "contradiction");
  const comments = context.comments.filter(({ answers, resolvedAt }) => answers === null && resolvedAt === null).length;
  const lines = [
    ...found.slice(0, MOST.gaps).map(({ text }) => shortened(text, LINE)),
    ...(found.length > MOST.gaps ? [filled(words.moreMissing, { count: found.length - MOST.gaps })] : []),
    ...(comments > 0 ? [filled(words.comments, { count: comments })] : []),
  ];
  return lines.length > 0 ? [bullets(lines.map((text) => [run(text)]))] : [paragraph(words.noMissing)];
}

/** Of each outcome one lesson before a second one of the same: a minister is told of failure too. */
function lessonBlocks({ rendered, context, language }: Brief): Block[] {
  const held = new Map<string, Lesson>();
  for (const type of new Set(rendered.elements.flatMap(typesOf)))
    for (const lesson of context.types.get(type)?.lessons ?? []) held.set(lesson.id, lesson);
  const byOutcome = Map.groupBy(held.values(), ({ outcome }) => outcome);
  const turns = (["worked", "failed", "mixed"] as const).map((outcome) => byOutcome.get(outcome) ?? []);
  const longest = Math.max(...turns.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, index) => turns.flatMap((lessons) => lessons[index] ?? [])).flat();
  if (inTurn.length === 0) return [paragraph(briefWords[language].noLesson)];
  return [
    bullets(
      inTurn.slice(0, MOST.lessons).map(({ titles, sources }) => {
        const title = inLanguage(titles, language);
        const address = sources[0]?.address;
        return [
          run(shortened(title.text, 240), { language: title.language }),
          ...(address && address.length <= 100 ? [run(" "), run(address, { address })] : []),
        ];
      }),
    ),
  ];
}

function measuredBlocks({ rendered, context, language }: Brief): Block[] {
  const words = briefWords[language];
  const types = [...new Set(rendered.elements.flatMap(({ codings }) => codings.map(({ type }) => type)))].filter(
    (type) => !isDefinition(type, context),
  );
  if (types.length === 0) return [paragraph(words.noneMeasured)];
  const [checked, attested] = [types.filter((type) => hasCheck(type, context)), types.filter((type) => !hasCheck(type, context))];
  const names = (list: readonly string[]) => {
    const shown = list.slice(0, MOST.names).map((type) => shortened(typeNameIn(context, type, language), 60));
    return [...shown, ...(list.length > shown.length ? ["…"] : [])].join("; ");
  };
  return [
    ...(checked.length > 0 ? [paragraph(filled(words.checked, { count: checked.length, of: types.length, names: names(checked) }))] : []),
    ...(attested.length > 0 ? [paragraph(filled(words.attested, { names: names(attested) }))] : []),
  ];
}

function isDuty({ strength, type }: RenderedElement["codings"][number], context: DraftContext): boolean {
  return (strength === "must" || strength === "must-not") && !isDefinition(type, context);
}

/** A definition binds nobody, costs nothing and is neither measured nor attested. */
function isDefinition(type: string, { types }: DraftContext): boolean {
  return types.get(type)?.clause?.part === "definitions";
}

function hasCheck(type: string, { types }: DraftContext): boolean {
  return (types.get(type)?.checks.length ?? 0) > 0;
}
