import type { ConceptLanguage } from "./concepts.ts";
import { cues } from "./cues.ts";
import { deonticsIn } from "./deontic.ts";
import { explains, isApparatus } from "./headings.ts";
import { type Model, nearest, pullTowards } from "./learn.ts";
import { deadlinesIn } from "./qualifiers.ts";
import { conceptsIn, type Found, lexiconOf } from "./recognise.ts";
import { bias, lean, weights } from "./weights.ts";
import { type Sentence, sentencesOf, wordsOf } from "./words.ts";

interface Cue {
  readonly type: string;
  readonly needs: readonly string[];
  readonly without: readonly string[];
  readonly weight: number;
  /** As written, without its weight. */
  readonly name: string;
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
      name: `${type} ${words}`,
    };
  }),
);

/** What speaks for a type in an article, and the sentence and words that say most. */
export interface Evidence {
  cue: string;
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

export interface Scored {
  readonly type: string;
  readonly evidence: Evidence;
  readonly score: number;
}

/** How much less an explanation proposes. */
const explained = 0.8;

/** Every type that anything speaks for, best first, with the signs that were weighed. */
export function candidates(
  heading: string,
  text: string,
  language: ConceptLanguage,
  model: Model | undefined,
): (Scored & { readonly signs: readonly number[] })[] {
  const sentences = sentencesOf(text);
  const headingConcepts = conceptsIn({ words: wordsOf(heading) }, lexiconOf(language), new Map());
  const evidence = isApparatus(heading, language) ? new Map<string, Evidence>() : gather(headingConcepts, text, sentences, language);
  const base = bias - (explains(heading, language) ? explained : 0);
  const likeness = model === undefined ? new Map<string, number>() : nearest(`${heading}\n${text}`, language, model);
  const pulls = new Map(
    [...evidence].map(([type, one]) => [type, model === undefined ? 0 : pullTowards(type, one.concepts.keys(), model) / 2]),
  );
  const most = {
    best: largest([...evidence.values()].map((one) => one.best)),
    like: largest(likeness.values()),
    pull: largest(pulls.values()),
  };
  return [...evidence]
    .map(([type, one]) => {
      const like = likeness.get(type) ?? 0;
      const pull = pulls.get(type) ?? 0;
      const inHeading = model === undefined || headingConcepts.size === 0 ? 0 : pullTowards(type, headingConcepts.keys(), model) / 2;
      const signs = [...signsOf(one, sentences.length), like, pull, inHeading, most.best - one.best, most.like - like, most.pull - pull];
      return {
        type,
        evidence: one,
        signs,
        score: signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), base + (lean[type] ?? 0)),
      };
    })
    .sort((one, other) => other.score - one.score);
}

const largest = (numbers: Iterable<number>) => Math.max(0, ...numbers);

function gather(
  headingConcepts: Map<string, Found>,
  text: string,
  sentences: readonly Sentence[],
  language: ConceptLanguage,
): Map<string, Evidence> {
  const lexicon = lexiconOf(language);
  const words = new Map();
  const evidence = new Map<string, Evidence>();
  sentences.forEach((sentence, at) => {
    const concepts = conceptsIn(sentence, lexicon, words);
    if (concepts.size === 0 && (at > 0 || headingConcepts.size === 0)) return;
    if (deadlinesIn(text.slice(sentence.start, sentence.end), language).length > 0) concepts.set("deadline", sentence);
    const bound = deonticsIn(sentence, language).length > 0;
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
  const made = { cue: cue.name, best: weight, bound, sentence, at, found, heading: inHeading, concepts };
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

/** The signs of the evidence itself, each about 0 to 1. */
function signsOf(evidence: Evidence, sentences: number): number[] {
  const [from, to] = [Math.min(...evidence.found.map((span) => span.start)), Math.max(...evidence.found.map((span) => span.end))];
  return [
    evidence.best - 2,
    evidence.bound ? 1 : 0,
    evidence.heading,
    Math.log2(evidence.hits),
    evidence.hits / sentences,
    Math.log2(sentences) / 4,
    evidence.at === 0 ? 1 : 0,
    Math.min(to - from, 300) / 300,
    evidence.found.length / 3,
  ];
}
