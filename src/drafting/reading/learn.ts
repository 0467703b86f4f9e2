import { wordsOf } from "./words.ts";

/** A wording of the registry with the types that its accepted codings give it. */
export interface CodedWording {
  readonly text: string;
  readonly language: string;
  readonly types: readonly string[];
}

/** What accepted codings teach: each wording as weighted pieces of words. */
export interface Model {
  readonly rarity: ReadonlyMap<string, number>;
  readonly index: ReadonlyMap<string, readonly { readonly wording: number; readonly weight: number }[]>;
  readonly types: readonly (readonly string[])[];
}

/**
 * Learns from accepted codings, once, in memory. Pure: the same wordings give the same model. 659 wordings take some tens of milliseconds.
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
    const length = Math.sqrt([...bag].reduce((sum, [piece, count]) => sum + (tf(count) * (rarity.get(piece) ?? 0)) ** 2, 0)) || 1;
    for (const [piece, count] of bag) {
      const entry = { wording, weight: (tf(count) * (rarity.get(piece) ?? 0)) / length };
      const list = index.get(piece);
      if (list === undefined) index.set(piece, [entry]);
      else list.push(entry);
    }
  });
  return { rarity, index, types: wordings.map((wording) => wording.types) };
}

const tf = (count: number) => 1 + Math.log(count);

/** Words and the beginnings of long words, so that forms of one word meet; a language's words meet only that language's. */
function piecesOf(text: string, language: string): Map<string, number> {
  const pieces = new Map<string, number>();
  const add = (piece: string) => pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  let before = "";
  for (const { folded } of wordsOf(text.slice(0, 4000))) {
    if (folded.length < 3) continue;
    const stem = folded.slice(0, 6);
    add(`${language}:${stem}`);
    if (before !== "") add(`${language}:${before} ${stem}`);
    before = stem;
  }
  return pieces;
}

/** How like an article is to the coded wordings of each type: the three nearest of each count, 0 to 1. */
export function nearest(text: string, language: string, model: Model): Map<string, number> {
  const bag = piecesOf(text, language);
  const length = Math.sqrt([...bag].reduce((sum, [piece, count]) => sum + (tf(count) * (model.rarity.get(piece) ?? 0)) ** 2, 0)) || 1;
  const likeness = new Map<number, number>();
  for (const [piece, count] of bag) {
    const weight = (tf(count) * (model.rarity.get(piece) ?? 0)) / length;
    for (const entry of model.index.get(piece) ?? []) likeness.set(entry.wording, (likeness.get(entry.wording) ?? 0) + weight * entry.weight);
  }
  const byType = new Map<string, number>();
  for (const [wording, like] of [...likeness].sort((one, other) => other[1] - one[1]).slice(0, 25)) {
    for (const type of model.types[wording] ?? []) byType.set(type, Math.max(byType.get(type) ?? 0, like));
  }
  return byType;
}
