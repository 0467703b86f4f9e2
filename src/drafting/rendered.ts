import type { AcceptedCoding, Draft, DraftContent, DraftElement, Origin } from "./draft.ts";
import { acceptedCodings } from "./draft.ts";
import { blankLabel, frameLabels, type Labels, typeLabel } from "./labels.ts";
import { type Piece, plainWords, type Reference, type Surroundings, writeOut } from "./wording.ts";

/** A paragraph with its number within the article (none where it is the only one) and its items with their letters. */
export interface RenderedParagraph {
  number?: string;
  pieces: Piece[];
  items: { letter: string; pieces: Piece[] }[];
}

/** An element as it is shown and exported: numbered, filled and referred to. */
export interface RenderedElement {
  id: string;
  kind: DraftElement["kind"];
  /** "1" for the first article or annex; none for a preamble */
  number?: string;
  /** "Article 1", "Chapter I", "Annex A" in the language of the draft */
  label: string;
  heading: string;
  /** what its heading leaves open */
  open: Piece[];
  paragraphs: RenderedParagraph[];
  origin: Origin;
  /** those that count */
  codings: AcceptedCoding[];
}

export interface RenderedDraft {
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  issuingBody?: string;
  elements: RenderedElement[];
}

type LabelWords = { preamble: string; part: string; article: string; annex: string; inText: (article: string) => string };

/** How articles are called, by language of the draft; another language is written as English. */
const labelWords: Record<string, LabelWords> = {
  en: { preamble: "Preamble", part: "Chapter", article: "Article", annex: "Annex", inText: (label) => label },
  fr: {
    preamble: "Préambule",
    part: "Chapitre",
    article: "Article",
    annex: "Annexe",
    inText: (label) => `l’${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  },
  es: {
    preamble: "Preámbulo",
    part: "Capítulo",
    article: "Artículo",
    annex: "Anexo",
    inText: (label) => `el ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  },
  de: { preamble: "Präambel", part: "Kapitel", article: "Artikel", annex: "Anhang", inText: (label) => label },
  it: {
    preamble: "Preambolo",
    part: "Capo",
    article: "Articolo",
    annex: "Allegato",
    inText: (label) => `l’${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  },
  pt: {
    preamble: "Preâmbulo",
    part: "Capítulo",
    article: "Artigo",
    annex: "Anexo",
    inText: (label) => `o ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
  },
  ar: { preamble: "الديباجة", part: "الفصل", article: "المادة", annex: "الملحق", inText: (label) => label },
  ru: { preamble: "Преамбула", part: "Глава", article: "Статья", annex: "Приложение", inText: (label) => label },
  zh: { preamble: "序言", part: "章", article: "条", annex: "附件", inText: (label) => label },
};

const wordsOf = (language: string) => labelWords[language.split("-")[0] ?? ""] ?? (labelWords.en as LabelWords);

/** What a preamble is called, which bears no label. */
export const preambleIn = (language: string): string => wordsOf(language).preamble;

const rightToLeft = /^(ar|he|fa|ur|ps|dv|ku-Arab|ug|yi)\b/;

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.test(language) ? "rtl" : "ltr";
}

/**
 * A draft with its numbers made, its blanks filled and its references written out: what every page and export shows. What is open is called
 * by the registry's words: renderDraft(draft, await findLabels(db)).
 */
