import type { Strength } from "../../registry/coding.ts";
import { type Deontic, deonticsIn } from "./deontic.ts";
import type { Evidence } from "./evidence.ts";
import { fitted } from "./fitted.ts";
import { type Model, mostTypes } from "./learn.ts";
import { logOdds } from "./logistic.ts";
import { addresseeIn, deadlinesIn, exceptionsIn, type Span } from "./qualifiers.ts";
import { type Found, supportedLanguage } from "./recognise.ts";
import { candidatesIn, isOfLaw, type ReadArticle, readArticle } from "./signs.ts";
import type { Article } from "./split-articles.ts";
import { type Sentence, wordsOf } from "./words.ts";

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

interface Reason {
  readonly what: "type" | "strength" | "addressee" | "deadline" | "exception";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer articles are read up to here; an article of a law seldom has a tenth of it. */
const readAtMost = 200_000;
/**
 * Provision types that an article seems to hold, three to five at most, each with strength, addressee, time limit and exception where the words say so, and
 * the words that led there. The number tells an article of a law from a section of a guide: give it where the text has one. A language whose words
 * are not known (see `supported`) gives none, which says nothing about the article. Linear in the length of the article; its first 200,000 characters
 * are read.
 *
 * @example proposeCodings({ text: "Agencies shall publish the source code they develop." }, "en")[0].type // "publish-new-code-by-default"
 */
export function proposeCodings(
  article: Pick<Article, "text" | "heading"> & { readonly number?: string | undefined },
  language: string | undefined,
  model: Model = fitted(),
): Proposal[] {
  const known = supportedLanguage(language);
  if (known === undefined) return [];
  const text = article.text.slice(0, readAtMost);
  const read = readArticle((article.heading ?? "").slice(0, 1000), article.number ?? "", text, known);
  return candidatesIn(read, model.likeness, model.types)
    .map(({ type, evidence, signs }) => ({ type, evidence, score: logOdds(model.signs, signs) }))
    .filter(({ score }) => score >= model.threshold)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostTypes(text))
    .map(({ type, evidence, score }) => proposal(type, evidence, score, read));
}

function proposal(type: string, evidence: Evidence, score: number, article: ReadArticle): Proposal {
  const { text, language } = article;
  const { sentence } = evidence;
  const verb = weightiest(article, sentence, evidence.found);
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
 * elsewhere in the article less. A sentence that no verb bounds states what is done: in rules the indicative binds, and its own words say so.
 */
function weightiest(article: ReadArticle, sentence: Sentence, found: readonly Found[]): Deontic {
  const at = Math.min(...found.map((span) => span.start));
  const far = (verb: Deontic) => Math.abs(verb.start - at);
  const own = deonticsIn(sentence, article.language);
  const all = deonticsIn({ words: wordsOf(article.text.slice(0, 20_000)) }, article.language);
  const votes = new Map<Strength, number>();
  const vote = (strength: Strength, weight: number) => votes.set(strength, (votes.get(strength) ?? 0) + weight);
  for (const verb of own) vote(verb.strength, (said[verb.strength] ?? 1) / (1 + far(verb) / near));
  for (const verb of all) vote(verb.strength, (said[verb.strength] ?? 1) * elsewhere);
  if (votes.has("must")) vote("must", isOfLaw(article) ? ofLaw : ofGuide);
  const [best] = [...votes].sort((one, other) => other[1] - one[1]);
  if (best === undefined) return { strength: "must", start: at, end: Math.max(...found.map((span) => span.end)) };
  const candidates = [...own, ...all].filter((verb) => verb.strength === best[0]);
  return candidates.reduce((nearestVerb, verb) => (far(verb) < far(nearestVerb) ? verb : nearestVerb));
}

/** "May" and "can" often only describe; "must" seldom does. Chosen on labelled articles, with five parts of them held out in turn. */
const said: Readonly<Partial<Record<Strength, number>>> = { must: 1, should: 0.9, may: 0.3, "must-not": 0.3 };
const [near, elsewhere, ofLaw, ofGuide] = [50, 0.3, 0.3, 0.15];
