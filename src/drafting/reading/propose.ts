import type { Strength } from "../../registry/coding.ts";
import { cues } from "./cues.ts";
import { type Deontic, deonticsIn } from "./deontic.ts";
import { nearest, type Model } from "./learn.ts";
import { addresseeIn, deadlinesIn, exceptionsIn, type Span } from "./qualifiers.ts";
import { conceptsIn, type Found, lexiconOf, supportedLanguage } from "./recognise.ts";
import type { Article } from "./split-articles.ts";
import { type Sentence, sentencesOf } from "./words.ts";

/** A coding that a person accepts or corrects. Nothing here is a coding until somebody stands by it. */
export interface Proposal {
  /** Id of a provision type. */
  readonly type: string;
  readonly strength?: Strength;
  /** The words that carry the strength, as written. */
  readonly verb?: string;
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
const mostTypes = 3;

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

/** What speaks for a type in an article: how much, and the sentence and words that say most. */
interface Evidence {
  score: number;
  best: number;
  sentence: Sentence;
  found: readonly Found[];
}

/**
 * Provision types that an article seems to hold, at most three, each with strength, addressee, time limit and exception where the words say so, and
 * the words that led there. Without a model the cues decide alone. A language whose words are not known (see `supported`) gives none, which says
 * nothing about the article. Linear in the length of the article; its first 200,000 characters are read.
 *
 * @example proposeCodings({ text: "Agencies shall publish the source code they develop." }, "en")[0].type // "publish-new-code-by-default"
 */
export function proposeCodings(article: Pick<Article, "text" | "heading">, language: string | undefined, model?: Model): Proposal[] {
  const known = supportedLanguage(language);
  if (known === undefined) return [];
  const text = article.text.slice(0, readAtMost);
  const evidence = gather(article.heading ?? "", text, known, model);
  return [...evidence]
    .filter(([, found]) => found.score >= threshold)
    .sort((one, other) => other[1].score - one[1].score)
    .slice(0, mostTypes)
    .filter(([, found], _at, all) => found.score >= (all[0]?.[1].score ?? 0) * leastShare)
    .map(([type, found]) => proposal(type, found, text, known));
}

export const threshold = 1.9;
const leastShare = 0.55;

function gather(heading: string, text: string, language: "en" | "fr" | "de" | "it" | "es" | "pt" | "ar", model: Model | undefined): Map<string, Evidence> {
  const lexicon = lexiconOf(language);
  const words = new Map();
  const evidence = new Map<string, Evidence>();
  const headingConcepts = conceptsIn({ words: sentencesOf(heading).flatMap((sentence) => sentence.words) }, lexicon, words);
  const sentences = sentencesOf(text);
  for (const sentence of sentences) {
    const concepts = conceptsIn(sentence, lexicon, words);
    if (concepts.size === 0 && headingConcepts.size === 0) continue;
    if (deadlinesIn(text.slice(sentence.start, sentence.end), language).length > 0) concepts.set("deadline", sentence);
    const bound = deonticsIn(sentence, language).length > 0;
    for (const cue of allCues) weigh(cue, concepts, headingConcepts, sentence, bound, evidence);
  }
  if (model !== undefined) {
    for (const [type, likeness] of nearest(`${heading}\n${text}`, language, model)) {
      const found = evidence.get(type);
      if (found !== undefined) found.score += likeness * 2;
    }
  }
  return evidence;
}

function weigh(cue: Cue, concepts: Map<string, Found>, heading: Map<string, Found>, sentence: Sentence, bound: boolean, evidence: Map<string, Evidence>): void {
  let own = 0;
  for (const need of cue.needs) {
    if (concepts.has(need)) own++;
    else if (!heading.has(need)) return;
  }
  if (own === 0 || cue.without.some((word) => concepts.has(word))) return;
  const inHeading = cue.needs.filter((need) => heading.has(need)).length;
  const weight = cue.weight * (own === cue.needs.length ? 1 : 0.85) + (bound ? 0.35 : 0) + (inHeading > 0 ? 0.3 : 0);
  const found = cue.needs.flatMap((need) => concepts.get(need) ?? []);
  const held = evidence.get(cue.type);
  if (held === undefined) evidence.set(cue.type, { score: weight, best: weight, sentence, found });
  else if (held.sentence === sentence) {
    if (weight > held.best) Object.assign(held, { score: held.score + weight - held.best, best: weight, found });
  } else {
    held.score = Math.max(held.score, weight) + 0.25;
    if (weight > held.best) Object.assign(held, { best: weight, sentence, found });
  }
}

function proposal(type: string, evidence: Evidence, text: string, language: string): Proposal {
  const { sentence } = evidence;
  const verb = verbNear(deonticsIn(sentence, language), evidence.found);
  const addressee = addresseeIn(text, sentence, language);
  const [deadline] = deadlinesIn(text, language);
  const [exception] = exceptionsIn(text, language);
  const reason = (what: Reason["what"], span: Found | Span): Reason => ({ what, text: text.slice(span.start, span.end), start: span.start, end: span.end });
  const spans = new Map(evidence.found.map((found) => [`${found.start}-${found.end}`, reason("type", found)]));
  return {
    type,
    ...(verb === undefined ? {} : { strength: verb.strength, verb: text.slice(verb.start, verb.end) }),
    ...(addressee === undefined ? {} : { addressee: { kind: addressee.kind, text: addressee.text } }),
    ...(deadline === undefined ? {} : { deadline: deadline.text }),
    ...(exception === undefined ? {} : { exception: exception.text }),
    because: [
      ...spans.values(),
      ...(verb === undefined ? [] : [reason("strength", verb)]),
      ...(addressee === undefined ? [] : [reason("addressee", addressee)]),
      ...(deadline === undefined ? [] : [reason("deadline", deadline)]),
      ...(exception === undefined ? [] : [reason("exception", exception)]),
    ],
    confidence: evidence.score >= 3.4 ? "high" : evidence.score >= 2.6 ? "medium" : "low",
  };
}

/** Of several verbs the one nearest to the words that told the type. */
function verbNear(verbs: readonly Deontic[], found: readonly Found[]): Deontic | undefined {
  const at = Math.min(...found.map((span) => span.start));
  const far = (verb: Deontic) => Math.abs(verb.start - at);
  return verbs.reduce<Deontic | undefined>((best, verb) => (best === undefined || far(verb) < far(best) ? verb : best), undefined);
}
