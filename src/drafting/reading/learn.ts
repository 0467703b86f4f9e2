import { conceptsIn, lexiconOf, supportedLanguage } from "./recognise.ts";
import { wordsOf } from "./words.ts";

/** A wording of the registry with the types that its accepted codings give it. */
export interface CodedWording {
  readonly text: string;
  readonly language: string;
  readonly types: readonly string[];
}

/** What accepted codings teach. */
export interface Model {
  /** How rare a piece of a word is among the wordings. */
  readonly rarity: ReadonlyMap<string, number>;
  readonly index: ReadonlyMap<string, readonly { readonly wording: number; readonly weight: number }[]>;
  readonly types: readonly (readonly string[])[];
  /** By how much a concept in a sentence speaks for a type, in any language: logarithm of observed to expected. */
  readonly pull: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const readAtMost = 4000;

/**
 * Learns from accepted codings, once, in memory. Pure: the same wordings give the same model. Wordings in languages whose words are not known add
 * nothing to what is learnt of concepts.
 *
 * @example const model = learn([{ text: "Agencies shall publish source code.", language: "en", types: ["publish-new-code-by-default"] }]);
 */
export function learn(wordings: readonly CodedWording[]): Model {
  const bags = wordings.map((wording) => piecesOf(wording.text, wording.language));
  const documents = new Map<string, number>();
  for (const bag of bags) for (const piece of bag.keys()) documents.set(piece, (documents.get(piece) ?? 0) + 1);
  const rarity = new Map([...documents].map(([piece, count]) => [piece, Math.log(1 + wordings.length / count)]));
  const index = new Map<string, { wording: number; weight: number }[]>();
  bags.forEach((bag, wording) => {
    const length = lengthOf(bag, rarity);
    for (const [piece, count] of bag) {
      const entry = { wording, weight: (damped(count) * (rarity.get(piece) ?? 0)) / length };
      const list = index.get(piece);
      if (list === undefined) index.set(piece, [entry]);
      else list.push(entry);
    }
  });
  return { rarity, index, types: wordings.map((wording) => wording.types), pull: pullOf(wordings) };
}

const damped = (count: number) => 1 + Math.log(count);

function lengthOf(bag: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [piece, count] of bag) sum += (damped(count) * (rarity.get(piece) ?? 0)) ** 2;
  return Math.sqrt(sum) || 1;
}

/** Beginnings of words and of pairs of them, so that forms of one word meet; a language's words meet only that language's. */
function piecesOf(text: string, language: string): Map<string, number> {
  const pieces = new Map<string, number>();
  const add = (piece: string) => pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  let before = "";
  for (const { folded } of wordsOf(text.slice(0, readAtMost))) {
    if (folded.length < 3) continue;
    const stem = folded.slice(0, 6);
    add(`${language}:${stem}`);
    if (before !== "") add(`${language}:${before} ${stem}`);
    before = stem;
  }
  return pieces;
}

function pullOf(wordings: readonly CodedWording[]): Map<string, Map<string, number>> {
  const known = new Map();
  const perType = new Map<string, { all: number; concepts: Map<string, number> }>();
  const everywhere = { all: 0, concepts: new Map<string, number>() };
  for (const wording of wordings) {
    const language = supportedLanguage(wording.language);
    if (language === undefined) continue;
    const concepts = conceptsIn(
      { words: wordsOf(wording.text.slice(0, readAtMost)) },
      lexiconOf(language),
      known.get(language) ?? known.set(language, new Map()).get(language),
    );
    for (const counts of [
      everywhere,
      ...wording.types.map((type) => perType.get(type) ?? perType.set(type, { all: 0, concepts: new Map() }).get(type)),
    ]) {
      if (counts === undefined) continue;
      counts.all++;
      for (const concept of concepts.keys()) counts.concepts.set(concept, (counts.concepts.get(concept) ?? 0) + 1);
    }
  }
  const pull = new Map<string, Map<string, number>>();
  for (const [type, counts] of perType) {
    const logs = new Map<string, number>();
    for (const [concept, count] of everywhere.concepts) {
      const share = (count + 1) / (everywhere.all + 2);
      const own = ((counts.concepts.get(concept) ?? 0) + 3 * share) / (counts.all + 3);
      logs.set(concept, Math.log(own / share));
    }
    pull.set(type, logs);
  }
  return pull;
}

/** How like an article is to the nearest coded wording of each type, 0 to 1; the 25 nearest wordings are looked at. */
export function nearest(text: string, language: string, model: Model): Map<string, number> {
  const bag = piecesOf(text, language);
  const length = lengthOf(bag, model.rarity);
  const likeness = new Map<number, number>();
  for (const [piece, count] of bag) {
    const weight = (damped(count) * (model.rarity.get(piece) ?? 0)) / length;
    for (const entry of model.index.get(piece) ?? [])
      likeness.set(entry.wording, (likeness.get(entry.wording) ?? 0) + weight * entry.weight);
  }
  const byType = new Map<string, number>();
  for (const [wording, like] of [...likeness].sort((one, other) => other[1] - one[1]).slice(0, 25)) {
    for (const type of model.types[wording] ?? []) byType.set(type, Math.max(byType.get(type) ?? 0, like));
  }
  return byType;
}

/** How much the concepts of a sentence speak for a type, after what accepted codings taught; 0 where nothing is known of the type. */
export function pullTowards(type: string, concepts: Iterable<string>, model: Model): number {
  const logs = model.pull.get(type);
  if (logs === undefined) return 0;
  let sum = 0;
  let count = 0;
  for (const concept of concepts) {
    sum += logs.get(concept) ?? 0;
    count++;
  }
  return count === 0 ? 0 : sum / Math.sqrt(count);
}
