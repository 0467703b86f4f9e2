import { createReadStream, lstatSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { subjectKinds } from "../registry/check.ts";
import { Problem } from "../shared/problem.ts";
import type { Observation } from "./fact.ts";

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
  observedAt: z.iso.datetime(),
  reader: z.string().min(1).max(100),
  facts: z.record(z.string(), value),
  places: z.record(z.string(), z.array(placeShape)).default({}),
  notObservable: z.record(z.string(), z.string().max(2000)).default({}),
});

const LONGEST_LINE = 4_000_000;
const LARGEST = 500_000_000;

/** The observations of a file, one line after the other; throws a Problem that names the line that cannot be read. */
export async function* readObservations(file: string): AsyncGenerator<Observation> {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status?.isFile())
    throw new Problem(
      "not-found",
      `There is no file ${file}; expected one observation a line, as “openfirst check --format json” writes them.`,
    );
  if (status.size > LARGEST) throw new Problem("too-large", `${file} is larger than 500 MB; split it into several measurements.`);
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim()) yield readObservation(text, file, line);
  }
}

function readObservation(text: string, file: string, line: number): Observation {
  const refuse = (message: string, cause?: unknown): never => {
    throw new Problem("invalid-file", `${file}:${line} ${message}`, { cause, faults: [{ file, line, message }] });
  };
  if (text.length > LONGEST_LINE) refuse("is longer than 4 MB; expected one observation a line");
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
