import { parse } from "@bufbuild/cel";
import { Problem } from "../../shared/problem.ts";
import { limits } from "./limits.ts";

/** CEL's own syntax tree. */
export type Syntax = ReturnType<typeof parse>;

/** @throws Problem "invalid-input" with line and column, for a source too long, too deep or not CEL */
export function parseSyntax(source: string): Syntax {
  if (source.length > limits.source)
    throw new Problem(
      "invalid-input",
      `The expression has ${source.length} characters; expected at most ${limits.source}. Split the check in two.`,
    );
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Problem("invalid-input", `The expression is nested too deeply; expected at most ${limits.depth} terms inside each other.`);
    const { location, rawMessage } = error as { location?: { start: { offset: number } }; rawMessage?: string };
    throw wrong(source, location?.start.offset ?? 0, rawMessage ?? (error instanceof Error ? error.message : "it is not CEL"));
  }
}

/** "Line 1, column 9 of the expression: … Near «…»." */
export function wrong(source: string, offset: number, words: string): Problem {
  const before = source.slice(0, offset).split("\n");
  const near = source.slice(offset, offset + 30).split("\n")[0];
  const message = words.length > 400 ? `${words.slice(0, 400)}…` : words;
  return new Problem(
    "invalid-input",
    `Line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} of the expression: ${message}${near ? `, near «${near}»` : ""}.`,
  );
}
