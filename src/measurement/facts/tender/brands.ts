import type { Found, FoundBy } from "./words.ts";

const NEAR = 80;
const EQUIVALENT_AFTER = 160;
const EQUIVALENT_BEFORE = 60;

export interface NamedBrand {
  hit: Found;
  /** "or equivalent" that stands with it. */
  equivalent?: Found;
}

/** The brands that one text names, doubtful names only where a word of information technology stands near. */
export function brandsIn(found: FoundBy): NamedBrand[] {
  const certain = (found.brand ?? []).filter((hit) => !hit.of.doubtful);
  const named = (found.brand ?? []).filter((hit) => {
    if (!hit.of.doubtful) return true;
    const near = [...(found.nearby ?? []), ...certain].some((other) => apart(other, hit) <= NEAR && other.start !== hit.start);
    return near && !(found.glazing ?? []).some((other) => apart(other, hit) <= NEAR);
  });
  return named.map((hit) => {
    const equivalent = (found.equivalent ?? []).find((other) =>
      other.start >= hit.end ? other.start - hit.end <= EQUIVALENT_AFTER : hit.start - other.end <= EQUIVALENT_BEFORE,
    );
    return equivalent ? { hit, equivalent } : { hit };
  });
}

const apart = (one: Found, other: Found): number => Math.max(one.start - other.end, other.start - one.end, 0);
