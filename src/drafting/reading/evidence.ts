import { cues } from "./cues.ts";
import { deadlinesIn } from "./qualifiers.ts";
import type { Found } from "./recognise.ts";
import type { ReadArticle } from "./signs.ts";
import type { Sentence } from "./words.ts";

interface Cue {
  readonly type: string;
  readonly needs: readonly string[];
  readonly without: readonly string[];
  readonly weight: number;
}

const allCues: readonly Cue[] = Object.entries(cues).flatMap(([type, list]) =>
  list.map((written) => {
    const [words = "", weight] = written.split(":");
    const parts = words.split(" ");
    return {
      type,
      needs: parts.filter((part) => !part.startsWith("!")),
      without: parts.filter((part) => part.startsWith("!")).map((part) => part.slice(1)),
      weight: Number(weight ?? 1),
    };
  }),
);

/** What speaks for a type in an article, and the sentence and words that say most. */
export interface Evidence {
  best: number;
  bound: boolean;
  sentence: Sentence;
  at: number;
  found: readonly Found[];
  heading: number;
  concepts: ReadonlyMap<string, Found>;
  /** Sentences that speak for it. */
  hits: number;
}

/** What the cues say of an article: each type that any speaks for, with the sentence that says most. */
export function gather({ sentences, headingConcepts, text, language }: ReadArticle): Map<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  sentences.forEach((sentence, at) => {
    if (sentence.concepts.size === 0 && (at > 0 || headingConcepts.size === 0)) return;
    const concepts = new Map(sentence.concepts);
    if (deadlinesIn(text.slice(sentence.start, sentence.end), language).length > 0) concepts.set("deadline", sentence);
    const bound = sentence.rules !== undefined;
    for (const cue of allCues) weigh(cue, concepts, headingConcepts, sentence, at, bound, evidence);
  });
  return evidence;
}

function weigh(
  cue: Cue,
  concepts: Map<string, Found>,
  heading: Map<string, Found>,
  sentence: Sentence,
  at: number,
  bound: boolean,
  evidence: Map<string, Evidence>,
): void {
  const own = cue.needs.filter((need) => concepts.has(need)).length;
  const lacking = cue.needs.filter((need) => !concepts.has(need) && !heading.has(need)).length;
  if (
    (own === 0 && (at > 0 || sentence.words.length < 5)) ||
    lacking > (cue.needs.length >= 3 ? 1 : 0) ||
    cue.without.some((word) => concepts.has(word))
  )
    return;
  const weight = cue.weight - (own < cue.needs.length ? 0.3 : 0) - (own === 0 ? 0.2 : 0) - lacking * 0.7;
  const inHeading = cue.needs.filter((need) => heading.has(need)).length / cue.needs.length;
  const found = own === 0 ? [sentenceHead(sentence)] : cue.needs.flatMap((need) => concepts.get(need) ?? []);
  const made = { best: weight, bound, sentence, at, found, heading: inHeading, concepts };
  const held = evidence.get(cue.type);
  if (held === undefined) evidence.set(cue.type, { ...made, hits: 1 });
  else {
    if (held.sentence !== sentence) held.hits++;
    if (weight + (bound ? 0.3 : 0) > held.best + (held.bound ? 0.3 : 0))
      Object.assign(held, made, { heading: Math.max(held.heading, inHeading) });
  }
}

/** Where the heading alone speaks, the first words under it stand for it. */
function sentenceHead(sentence: Sentence): Found {
  return { start: sentence.start, end: (sentence.words[Math.min(7, sentence.words.length - 1)] ?? sentence).end };
}
