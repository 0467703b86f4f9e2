import type { Strength } from "../../registry/coding.ts";
import type { ConceptLanguage } from "./concepts.ts";
import { deonticsIn } from "./deontic.ts";
import { type Evidence, gather } from "./evidence.ts";
import { explains, isApparatus } from "./headings.ts";
import { conceptsIn, type Found, lexiconOf, recognisable } from "./recognise.ts";
import { likelihoods, type Softmax } from "./softmax.ts";
import { type Sentence, sentencesOf, wordsOf } from "./words.ts";

/** A sentence that was read: what it speaks of, and how strongly it rules. */
interface ReadSentence extends Sentence {
  readonly concepts: Map<string, Found>;
  readonly rules: Strength | undefined;
}

/** An article that was read once, for everything that is asked of it. */
export interface ReadArticle {
  readonly language: ConceptLanguage;
  readonly heading: string;
  readonly number: string;
  readonly text: string;
  readonly sentences: readonly ReadSentence[];
  readonly headingConcepts: Map<string, Found>;
}

/** A type that something speaks for, where, and the signs that are weighed. */
export interface Candidate {
  readonly type: string;
  readonly evidence: Evidence;
  readonly signs: readonly number[];
}

const numbers = new Map(recognisable.map((name, at) => [name, at]));
/** Features by number, for the likelihoods. */
export const featuresOf = (names: Iterable<string>): number[] => [...new Set(names)].flatMap((name) => numbers.get(name) ?? []);

export function readArticle(heading: string, number: string, text: string, language: ConceptLanguage): ReadArticle {
  const lexicon = lexiconOf(language);
  const known = new Map();
  return {
    language,
    heading,
    number,
    text,
    sentences: sentencesOf(text).map((sentence) => ({
      ...sentence,
      concepts: conceptsIn(sentence, lexicon, known),
      rules: strongest(deonticsIn(sentence, language).map(({ strength }) => strength)),
    })),
    headingConcepts: conceptsIn({ words: wordsOf(heading) }, lexicon, known),
  };
}

/** An article that is numbered as laws number theirs. */
export const isOfLaw = ({ number }: Pick<ReadArticle, "number">) => /^(?:art|§|disp|sec|clause|rule|regulation)/iu.test(number);

function strongest(strengths: readonly Strength[]): Strength | undefined {
  return (["must", "must-not", "should", "may"] as const).find((strength) => strengths.includes(strength));
}

/** How far the wordings learnt from speak for each type: in the best sentence, in the next, in all. */
interface Likeness {
  readonly perSentence: readonly Float32Array[];
  readonly best: Float32Array;
  readonly next: Float32Array;
  readonly sum: Float32Array;
  readonly at: Int32Array;
  readonly rank: Int32Array;
}

function likenessOf(model: Softmax, sentences: readonly (readonly number[])[], types: number): Likeness {
  const perSentence = sentences.map((features) => likelihoods(model, features));
  const [best, next, sum] = [new Float32Array(model.classes), new Float32Array(model.classes), new Float32Array(model.classes)];
  const at = new Int32Array(model.classes);
  perSentence.forEach((likely, index) => {
    likely.forEach((value, type) => {
      sum[type] = (sum[type] ?? 0) + value;
      if (value > (best[type] ?? 0)) {
        next[type] = best[type] ?? 0;
        best[type] = value;
        at[type] = index;
      } else next[type] = Math.max(next[type] ?? 0, value);
    });
  });
  return { perSentence, best, next, sum, at, rank: ranks(best, types) };
}

/** The place of each type in the order of its values, from 0. */
function ranks(values: Float32Array, types: number): Int32Array {
  const places = new Int32Array(types);
  const order = Array.from({ length: types }, (_, at) => at).sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0));
  order.forEach((type, place) => {
    places[type] = place;
  });
  return places;
}

const soft = (value: number | undefined) => Math.log((value ?? 0) + 1e-3);
/** Words of the field: an article that has none of them seldom holds a rule about it. */
const core = ["oss", "source", "software", "licence", "openstandard", "openformat"];
const youWords = /\b(?:you|your|vous|votre|vos|sie|ihr|tu|tuo|usted)\b/giu;
const weWords = /\b(?:we|our|us|nous|notre|nos|wir|unser\p{L}{0,4}|uns|noi|nostr\p{L}{0,3}|nosotros|nuestr\p{L}{0,3})\b/giu;

