import { type Found, type FoundBy, findWords } from "./words.ts";

const NEAR = 80;
const EQUIVALENT_AFTER = 160;
const EQUIVALENT_BEFORE = 60;

export interface NamedBrand {
  hit: Found;
  /** "or equivalent" that stands with it. */
  equivalent?: Found;
}

/** The brands that one text names, doubtful names only where a word of information technology stands near. */
export function brandsIn(text: string, found: FoundBy): NamedBrand[] {
  const hits = found.brand ?? [];
  const certain = hits.filter((hit) => !hit.of.doubtful);
  const named = certain.length === hits.length ? hits : hits.filter((hit) => !hit.of.doubtful || isOfTechnology(text, hit, certain));
  const equivalents = named.length === 0 ? [] : (findWords(text, "besideBrand").equivalent ?? []);
  return named.map((hit) => {
    const equivalent = equivalents.find((other) =>
      other.start >= hit.end ? other.start - hit.end <= EQUIVALENT_AFTER : hit.start - other.end <= EQUIVALENT_BEFORE,
    );
    return equivalent ? { hit, equivalent } : { hit };
  });
}

/** Looks at the words around a doubtful name. */
function isOfTechnology(text: string, hit: Found, certain: readonly Found[]): boolean {
  const from = Math.max(0, hit.start - NEAR);
  const before = findWords(text.slice(from, hit.start), "besideDoubtfulBrand");
  const after = findWords(text.slice(hit.end, hit.end + NEAR), "besideDoubtfulBrand");
  if (before.glazing || after.glazing) return false;
  return Boolean(before.nearby || after.nearby) || certain.some((other) => other.end >= from && other.start <= hit.end + NEAR);
}
