import type { DraftElement } from "../draft.ts";
import type { Labels } from "../labels.ts";
import { type RenderedElement, renderDraft } from "../rendered.ts";
import { answerTo, blanksOf, plainWords } from "../wording.ts";
import { newEffort } from "./alignment.ts";
import { type Bag, bagOf, containment, findAlike, inReadingOrder, pairUp } from "./pairs.ts";
import { compareTexts, type Stretch } from "./texts.ts";

/** How an element is called on one side. */
export type ElementName = Pick<RenderedElement, "id" | "kind" | "label" | "heading">;

/** One element of two drafts that are compared. */
export interface ComparedElement {
  outcome: "same" | "changed" | "added" | "removed";
  before?: ElementName;
  after?: ElementName;
  /** it stands elsewhere among the others; a new number alone is no move */
  moved: boolean;
  heading: Stretch[];
  text: Stretch[];
  /** of one that was added: the element whose words it took over */
  splitFrom?: ElementName;
  /** of one that was removed: the element that took over its words */
  joinedInto?: ElementName;
}

export interface ComparedDrafts {
  language: string;
  title: Stretch[];
  /** in the order of the later draft; what was removed stands where it stood */
  elements: ComparedElement[];
}

type Compared = Parameters<typeof renderDraft>[0];

const MOSTLY = 0.6;
const FEWEST_WORDS = 5;

/**
 * Compares two drafts as they read, blanks filled and references written out. Elements are the same by id, then by their words, so that an
 * article that was taken out and written again is found. A reference that shows another number because articles moved is no change.
 */
export function compareDrafts(before: Compared, after: Compared, labels?: Labels): ComparedDrafts {
  const effort = newEffort();
  const { language } = after;
  const [old, fresh] = [sidesOf(before, labels), sidesOf(after, labels)];
  const pairs = pairUp(old, fresh, language, effort);
  const elements = inReadingOrder(pairs, { before: old.length, after: fresh.length }).map((place) => {
    const was = place.before === undefined ? undefined : old[place.before];
    const is = place.after === undefined ? undefined : fresh[place.after];
    const heading = compareTexts(was?.name.heading ?? "", is?.name.heading ?? "", language, effort);
    const text = compareTexts(was?.words ?? "", is?.words ?? "", language, effort);
    const names = { ...(was ? { before: was.name } : {}), ...(is ? { after: is.name } : {}) };
    const outcome = !was ? "added" : !is ? "removed" : was.source === is.source ? "same" : "changed";
    return { outcome, ...names, moved: place.moved, heading, text } satisfies ComparedElement;
  });
  return { language, title: compareTexts(before.title, after.title, language, effort), elements: followWords(elements, language) };
}

interface Side {
  id: string;
  /** heading and text as they read, by which elements without the same id are found */
  text: string;
  words: string;
  name: ElementName;
  /** what somebody wrote: the same source is the same article, whatever the numbers it refers to are now */
  source: string;
}

function sidesOf(draft: Compared, labels: Labels | undefined): Side[] {
  return renderDraft(draft, labels).elements.map((rendered, index) => {
    const { heading, text } = draft.elements[index] as DraftElement;
    const { id, kind, label } = rendered;
    const words = writtenOut(rendered);
    const answers = blanksOf(`${heading} ${text}`).map((name) => answerTo(draft.answers, name)?.trim() ?? "");
    return {
      id,
      text: `${rendered.heading}\n${words}`,
      words,
      name: { id, kind, label, heading: rendered.heading },
      source: JSON.stringify([heading, text, answers]),
    };
  });
}

/** An element's text as it reads, without the numbers of paragraphs: "- " before an item, an empty line between paragraphs. */
export function writtenOut({ paragraphs }: Pick<RenderedElement, "paragraphs">): string {
  return paragraphs
    .map(({ pieces, items }) => [plainWords(pieces), ...items.map((item) => `- ${plainWords(item.pieces)}`)].filter(Boolean).join("\n"))
    .join("\n\n");
}

/** Finds where the words of what was added came from, and where those of what was removed went. */
function followWords(elements: ComparedElement[], language: string): ComparedElement[] {
  const changed = elements.filter(({ outcome }) => outcome === "changed");
  const bags = (some: readonly ComparedElement[], kind: Stretch["kind"]) => some.map((one) => bagOfKind(one, kind, language));
  const follow = (outcome: "added" | "removed", link: (one: ComparedElement, other: ComparedElement) => void) => {
    const some = elements.filter((one) => one.outcome === outcome);
    const lost = bags(changed, outcome === "added" ? "removed" : "added");
    for (const { one, other, measure } of findAlike(bags(some, outcome), lost, mostWords).sort((a, b) => a.measure - b.measure))
      if (measure >= MOSTLY) link(some[one] as ComparedElement, changed[other] as ComparedElement);
  };
  follow("added", (one, { before }) => {
    if (before) one.splitFrom = before;
  });
  follow("removed", (one, { after }) => {
    if (after) one.joinedInto = after;
  });
  return elements;
}

function bagOfKind({ text }: ComparedElement, kind: Stretch["kind"], language: string): Bag {
  return bagOf(text.flatMap((stretch) => (stretch.kind === kind ? [stretch.text] : [])).join(" "), language);
}

function mostWords(one: Bag, other: Bag): number {
  return one.size < FEWEST_WORDS ? 0 : containment(one, other);
}
