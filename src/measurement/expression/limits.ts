/** What an expression from anybody may cost. A policy file is untrusted. */
export const limits = {
  /** characters of source */
  source: 2_000,
  /** terms inside terms; a chain of && or || counts once */
  depth: 30,
  /** terms in all */
  terms: 500,
  /** names in one path, a.b.c */
  path: 12,
  /** exists inside exists */
  loops: 2,
  /** rounds × terms, elements compared and 16 characters searched count one step each */
  steps: 1_000_000,
  /** the same where CEL's own interpreter evaluates, which is some thirty times slower. Estimated beforehand */
  interpretedSteps: 200_000,
  /** characters of a text that an expression makes */
  text: 100_000,
  /** elements of a list that an expression makes */
  list: 10_000,
  /** characters of a regular expression */
  pattern: 200,
  /** instructions it becomes: x{1000} is short and large */
  patternSize: 1_000,
  /** digits of a text that int() reads */
  digits: 100,
} as const;

/** Thrown, not returned: nothing inside an expression may absorb it as `||` absorbs an error. */
export class TooCostly extends Error {}

let left: number = limits.steps;

/** Evaluation is synchronous and one at a time, so that one counter serves all. */
export function startCounting(): void {
  left = limits.steps;
}

/** @throws TooCostly when the steps of this evaluation are used up */
export function charge(steps: number): void {
  left -= steps;
  if (left < 0) throw new TooCostly(`it takes more than ${limits.steps} steps on these facts`);
}

/** Whether the steps were used up, where an interpreter caught what charge threw. */
export const isSpent = (): boolean => left < 0;
