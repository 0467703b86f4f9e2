import { lstatSync } from "node:fs";
import { z } from "zod";
import { subjectKinds } from "../registry/check.ts";
import { Problem } from "../shared/problem.ts";
import type { Observation } from "./fact.ts";
import { deepestOf, readBytes, readLines } from "./facts/bytes.ts";

const value = z.json();
export const placeShape = z.strictObject({
  file: z.string().optional(),
  line: z.int().optional(),
  pointer: z.string().optional(),
  xpath: z.string().optional(),
  commit: z.string().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
  text: z.string().max(2000).optional(),
});

/** One line of observations.ndjson. */
export const observationShape = z.strictObject({
  subject: z.strictObject({
    kind: z.enum(subjectKinds),
    id: z.string().min(1).max(2000),
    name: z.string().max(2000).optional(),
    address: z
      .string()
      .max(2000)
      .regex(/^https?:\/\//)
      .optional(),
  }),
  observedAt: z.iso.datetime().refine((at) => !at.startsWith("0000"), "no calendar has a year 0"),
  reader: z.string().min(1).max(100),
  facts: z.record(z.string(), value),
  places: z.record(z.string(), z.array(placeShape)).default({}),
  notObservable: z.record(z.string(), z.string().max(2000)).default({}),
});

const LONGEST_LINE = 4_000_000;
const LARGEST = 500_000_000;
const DEEPEST = 64;

/** The observations of a file, one line after the other; throws a Problem that names the line that cannot be read. */
export async function* readObservations(file: string): AsyncGenerator<Observation> {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status?.isFile())
    throw new Problem(
      "not-found",
      `There is no file ${file}; expected one observation a line, as “openfirst check --format json” writes them.`,
    );
  if (status.size > LARGEST) throw new Problem("too-large", `${file} is larger than 500 MB; split it into several measurements.`);
  // Not node:readline: it ends a line at U+2028 too, which JSON leaves bare in a text.
  for await (const { number, bytes } of readLines(readBytes(file, LARGEST), LONGEST_LINE)) {
    const observation = readObservation(bytes, file, number);
    if (observation) yield observation;
  }
}

/** Nothing for an empty line. */
function readObservation(bytes: Buffer | undefined, file: string, line: number): Observation | undefined {
  const refuse = (message: string, cause?: unknown): never => {
    throw new Problem("invalid-file", `${file}:${line} ${message}`, { cause, faults: [{ file, line, message }] });
  };
  if (!bytes) return refuse("is longer than 4 MB; expected one observation a line");
  if (deepestOf(bytes) > DEEPEST) return refuse(`has brackets nested more than ${DEEPEST} deep; expected an observation`);
  const text = bytes.toString("utf8");
  if (!text.trim()) return undefined;
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (cause) {
    refuse(`is not JSON (${(cause as Error).message}); expected one observation a line`, cause);
  }
  // What “openfirst check” says beside the observation follows from it.
  const { findings: _, ocid: __, notice: ___, ...rest } = (given ?? {}) as Record<string, unknown>;
  const parsed = observationShape.safeParse(rest);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not an observation"}`);
  }
  return parsed.data as Observation;
}
