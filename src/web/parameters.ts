import { Problem, type Said, says } from "../shared/problem.ts";

/** The one value of a parameter, or nothing where it is absent or empty; refused where it is not known. */
export function readOne(
  parameters: URLSearchParams,
  name: string,
  isKnown: (value: string) => boolean,
  expected: Said,
): string | undefined {
  const values = [
    ...new Set(
      parameters
        .getAll(name)
        .map((value) => value.trim())
        .filter(Boolean),
    ),
  ];
  if (values.length > 1)
    throw new Problem("invalid-input", says`“${name}” is given ${values.length} times; expected once. Leave the others out.`);
  const [value] = values;
  if (value !== undefined && !isKnown(value))
    throw new Problem("invalid-input", says`“${name}=${shortened(value)}” is not known; expected ${expected}.`);
  return value;
}

/** A whole number from 1, or nothing where the parameter is absent or empty. */
export function readWhole(parameters: URLSearchParams, name: string, most = Number.MAX_SAFE_INTEGER): number | undefined {
  const value = readOne(parameters, name, (text) => /^[1-9]\d{0,15}$/.test(text) && Number(text) <= most, says`a whole number from 1`);
  return value === undefined ? undefined : Number(value);
}

/** What was typed, short enough to stand in a sentence. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
