import { limits, TooCostly } from "./limits.ts";
import { inside, type Term } from "./term.ts";
import type { Value } from "./values.ts";

/**
 * What CEL's own interpreter may cost at most on these facts. It cannot be stopped on its way, so that it is estimated before: rounds of the
 * loops × terms, and the whole of the data for a call that may walk through it.
 * @throws TooCostly
 */
export function estimate(term: Term, data: readonly Value[]): void {
  const { weight, longest } = weigh(data);
  const joins = howMany(term, (part) => part.is === "call" && part.name === "_+_");
  const builds = howMany(
    term,
    (part) => (part.is === "interpreted" && part.builds) || (part.is === "list" && !part.items.every((item) => item.is === "constant")),
  );
  const length = Math.min(limits.list, Math.max(longest, longestLiteral(term)) * 2 ** joins);
  const steps = stepsOf(term, 1, { length, weight: weight * 2 ** (joins + builds) });
  if (steps > limits.interpretedSteps) throw new TooCostly(`it may take more than ${limits.interpretedSteps} steps on these facts`);
}

function stepsOf(term: Term, rounds: number, data: { length: number; weight: number }): number {
  if (term.is === "loop") {
    const within = rounds * data.length;
    const copies = term.macro === "filter" || term.macro === "map" ? (within * data.length) >> 4 : 0;
    const bodies = [term.test, term.each].reduce((sum, body) => sum + (body ? stepsOf(body, within, data) : 0), 0);
    return stepsOf(term.list, rounds, data) + bodies + copies;
  }
  const walks = term.is === "call" || term.is === "interpreted";
  return inside(term).reduce((sum, part) => sum + stepsOf(part, rounds, data), rounds * (walks ? data.weight : 1));
}

/** Values in all (16 characters count as one) and the length of the longest list or map. */
function weigh(data: readonly Value[]): { weight: number; longest: number } {
  let weight = 1;
  let longest = 1;
  const waiting = data.map((value) => ({ value, depth: 0 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next;
    weight += typeof value === "string" ? 1 + (value.length >> 4) : 1;
    if (weight > limits.interpretedSteps || depth > 100)
      throw new TooCostly("the facts it reads are too large or nested too deeply for it");
    if (value === null || typeof value !== "object") continue;
    const members = Array.isArray(value) ? value : Object.values(value as { [key: string]: Value });
    longest = Math.max(longest, members.length);
    for (const member of members) waiting.push({ value: member, depth: depth + 1 });
  }
  return { weight, longest };
}

function howMany(term: Term, is: (term: Term) => boolean): number {
  return inside(term).reduce((count, part) => count + howMany(part, is), is(term) ? 1 : 0);
}

function longestLiteral(term: Term): number {
  return inside(term).reduce((longest, part) => Math.max(longest, longestLiteral(part)), inside(term).length);
}
