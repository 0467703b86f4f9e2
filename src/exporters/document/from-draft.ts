import { localAuthor } from "../../drafting/event.ts";
import type { DraftComment } from "../../drafting/find.ts";
import type { RenderedDraft, RenderedElement } from "../../drafting/rendered.ts";
import type { Piece } from "../../drafting/wording.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { type DraftContext, type Precedent, typesOf } from "./context.ts";
import {
  type Block,
  type Cell,
  type Document,
  type HeadingNumber,
  heading,
  inOrder,
  type Note,
  paragraph,
  plain,
  printable,
  type Run,
  run,
} from "./document.ts";
import { shortened } from "./told.ts";
import { type DocumentWords, dayIn, wordsIn } from "./words.ts";

/** Titles of laws can fill half a page; the link leads to the whole. */
const LONGEST_TITLE = 80;

/**
 * The draft itself as a document: its text with numbers, comments where they were made, and a table of precedents as annex.
 * documentOf(renderDraft(draft), await findDraftContext(db, draft), draft.changedAt)
 */
export function documentOf(
  rendered: RenderedDraft,
  context: DraftContext,
  changedAt: string,
  precedents: PrecedentForm = "named",
): Document {
  const notes = notesOf(rendered, context.comments);
  const placed = new Set<number>();
  const text = rendered.elements.flatMap((element) => elementBlocks(element, rendered.language, notes, placed));
  return {
    ...frameOf(rendered, changedAt, context),
    title: printable(rendered.title),
    blocks: inOrder([...text, ...precedentBlocks(rendered, context, precedents)]),
    notes: notes.map(({ note }) => note),
  };
}

/** What every document about a draft has: its language, its day, the words at the foot of its pages. */
export function frameOf(
  rendered: RenderedDraft,
  changedAt: string,
  { adopted }: Pick<DraftContext, "adopted">,
): Omit<Document, "title" | "blocks" | "notes"> {
  const words = wordsIn(rendered.language);
  const state = adopted ? adoptedAs(adopted, rendered.language) : [words.state.replace("{day}", dayIn(rendered.language, changedAt))];
  const body = rendered.issuingBody ? printable(rendered.issuingBody) : undefined;
  return {
    subtitle: [...(body ? [body] : []), ...state],
    language: rendered.language,
    direction: rendered.direction,
    ...(body ? { author: body } : {}),
    changedAt,
    page: [words.page, words.of],
    notesTitle: words.comments,
  };
}

/** "Adopted on 20 November 2026", its number, and where it stands. */
function adoptedAs({ dates, number, sources }: Instrument, language: string): string[] {
  const words = wordsIn(language);
  return [
    ...(dates.adopted ? [words.adopted.replace("{day}", dayIn(language, dates.adopted.value))] : []),
    ...(number ? [words.number.replace("{number}", () => printable(number))] : []),
    ...(sources[0] ? [sources[0].address] : []),
  ];
}

interface Anchored {
  note: Note;
  element: string;
  span: string | null;
}

/** Comments as notes: an answer hangs on the comment it answers and stands at the same place. */
function notesOf(rendered: RenderedDraft, comments: readonly DraftComment[]): Anchored[] {
  const words = wordsIn(rendered.language);
  const here = new Set(rendered.elements.map(({ id }) => id));
  const shown = comments.filter(({ element }) => here.has(element));
  const numbers = new Map(shown.map(({ comment }, index) => [comment, index]));
  const byNumber = new Map(shown.map((comment) => [comment.comment, comment]));
  return shown.map((comment, id) => {
    const parent = comment.answers === null ? undefined : byNumber.get(comment.answers);
    const answers = parent ? numbers.get(parent.comment) : undefined;
    const paragraphs = [
      ...(comment.span ? [words.about.replace("{span}", () => comment.span as string)] : []),
      ...comment.body.split("\n"),
      ...(comment.suggestion === null ? [] : [words.suggested.replace("{suggestion}", () => comment.suggestion as string)]),
      ...(comment.verdict ? [words[comment.verdict]] : []),
    ];
    return {
      element: comment.element,
      span: (parent ?? comment).span,
      note: {
        id,
        who: comment.who === localAuthor ? words.author : printable(comment.who),
        at: comment.at,
        paragraphs: paragraphs.map(printable).filter((text) => text.trim()),
        resolved: (parent ?? comment).resolvedAt !== null,
        ...(answers === undefined ? {} : { answers }),
      },
    };
  });
}

function elementBlocks(element: RenderedElement, language: string, notes: readonly Anchored[], placed: Set<number>): Block[] {
  const open = notes.filter((one) => one.element === element.id);
  const anchor = (runs: readonly Run[]) => anchorSpans(runs, open, placed);
  const paragraphs = element.paragraphs.map(
    ({ number, pieces, items }): Block => ({
      kind: "paragraph",
      ...(number === undefined ? {} : { number }),
      runs: anchor(runsOfPieces(pieces, language)),
      items: items.map(({ letter, pieces: own }) => ({ letter, runs: anchor(runsOfPieces(own, language)) })),
    }),
  );
  // What is said of the whole article, or of words that stand there no more, hangs on its heading.
  const rest = open.filter(({ note }) => !placed.has(note.id)).map(({ note }) => note.id);
  const words = printable(element.heading).trim() || (element.kind === "preamble" ? wordsIn(language).preamble : "");
  const numbered = numberOf(element);
  const level = element.kind === "article" || element.kind === "preamble" ? 2 : 1;
  const title = { ...run(words), ...(rest.length > 0 ? { notes: rest } : {}) };
  return [{ kind: "heading", level, id: element.id, runs: [title], ...(numbered ? { numbered } : {}) }, ...paragraphs];
}

