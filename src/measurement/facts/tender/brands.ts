import { namesBeside } from "./beside-software.ts";
import type { Span } from "./terms.ts";
import { nameBeside } from "./unlisted.ts";
import type { Brand } from "./words/brand.ts";
import { type Found, type FoundBy, findWords } from "./words.ts";

const NEAR = 80;
const EQUIVALENT_AFTER = 160;
const EQUIVALENT_BEFORE = 60;

export interface NamedBrand extends Span {
  name: string;
  kind: "product" | "vendor";
  /** "or equivalent" that stands with it. */
  equivalent?: Span;
}

/** The brands that one text names: those of our list, and what stands with "or equivalent". */
export function brandsIn(text: string, found: FoundBy): NamedBrand[] {
  if (!(found.brand ?? found.equivalent ?? found.beforeName ?? found.afterName)) return [];
  const { brand = [], equivalent = [] } = found;
  const certain = brand.filter((hit) => !hit.of.doubtful);
  const listed = brand.filter((hit) => !(hit.of.doubtful || hit.of.ofOffice) || isMeant(text, hit, certain));
  const named = listed.map((hit): NamedBrand => {
    const { name, kind } = hit.of.brand as Brand;
    const beside = equivalent.find((other) => standsWith(other, hit));
    return { name, kind, start: hit.start, end: hit.end, ...(beside && { equivalent: beside }) };
  });
  const unlisted = equivalent.flatMap((other): NamedBrand[] => {
    const span = listed.some((hit) => standsWith(other, hit)) ? undefined : nameBeside(text, other);
    return span ? [{ name: text.slice(span.start, span.end), kind: "product", ...span, equivalent: other }] : [];
  });
  const taken = [...listed, ...unlisted];
  const beside = namesBeside(text, found.beforeName ?? [], found.afterName ?? [])
    .filter((span) => !taken.some((other) => other.start < span.end && span.start < other.end))
    .map((span): NamedBrand => ({ name: text.slice(span.start, span.end), kind: "product", ...span }));
  return [...named, ...unlisted, ...beside];
}

const standsWith = (equivalent: Span, brand: Span): boolean =>
  equivalent.start >= brand.end ? equivalent.start - brand.end <= EQUIVALENT_AFTER : brand.start - equivalent.end <= EQUIVALENT_BEFORE;

/** Looks at the words around a name that may be an everyday word, the form of a document or a skill. */
function isMeant(text: string, hit: Found, certain: readonly Found[]): boolean {
  const from = Math.max(0, hit.start - NEAR);
  const before = findWords(text.slice(from, hit.start), "besideDoubtfulBrand");
  const after = findWords(text.slice(hit.end, hit.end + NEAR), "besideDoubtfulBrand");
  if (hit.of.ofOffice && (before.documentForm || after.documentForm)) return false;
  if (!hit.of.doubtful) return true;
  if (before.glazing || after.glazing) return false;
  return Boolean(before.nearby || after.nearby) || certain.some((other) => other.end >= from && other.start <= hit.end + NEAR);
}
