import { Problem } from "../../shared/problem.ts";
import { typeNames } from "./functions.ts";

export interface KnownFact {
  name: string;
  type?: string;
}

/**
 * Refuses a fact that its kind of subject does not have, and names of facts that CEL would take for a type. A path may name a group ("licence") or a member of a list or map.
 * @throws Problem "invalid-input" with the nearest name
 */
export function checkFacts(reads: readonly string[], known: readonly KnownFact[]): void {
  const kept = known.find(({ name }) => typeNames.has(name.split(".")[0] as string));
  if (kept)
    throw new Problem("invalid-input", `The fact ${kept.name} begins with a word that CEL keeps for a type; expected another name.`);
  for (const name of reads) {
    const fits = known.some(
      (fact) => fact.name === name || fact.name.startsWith(`${name}.`) || (isOpen(fact) && name.startsWith(`${fact.name}.`)),
    );
    if (!fits)
      throw unknown(
        "fact",
        name,
        known.map((fact) => fact.name),
      );
  }
}

const isOpen = ({ type }: KnownFact): boolean => type === undefined || type === "map" || type === "list";

/** @throws Problem "invalid-input" for a parameter that the check does not define, and for `parameters` alone */
export function checkParameters(read: readonly string[], known: readonly string[] | undefined): void {
  for (const path of read) {
    const name = path.split(".")[0] ?? "";
    if (name === "")
      throw new Problem("invalid-input", "The expression uses parameters as a whole; expected one of them, such as parameters.accepted.");
    if (known && !known.includes(name)) throw unknown("parameter", name, known);
  }
}

function unknown(what: "fact" | "parameter", name: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  const expected = near ? `Did you mean ${near}?` : `Expected one of: ${known.slice(0, 40).join(", ") || "none, there is none"}.`;
  return new Problem("invalid-input", `The expression reads the ${what} ${name}, which is not known. ${expected}`);
}

/** The known name with the fewest letters to change, if that is at most a third of them. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known.map((other) => ({ other, changes: distance(name.slice(0, 100), other) })).sort((a, b) => a.changes - b.changes);
  return best && best.changes <= Math.ceil(name.length / 3) ? best.other : undefined;
}

function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1));
    row = next;
  }
  return row[right.length] ?? 0;
}