export function renderDraft(
  draft: Pick<Draft | DraftContent, "title" | "language" | "profile" | "answers" | "elements">,
  open: Labels = frameLabels,
): RenderedDraft {
  const words = wordsOf(draft.language);
  const labels = labelElements(draft.elements, words);
  const byType = new Map<string, string>();
  for (const one of draft.elements) {
    const types = [...(one.origin.kind === "clause" ? [one.origin.clause] : []), ...acceptedCodings(one).map(({ type }) => type)];
    for (const type of types) if (one.kind !== "part" && !byType.has(type)) byType.set(type, one.id);
  }
  const surroundings: Surroundings = {
    answers: draft.answers,
    label: ({ to, id }: Reference) => {
      const element = to === "element" ? id : byType.get(id);
      const found = element === undefined ? undefined : labels.get(element);
      return element !== undefined && found ? { element, text: words.inText(found.label) } : undefined;
    },
    ...calledBy(open, draft.language),
  };
  const issuingBody = draft.answers["issuing-body"] ?? draft.profile.issuing_body;
  return {
    title: draft.title,
    language: draft.language,
    direction: directionOf(draft.language),
    ...(issuingBody ? { issuingBody } : {}),
    elements: draft.elements.map((one) => {
      const heading = writeOut(one.heading, surroundings);
      return {
        id: one.id,
        kind: one.kind,
        ...labels.get(one.id),
        label: labels.get(one.id)?.label ?? "",
        heading: plainWords(heading),
        open: heading.filter(({ kind }) => kind === "blank" || kind === "missing"),
        paragraphs: paragraphsOf(one.text, surroundings),
        origin: one.origin,
        codings: acceptedCodings(one),
      };
    }),
  };
}

/** What is open by the name that people read; a reference to an element that is gone can only be said to lead nowhere. */
function calledBy(open: Labels, language: string): Pick<Surroundings, "blank" | "missing"> {
  return {
    blank: (name) => blankLabel(open, name, language),
    missing: ({ to, id }) => (to === "element" ? { text: "…", language } : typeLabel(open, id, language)),
  };
}

/** A text by itself, as it stood before it was filled: nothing is answered and no article is there. "[Lead body for digital government] keeps a list." */
export function asUnfilled(text: string, open: Labels, language: string): string {
  return plainWords(writeOut(text, { answers: {}, label: () => undefined, ...calledBy(open, language) }));
}

function labelElements(elements: readonly DraftElement[], words: LabelWords): Map<string, { number?: string; label: string }> {
  const counts = { preamble: 0, part: 0, article: 0, annex: 0 };
  const labels = new Map<string, { number?: string; label: string }>();
  for (const { id, kind } of elements) {
    counts[kind] += 1;
    if (kind === "preamble") labels.set(id, { label: "" });
    else {
      const number = kind === "part" ? roman(counts.part) : kind === "annex" ? letters(counts.annex).toUpperCase() : String(counts.article);
      labels.set(id, { number, label: `${words[kind]} ${number}` });
    }
  }
  return labels;
}

/** The paragraphs of a text with their items: blocks between empty lines; lines that begin with “- ” are items. Several are numbered. */
export function paragraphsOf(text: string, surroundings: Surroundings): RenderedParagraph[] {
  const blocks = text
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  const paragraphs: RenderedParagraph[] = [];
  for (const block of blocks) {
    const lines = block.split("\n");
    const lead = lines.filter((line) => !line.startsWith("- ")).join(" ");
    const items = lines.filter((line) => line.startsWith("- ")).map((line) => line.slice(2).trim());
    const rendered = items.map((item, index) => ({ letter: letters(index + 1), pieces: writeOut(item, surroundings) }));
    const before = paragraphs.at(-1);
    // Items behind an empty line belong to the paragraph that introduces them.
    if (!lead && before) {
      before.items.push(...rendered.map((item, index) => ({ ...item, letter: letters(before.items.length + index + 1) })));
    } else paragraphs.push({ pieces: writeOut(lead, surroundings), items: rendered });
  }
  return paragraphs.length > 1 ? paragraphs.map((paragraph, index) => ({ number: String(index + 1), ...paragraph })) : paragraphs;
}

/** 1 → a, 26 → z, 27 → aa */
function letters(count: number): string {
  return count <= 26 ? String.fromCharCode(96 + count) : letters(Math.floor((count - 1) / 26)) + letters(((count - 1) % 26) + 1);
}

function roman(count: number): string {
  const steps: [number, string][] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = count;
  let written = "";
  for (const [value, sign] of steps)
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  return written;
}
