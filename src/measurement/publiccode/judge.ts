import type { Complaint, Entry } from "./document.ts";
import type { Form, Remark } from "./forms.ts";
import { isBefore, type Version } from "./version.ts";

/** What stands under a key. */
export type Shape =
  | { value: Form }
  /** `some`: at least one item; `orOne`: a single value may stand instead of a list */
  | { list: Shape; some?: true; orOne?: true }
  | Section
  /** One section a language */
  | { languages: Keys; tag: (written: string) => Remark[]; other?: Section["other"] };

export interface Section {
  section: Keys;
  /** What concerns several keys at once. */
  also?: (entries: Entries) => (Remark & { key: string })[];
  /** Keys that are none of the section's: what to say of them. */
  other?: (key: string) => string | undefined;
}

export type Keys = Readonly<Record<string, Key>>;
type Entries = ReadonlyMap<string, { spot: Spot; value: Entry }>;
type Spot = { line: number; column: number };

/** One row of the standard. Absent presence: optional. */
interface Key {
  shape: Shape;
  presence?: "mandatory" | "in one language";
  /** The version that brought it. */
  since?: Version;
  deprecated?: { since: Version; instead?: string };
  /** What was asked until a version, where that differed; the oldest first. */
  once?: readonly { until: Version; presence?: "mandatory"; shape?: Shape }[];
}

export interface Judgement extends Complaint {
  mild?: true;
}

/**
 * Compares a value with its shape. A file is held to what its own version and the published one both ask: what only one of them minds is a
 * warning that says which.
 */
export function judge(shape: Shape, entry: Entry, key: string, declared: Version, spot: Spot = entry): Judgement[] {
  if ("value" in shape) return shape.value(entry).map((remark) => ({ ...spotOf(spot), key, ...remark }));
  if ("list" in shape) return judgeList(shape, entry, key, declared, spot);
  if (entry.is !== "map") return [{ ...spotOf(spot), key, message: `expected a section with keys of its own` }];
  if ("languages" in shape) return judgeLanguages(shape, entry, key, declared, spot);
  return judgeSection(shape, entry.entries, key, declared, spot);
}

function judgeList(shape: Extract<Shape, { list: Shape }>, entry: Entry, key: string, declared: Version, spot: Spot): Judgement[] {
  if (entry.is !== "list")
    return shape.orOne
      ? judge(shape.list, entry, key, declared, spot)
      : [{ ...spotOf(spot), key, message: `expected a list, each item on a line of its own after “- ”` }];
  if (shape.some && entry.items.length === 0) return [{ ...spotOf(spot), key, message: "is an empty list; expected one item at least" }];
  return entry.items.flatMap((item, index) => judge(shape.list, item, `${key}[${index}]`, declared));
}

function judgeLanguages(
  shape: Extract<Shape, { languages: Keys }>,
  entry: Extract<Entry, { is: "map" }>,
  key: string,
  declared: Version,
  spot: Spot,
): Judgement[] {
  if (entry.entries.size === 0) return [{ ...spotOf(spot), key, message: "is empty; expected a section for one language at least" }];
  const found = [...entry.entries].flatMap(([tag, { spot: at, value }]) => [
    ...shape.tag(tag).map((remark) => ({ ...at, key: `${key}.${tag}`, ...remark })),
    ...judge({ section: shape.languages, ...(shape.other && { other: shape.other }) }, value, `${key}.${tag}`, declared, at),
  ]);
  const sections = [...entry.entries.values()].map(({ value }) => value);
  for (const [name, row] of Object.entries(shape.languages))
    if (
      row.presence === "in one language" &&
      !sections.some((section) => section.is === "map" && isGiven(section.entries.get(name)?.value))
    )
      found.push({ ...spotOf(spot), key: `${key}.[lang].${name}`, message: "is missing; it is mandatory in one language at least" });
  return found;
}

function judgeSection({ section, also, other }: Section, entries: Entries, key: string, declared: Version, spot: Spot): Judgement[] {
  const dotted = (name: string) => (key === "" ? name : `${key}.${name}`);
  const found = Object.entries(section).flatMap(([name, row]) => judgeKey(row, entries.get(name), dotted(name), declared, spot));
  for (const [name, { spot: at }] of entries)
    if (!Object.hasOwn(section, name)) {
      const message = other?.(name) ?? "is no key of the standard; it is passed over. Check its spelling and its place";
      found.push({ ...at, key: dotted(name.slice(0, 100)), message, mild: true });
    }
  for (const { key: name, ...remark } of also?.(entries) ?? [])
    found.push({ ...(entries.get(name)?.spot ?? spotOf(spot)), key: dotted(name), ...remark });
  return found;
}

function judgeKey(row: Key, found: { spot: Spot; value: Entry } | undefined, key: string, declared: Version, parent: Spot): Judgement[] {
  const once = row.once?.find(({ until }) => !isBefore(until, declared));
  if (found === undefined || !isGiven(found.value)) {
    if (row.presence === "mandatory" && "section" in row.shape)
      return judgeSection(row.shape, new Map(), key, declared, found?.spot ?? parent);
    const at = found?.spot ?? spotOf(parent);
    const how = found === undefined ? "is missing" : "has no value";
    if (row.presence === "mandatory") return [{ ...at, key, message: `${how}; it is mandatory` }];
    if (once?.presence === "mandatory") return [{ ...at, key, message: `${how}; it was mandatory until ${once.until}`, mild: true }];
    return found === undefined ? [] : [{ ...at, key, message: "has no value; leave the key out", mild: true }];
  }
  const { spot, value } = found;
  const notes: Judgement[] = [];
  if (row.deprecated)
    notes.push({
      ...spot,
      key,
      message: `is deprecated since ${row.deprecated.since}; ${row.deprecated.instead ? `use ${row.deprecated.instead} instead` : "it can be left out"}`,
      mild: true,
    });
  if (row.since && isBefore(declared, row.since))
    notes.push({ ...spot, key, message: `came with ${row.since}, but this file says that it follows ${declared}`, mild: true });
  return [...notes, ...judgeByBoth(row.shape, once, value, key, declared, spot)];
}

function judgeByBoth(
  shape: Shape,
  once: { until: Version; shape?: Shape } | undefined,
  value: Entry,
  key: string,
  declared: Version,
  spot: Spot,
): Judgement[] {
  const today = judge(shape, value, key, declared, spot);
  if (!once?.shape) return today;
  const then = judge(once.shape, value, key, declared, spot);
  const isWrong = ({ mild }: Judgement) => !mild;
  const soften = (said: string) => (one: Judgement) =>
    one.mild ? one : { ...one, message: `${one.message} (${said})`, mild: true as const };
  if (today.some(isWrong) && !then.some(isWrong)) return today.map(soften(`asked for after ${once.until}`));
  if (!today.some(isWrong) && then.some(isWrong)) return then.map(soften(`asked for until ${once.until}`));
  return today;
}

function isGiven(entry: Entry | undefined): boolean {
  return entry !== undefined && !(entry.is === "scalar" && entry.value === null);
}

function spotOf({ line, column }: Spot): Spot {
  return { line, column };
}
