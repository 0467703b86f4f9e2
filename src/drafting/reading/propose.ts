import type { Strength } from "../../registry/coding.ts";
import type { ConceptLanguage } from "./concepts.ts";
import { cues } from "./cues.ts";
import { type Deontic, deonticsIn } from "./deontic.ts";
import { type Model, nearest, pullTowards } from "./learn.ts";
import { addresseeIn, deadlinesIn, exceptionsIn, type Span } from "./qualifiers.ts";
import { conceptsIn, type Found, lexiconOf, supportedLanguage } from "./recognise.ts";
import type { Article } from "./split-articles.ts";
import { bias, lean, weights } from "./weights.ts";
import { type Sentence, sentencesOf, wordsOf } from "./words.ts";

/** A coding that a person accepts or corrects. Nothing here is a coding until somebody stands by it. */
export interface Proposal {
  /** Id of a provision type. */
  readonly type: string;
  readonly strength: Strength;
  /** The words that carry the strength, as written. */
  readonly verb: string;
  readonly addressee?: { readonly kind: string; readonly text: string };
  readonly deadline?: string;
  readonly exception?: string;
  /** What led there: offsets in the article's text. */
  readonly because: readonly Reason[];
  readonly confidence: "high" | "medium" | "low";
}

export interface Reason {
  readonly what: "type" | "strength" | "addressee" | "deadline" | "exception";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer articles are read up to here; an article of a law seldom has a tenth of it. */
const readAtMost = 200_000;
/** Three types, and one more for every 1,500 characters up to five: an article that rules everything is rare. */
const mostTypes = (text: string) => Math.min(5, 3 + Math.floor(text.length / 1500));

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
interface Evidence {
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

interface Scored {
  readonly type: string;
  readonly evidence: Evidence;
  readonly score: number;
}

/**
 * Provision types that an article seems to hold, three to five at most, each with strength, addressee, time limit and exception where the words say so, and
 * the words that led there. Without a model the cues decide alone. A language whose words are not known (see `supported`) gives none, which says
 * nothing about the article. Linear in the length of the article; its first 200,000 characters are read.
 *
 * @example proposeCodings({ text: "Agencies shall publish the source code they develop." }, "en")[0].type // "publish-new-code-by-default"
 */
export function proposeCodings(article: Pick<Article, "text" | "heading">, language: string | undefined, model?: Model): Proposal[] {
  const known = supportedLanguage(language);
  if (known === undefined) return [];
  const text = article.text.slice(0, readAtMost);
  return candidates(article.heading ?? "", text, known, model)
    .filter(({ score }) => score >= threshold)
    .slice(0, mostTypes(text))
    .map(({ type, evidence, score }) => proposal(type, evidence, score, text, known));
}

/** Headings under which a text tells of others and sets nothing itself. */
const apparatus: Readonly<Record<string, RegExp>> = {
  en: /^(?:foot|end)?notes?$|^references|^abbreviations|^(?:table of )?contents|^resources|^background|^acknowledg|^change ?log|^disclaimer|^about$/iu,
  fr: /^références|^abréviations|^sommaire|^table des matières|^remerciements|^contexte$|^historique/iu,
  de: /^(?:allgemeine )?referenzen|^abkürzungen|^inhalt|^änderungen gegenüber|^ausgangslage|disclaimer|^literatur|^danksagung|^vorgehen$/iu,
  it: /^riferimenti|^abbreviazioni|^indice|^premessa$|^ringraziamenti|contesto normativo$|^sommario/iu,
  es: /^referencias|^abreviaturas|^índice|^antecedentes|^agradecimientos|por qué (?:esto )?es importante|^qué no hace/iu,
  pt: /^referências|^abreviaturas|^sumário|^antecedentes/iu,
  ar: /^المراجع|^المحتويات|^الفهرس/u,
};
const isApparatus = (heading: string, language: ConceptLanguage) =>
  apparatus[language]?.test(heading.replace(/^[^\p{L}]{1,20}/u, "").slice(0, 200)) ?? false;

/** Every type that anything speaks for, best first, with the signs that were weighed. */
export function candidates(heading: string, text: string, language: ConceptLanguage, model: Model | undefined): (Scored & { readonly signs: readonly number[] })[] {
  const sentences = sentencesOf(text);
  const headingConcepts = conceptsIn({ words: wordsOf(heading) }, lexiconOf(language), new Map());
  const evidence = isApparatus(heading, language) ? new Map<string, Evidence>() : gather(headingConcepts, text, sentences, language);
  const likeness = model === undefined ? new Map<string, number>() : nearest(`${heading}\n${text}`, language, model);
  const pulls = new Map([...evidence].map(([type, one]) => [type, model === undefined ? 0 : pullTowards(type, one.concepts.keys(), model) / 2]));
  const most = { best: largest([...evidence.values()].map((one) => one.best)), like: largest(likeness.values()), pull: largest(pulls.values()) };
  return [...evidence]
    .map(([type, one]) => {
      const like = likeness.get(type) ?? 0;
      const pull = pulls.get(type) ?? 0;
      const inHeading = model === undefined || headingConcepts.size === 0 ? 0 : pullTowards(type, headingConcepts.keys(), model) / 2;
      const signs = [...signsOf(one, sentences.length), like, pull, inHeading, most.best - one.best, most.like - like, most.pull - pull];
      return { type, evidence: one, signs, score: signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), bias + (lean[type] ?? 0)) };
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
  if ((own === 0 && at > 0) || lacking > (cue.needs.length >= 3 ? 1 : 0) || cue.without.some((word) => concepts.has(word))) return;
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

/** Below this a type is not proposed: about even odds that it is right, weighed against what would be missed. */
const threshold = -0.5;

function proposal(type: string, evidence: Evidence, score: number, text: string, language: string): Proposal {
  const { sentence } = evidence;
  const verb = weightiest(text, sentence, evidence.found, language);
  const addressee = addresseeIn(text, sentence, language);
  const [deadline] = deadlinesIn(text, language);
  const [exception] = exceptionsIn(text, language);
  const reason = (what: Reason["what"], span: Found | Span): Reason => ({
    what,
    text: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
  });
  const spans = new Map(evidence.found.map((found) => [`${found.start}-${found.end}`, reason("type", found)]));
  return {
    type,
    strength: verb.strength,
    verb: text.slice(verb.start, verb.end).slice(0, 200),
    ...(addressee === undefined ? {} : { addressee: { kind: addressee.kind, text: addressee.text } }),
    ...(deadline === undefined ? {} : { deadline: deadline.text }),
    ...(exception === undefined ? {} : { exception: exception.text }),
    because: [
      ...spans.values(),
      reason("strength", verb),
      ...(addressee === undefined ? [] : [reason("addressee", addressee)]),
      ...(deadline === undefined ? [] : [reason("deadline", deadline)]),
      ...(exception === undefined ? [] : [reason("exception", exception)]),
    ],
    confidence: score >= 2 ? "high" : score >= 0.8 ? "medium" : "low",
  };
}

/**
 * The verb that says how strong the duty is: those in the sentence of the duty count most, the nearer to the words that told the type the more; those
 * elsewhere in the article a little. A sentence that no verb bounds states what is done: in rules the indicative binds, and its own words say so.
 */
function weightiest(text: string, sentence: Sentence, found: readonly Found[], language: string): Deontic {
  const at = Math.min(...found.map((span) => span.start));
  const far = (verb: Deontic) => Math.abs(verb.start - at);
  const own = deonticsIn(sentence, language);
  const all = deonticsIn({ words: wordsOf(text.slice(0, 20_000)) }, language);
  const votes = new Map<Strength, number>();
  const vote = (strength: Strength, weight: number) => votes.set(strength, (votes.get(strength) ?? 0) + weight);
  for (const verb of own) vote(verb.strength, (said[verb.strength] ?? 1) / (1 + far(verb) / 100));
  for (const verb of all) vote(verb.strength, (said[verb.strength] ?? 1) * elsewhere);
  const [best] = [...votes].sort((one, other) => other[1] - one[1]);
  if (best === undefined) return { strength: "must", start: at, end: Math.max(...found.map((span) => span.end)) };
  const candidates = [...own, ...all].filter((verb) => verb.strength === best[0]);
  return candidates.reduce((nearestVerb, verb) => (far(verb) < far(nearestVerb) ? verb : nearestVerb));
}

const elsewhere = 0.1;
/** "May" and "can" often only describe; "must" seldom does. */
const said: Readonly<Partial<Record<Strength, number>>> = { must: 1.4, should: 1.1, may: 0.8, "must-not": 0.7 };
