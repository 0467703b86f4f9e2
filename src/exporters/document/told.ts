import type { GapLevel } from "../../drafting/gaps/gap.ts";

/** What the site says in the language of an export: the gaps of the draft as sentences, and words of closed lists. */
export interface Told {
  gaps: readonly { level: GapLevel; text: string }[];
  /** the word of a closed list: code("strength", "must") */
  code(group: "strength" | "addressee" | "area", value: string): string;
}

/** Words with names in them: filled("version {now}", { now: 3 }). */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([a-z]+)\}/gi, (whole, name: string) => String(values[name] ?? whole));
}

/** At most so many characters, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}
