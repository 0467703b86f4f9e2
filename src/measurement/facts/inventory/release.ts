import { readDay } from "../day.ts";

/** A value of the file with the place it stands at. */
export interface Found {
  value: unknown;
  /** RFC 6901, from the root of the document or line */
  pointer: string;
}

const escapeKey = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** What stands under one key or index, where it is there and not null. */
export function child(parent: Found, key: string | number): Found | undefined {
  if (typeof parent.value !== "object" || parent.value === null || !Object.hasOwn(parent.value, key)) return undefined;
  const value: unknown = (parent.value as Record<string | number, unknown>)[key];
  return value === null || value === undefined ? undefined : { value, pointer: `${parent.pointer}/${escapeKey(String(key))}` };
}

/** The first of several dotted names that is there: schemas before 2.0.0 say `repository` where later ones say `repositoryURL`. */
export function find(parent: Found, ...names: readonly string[]): Found | undefined {
  for (const name of names) {
    let at: Found | undefined = parent;
    for (const key of name.split(".")) at = at && child(at, key);
    if (at) return at;
  }
  return undefined;
}

/** A text that says something: trimmed, at most `longest` characters, without control characters. */
export function textOf(found: Found | undefined, longest = 300): string | undefined {
  if (typeof found?.value !== "string") return undefined;
  const text = found.value
    .slice(0, 10 * longest)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return text === "" ? undefined : text.slice(0, longest);
}

/** A day, where one is written: "2019-06-05", "2024-10-21T13:00:00Z". */
export function dayOf(found: Found | undefined): string | undefined {
  return readDay(textOf(found, 40));
}

export function listOf(found: Found | undefined): Found[] | undefined {
  if (!found || !Array.isArray(found.value)) return undefined;
  return found.value.flatMap((_, index) => child(found, index) ?? []);
}
