import { fitLogistic, type Logistic, logOdds } from "./logistic.ts";
import { conceptsIn, lexiconOf, recognisable, supportedLanguage } from "./recognise.ts";
import { candidatesIn, featuresOf, type ReadArticle } from "./signs.ts";
import { type Example, fitSoftmax, type Softmax } from "./softmax.ts";
import { wordsOf } from "./words.ts";

/** What is known of provision types before an article is read. */
export interface Model {
  /** Ids of the types, in the order of their likelihoods; the class after the last is none of them. */
  readonly types: readonly string[];
  readonly likeness: Softmax;
  readonly signs: Logistic;
  /** Below this a type is not proposed. */
  readonly threshold: number;
}

/** A wording with the types that its coding, its clause or its definition gives it. */
export interface CodedWording {
  readonly text: string;
  readonly language: string;
  readonly types: readonly string[];
  readonly weight: number;
  /** Where it comes from; an article that names this origin is never weighed with it while learning. */
  readonly origin: string;
}

/** An article that a person coded; `group` is shared by all that repeat each other. */
export interface CodedArticle {
  readonly article: ReadArticle;
  readonly types: readonly string[];
  readonly group: number;
  /** Origins of wordings that come from its text or from one that repeats it. */
  readonly origins: readonly string[];
}

const articleWeight = 0.7;
const taleWeight = 0.25;

/**
 * Learns how wordings speak for types, then how much each sign of an article counts. The second is learnt from articles whose group was left out of
 * the first, so that it trusts no more in likeness than holds for a text never seen. Pure: the same input gives the same model.
 */
export function learn(wordings: readonly CodedWording[], articles: readonly CodedArticle[], types: readonly string[]): Model {
  const made = wordings.flatMap((wording) => exampleOf(wording, types));
  const groups = [...new Set(articles.map(({ group }) => group))];
  const judged = groups.flatMap((group) => {
    const held = articles.filter((article) => article.group === group);
    const origins = new Set(held.flatMap((article) => article.origins));
    const others = articles.filter((article) => article.group !== group);
    const likeness = likenessFrom(
      made.filter(({ origin }) => !origins.has(origin)),
      others,
      types,
    );
    return held.map((article) => ({ article, candidates: candidatesIn(article.article, likeness, types) }));
  });
  const rows = judged.flatMap(({ article, candidates }) =>
    candidates.map(({ type, signs }) => ({ signs, right: article.types.includes(type) })),
  );
  const signs = fitLogistic(rows);
  const positives = articles.reduce((sum, article) => sum + article.types.length, 0);
  const scored = judged.map(({ article, candidates }) =>
    candidates
      .map(({ type, signs: own }) => ({ score: logOdds(signs, own), right: article.types.includes(type) }))
      .sort((one, other) => other.score - one.score)
      .slice(0, mostTypes(article.article.text)),
  );
  return { types, likeness: likenessFrom(made, articles, types), signs, threshold: bestThreshold(scored.flat(), positives) };
}

/** Three types, and one more for every 1,500 characters up to five: an article that rules everything is rare. */
export const mostTypes = (text: string) => Math.min(5, 3 + Math.floor(text.length / 1500));

/** Likeness is learnt from whole articles too, and from the sentence of each that seems to hold its type. */
function likenessFrom(wordings: readonly Example[], articles: readonly CodedArticle[], types: readonly string[]): Softmax {
  const whole = articles.map(({ article, types: coded }) => ({
    features: featuresOf([...article.headingConcepts.keys(), ...article.sentences.flatMap(({ concepts }) => [...concepts.keys()])]),
    classes: classesOf(coded, types),
    weight: articleWeight,
  }));
  const first = fitSoftmax([...wordings, ...whole], recognisable.length, types.length + 1);
  const sentences = articles.flatMap(({ article, types: coded }) => {
    if (coded.length === 0)
      return article.sentences
        .filter(({ concepts }) => concepts.size > 1)
        .map(({ concepts }) => ({ features: featuresOf(concepts.keys()), classes: classesOf([], types), weight: taleWeight }));
    const candidates = candidatesIn(article, first, types);
    return coded.flatMap((type) => {
      const found = candidates.find((candidate) => candidate.type === type);
      if (found === undefined) return [];
      const features = featuresOf([...found.evidence.concepts.keys(), ...article.headingConcepts.keys()]);
      return [{ features, classes: classesOf([type], types), weight: articleWeight }];
    });
  });
  return fitSoftmax([...wordings, ...whole, ...sentences], recognisable.length, types.length + 1);
}

function exampleOf(wording: CodedWording, types: readonly string[]): (Example & { origin: string })[] {
  const language = supportedLanguage(wording.language);
  if (language === undefined) return [];
  const found = conceptsIn({ words: wordsOf(wording.text.slice(0, 6000)) }, lexiconOf(language), new Map());
  return [{ features: featuresOf(found.keys()), classes: classesOf(wording.types, types), weight: wording.weight, origin: wording.origin }];
}

const classesOf = (coded: readonly string[], types: readonly string[]) =>
  new Map(coded.length === 0 ? [[types.length, 1]] : coded.map((type) => [types.indexOf(type), 1 / coded.length]));

/** The score from which on F1 is best. */
function bestThreshold(scored: readonly { readonly score: number; readonly right: boolean }[], positives: number): number {
  const order = [...scored].sort((one, other) => other.score - one.score);
  let [right, best, threshold] = [0, 0, 0];
  order.forEach((one, at) => {
    right += one.right ? 1 : 0;
    const f1 = (2 * right) / (at + 1 + positives);
    if (f1 > best) [best, threshold] = [f1, one.score];
  });
  return threshold;
}