function numberOf({ kind, number, label }: RenderedElement): HeadingNumber | undefined {
  if (number === undefined || kind === "preamble") return undefined;
  return { series: kind, word: printable(label.slice(0, label.length - number.length).trim()), number };
}

function runsOfPieces(pieces: readonly Piece[], language: string): Run[] {
  return pieces.map((piece) => {
    if (piece.kind === "words") return run(piece.text);
    if (piece.kind === "reference") return run(piece.text, { to: piece.element });
    const { label } = piece;
    return run(`[${label.text}]`, { open: true, ...(label.language === language ? {} : { language: label.language }) });
  });
}

/** Parts runs where the words begin and end that comments are about. */
function anchorSpans(runs: readonly Run[], notes: readonly Anchored[], placed: Set<number>): Run[] {
  const text = plain(runs);
  const spans = notes.flatMap(({ note, span }) => {
    const words = span === null ? "" : printable(span);
    const from = words ? text.indexOf(words) : -1;
    if (from === -1 || placed.has(note.id)) return [];
    placed.add(note.id);
    return [{ id: note.id, from, to: from + words.length }];
  });
  if (spans.length === 0) return [...runs];
  const cuts = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  let at = 0;
  return runs.flatMap((one) => {
    const start = at;
    at += one.text.length;
    const inside = [start, ...cuts.filter((cut) => cut > start && cut < at), at];
    return inside.slice(0, -1).map((from, index) => {
      const to = inside[index + 1] as number;
      const ids = spans.filter((span) => span.from <= from && span.to >= to && to > from).map(({ id }) => id);
      return { ...one, text: text.slice(from, to), ...(ids.length > 0 ? { notes: ids } : {}) };
    });
  });
}

/** Whether the annex quotes each precedent, or names it in one line so that a lawyer prints the policy and not the annex. */
export const precedentForms = ["named", "wording"] as const;
export type PrecedentForm = (typeof precedentForms)[number];

interface AnnexRow {
  here: readonly RenderedElement[];
  precedent: Precedent;
}

function precedentBlocks(rendered: RenderedDraft, { types }: DraftContext, form: PrecedentForm): Block[] {
  const words = wordsIn(rendered.language);
  const articles = Map.groupBy(
    rendered.elements.flatMap((element) => typesOf(element).map((type) => ({ type, element }))),
    ({ type }) => type,
  );
  // A kind of provision that stands in several articles has its precedents once.
  const rows = [...articles].flatMap(([type, found]): AnnexRow[] =>
    (types.get(type)?.precedents ?? []).map((precedent) => ({ here: found.map(({ element }) => element), precedent })),
  );
  if (rows.length === 0) return [];
  const lead = paragraph(form === "wording" ? words.precedentsLead : words.precedentsShort);
  return [heading(1, words.precedents), lead, (form === "wording" ? quotedTable : namedTable)(rows, words)];
}

function namedTable(rows: readonly AnnexRow[], words: DocumentWords): Block {
  return {
    kind: "table",
    header: [words.article, words.instrument, words.locator, words.link],
    shares: [11, 52, 19, 18],
    small: true,
    rows: rows.map(({ here, precedent: { place, title, locator, instrument, address } }) => [
      [here.flatMap((element, index) => [...(index > 0 ? [run(", ")] : []), articleRun(element, words)])],
      [[run(`${place}${words.colon}`), run(shortened(title.text, LONGEST_TITLE), { language: title.language })]],
      [[run(locator)]],
      [[address ? run(hostOf(address), { address }) : run(instrument)]],
    ]),
  };
}

function quotedTable(rows: readonly AnnexRow[], words: DocumentWords): Block {
  return {
    kind: "table",
    header: [words.article, words.instrument, words.wording, words.source],
    shares: [12, 26, 40, 22],
    rows: rows.map(({ here, precedent }): Cell[] => {
      const { wording, title } = precedent;
      const source: Run[] = wording?.address ? [run(wording.address, { address: wording.address })] : [run(precedent.instrument)];
      return [
        here.map((element) => [articleRun(element, words)]),
        [[run(`${precedent.place}${words.colon}`), run(title.text, { language: title.language }), run(`, ${precedent.locator}`)]],
        [[wording ? run(wording.text, { language: wording.language }) : run(words.noWording)]],
        wording ? [source, [run(wording.licence, { language: "en" })]] : [source],
      ];
    }),
  };
}

function articleRun({ id, label, heading: named }: RenderedElement, words: DocumentWords): Run {
  return run(label || named || words.preamble, { to: id });
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^www\./, "") ?? address;
}