/** Every type that cues or likeness speak for, with its signs. The order of the signs is the order of the fitted weights. */
export function candidatesIn(article: ReadArticle, model: Softmax, types: readonly string[]): Candidate[] {
  const { sentences, headingConcepts } = article;
  if (sentences.length === 0) return [];
  const cued = isApparatus(article.heading, article.language) ? new Map<string, Evidence>() : gather(article);
  const none = types.length;
  const alone = likenessOf(
    model,
    sentences.map(({ concepts }) => featuresOf(concepts.keys())),
    none,
  );
  const headed = likenessOf(
    model,
    sentences.map(({ concepts }) => featuresOf([...concepts.keys(), ...headingConcepts.keys()])),
    none,
  );
  const whole = likelihoods(model, featuresOf([...headingConcepts.keys(), ...sentences.flatMap(({ concepts }) => [...concepts.keys()])]));
  const wholeRank = ranks(whole, none);
  const heading = headingConcepts.size === 0 ? undefined : likelihoods(model, featuresOf(headingConcepts.keys()));
  const bestCue = Math.max(0, ...[...cued.values()].map(({ best }) => best));
  const common = signsOfArticle(article, [...cued.values()].filter(({ best }) => best > 1.8).length);
  const length = sentences.length;
  const likeliest = soft(Math.max(...alone.best.subarray(0, none)));
  return types.flatMap((type, at) => {
    const cue = cued.get(type);
    if (cue === undefined && (alone.rank[at] ?? 0) > 5 && (headed.rank[at] ?? 0) > 4 && (wholeRank[at] ?? 0) > 4) return [];
    const place = alone.at[at] ?? 0;
    const evidence = cue ?? likely(sentences, headed.at[at] ?? 0);
    const signs = [
      ...signsOfCue(cue, length),
      bestCue - (cue?.best ?? bestCue - 1),
      soft(alone.best[at]),
      soft(alone.next[at]),
      soft((alone.sum[at] ?? 0) / Math.sqrt(length)),
      Math.log(1 + (alone.rank[at] ?? 0)),
      likeliest - soft(alone.best[at]),
      soft(alone.perSentence[place]?.[none]),
      place / length,
      soft(whole[at]),
      Math.log(1 + (wholeRank[at] ?? 0)),
      soft(heading?.[at] ?? 0.01),
      soft(headed.best[at]),
      Math.log(1 + (headed.rank[at] ?? 0)),
      soft(headed.perSentence[headed.at[at] ?? 0]?.[none]),
      soft((headed.sum[at] ?? 0) / Math.sqrt(length)),
      whole[none] ?? 0,
      (alone.sum[none] ?? 0) / length,
      heading?.[none] ?? 0.01,
      core.some((concept) => sentences[place]?.concepts.has(concept)) ? 1 : 0,
      core.some((concept) => cue?.concepts.has(concept)) ? 1 : 0,
      ...common,
    ];
    return [{ type, evidence, signs }];
  });
}

/** The evidence where no cue speaks: the likeliest sentence and what it speaks of. */
function likely(sentences: readonly ReadSentence[], at: number): Evidence {
  const sentence = sentences[at] as ReadSentence;
  const found = [...sentence.concepts.values()].slice(0, 6);
  return {
    best: 0,
    bound: sentence.rules !== undefined,
    sentence,
    at,
    found: found.length > 0 ? found : [sentence],
    heading: 0,
    concepts: sentence.concepts,
    hits: 0,
  };
}

function signsOfCue(cue: Evidence | undefined, sentences: number): number[] {
  const size = Math.log2(sentences) / 4;
  if (cue === undefined) return [0, -1.5, 0, 0, -1, 0, size, 0, 0, 0];
  const [from, to] = [Math.min(...cue.found.map((span) => span.start)), Math.max(...cue.found.map((span) => span.end))];
  return [
    1,
    cue.best - 2,
    cue.bound ? 1 : 0,
    cue.heading,
    Math.log2(cue.hits),
    cue.hits / sentences,
    size,
    cue.at === 0 ? 1 : 0,
    Math.min(to - from, 300) / 300,
    cue.found.length / 3,
  ];
}

/** What the article as a whole is like: a rule or a tale, of the field or not. */
function signsOfArticle(article: ReadArticle, strongCues: number): number[] {
  const { sentences, heading, headingConcepts, language, text } = article;
  const length = sentences.length;
  const share = (wanted: (sentence: ReadSentence) => boolean) => sentences.filter(wanted).length / length;
  const count = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / length;
  return [
    share(({ rules }) => rules === "must" || rules === "must-not"),
    share(({ rules }) => rules === "should"),
    share(({ rules }) => rules === "may"),
    share(({ rules }) => rules === undefined),
    isOfLaw(article) ? 1 : 0,
    explains(heading, language) ? 1 : 0,
    isApparatus(heading, language) ? 1 : 0,
    Math.min(1, count(/\?/gu)),
    Math.min(2, count(youWords)),
    Math.min(2, count(weWords)),
    count(/https?:/gu),
    heading.includes("?") ? 1 : 0,
    heading === "" ? 0 : 1,
    Math.log(text.length + 50),
    strongCues,
    core.slice(0, 4).some((concept) => headingConcepts.has(concept)) ? 1 : 0,
    core.some((concept) => headingConcepts.has(concept) || sentences.some(({ concepts }) => concepts.has(concept))) ? 1 : 0,
  ];
}
