import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { type Body, body } from "../../registry/body.ts";
import { type Check, check, checkCase } from "../../registry/check.ts";
import { type Claim, type ClaimLink, claim, claimLink } from "../../registry/claim.ts";
import { type Clause, clause } from "../../registry/clause.ts";
import { type Coverage, coverage } from "../../registry/coverage.ts";
import { type Dossier, dossier } from "../../registry/dossier.ts";
import { type Framework, framework } from "../../registry/framework.ts";
import { type Indicator, indicator, indicatorCase } from "../../registry/indicator.ts";
import { type Instrument, instrument } from "../../registry/instrument.ts";
import { type Jurisdiction, jurisdiction } from "../../registry/jurisdiction.ts";
import { type Lesson, lesson } from "../../registry/lesson.ts";
import { type Measurement, measurement } from "../../registry/measurement.ts";
import { type ProvisionType, provisionType } from "../../registry/provision-type.ts";
import { claimFromRow, jurisdictionFromRow } from "../../registry/table-rows.ts";
import { type Fault, Problem } from "../../shared/problem.ts";
import { findUnreadable } from "../../shared/readable-text.ts";
import { readYaml } from "../../shared/yaml.ts";

/** A record with the place it was read from, so that a fault can be found. */
export interface Placed<T> {
  value: T;
  file: string;
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

export interface Dataset {
  jurisdictions: Placed<Jurisdiction>[];
  bodies: Placed<Body>[];
  provisionTypes: Placed<ProvisionType>[];
  frameworks: Placed<Framework>[];
  instruments: Placed<Instrument>[];
  claims: Placed<Claim>[];
  claimLinks: Placed<ClaimLink>[];
  coverage: Placed<Coverage>[];
  lessons: Placed<Lesson>[];
  checks: Placed<Check>[];
  clauses: Placed<Clause>[];
  indicators: Placed<Indicator>[];
  dossiers: Placed<Dossier>[];
  measurements: Placed<Measurement>[];
}

/** How each part of a dataset folder is read. */
const parts: { [Part in keyof Dataset]: (folder: string, faults: Fault[]) => Dataset[Part] } = {
  jurisdictions: (folder, faults) => readTable(folder, "jurisdictions.csv", jurisdiction, jurisdictionFromRow, faults),
  bodies: (folder, faults) => readLists(folder, "bodies", body, faults),
  provisionTypes: (folder, faults) => readList(folder, "provision-types.yml", provisionType, faults),
  frameworks: (folder, faults) => readRecords(folder, "frameworks", framework, faults),
  instruments: (folder, faults) => readRecords(folder, "instruments", instrument, faults),
  claims: (folder, faults) =>
    filesIn(folder, "claims", ".csv", faults)
      .filter((file) => file !== join("claims", "links.csv"))
      .flatMap((file) => readTable(folder, file, claim, claimFromRow, faults)),
  claimLinks: (folder, faults) => readTable(folder, "claims/links.csv", claimLink, (row) => row, faults),
  coverage: (folder, faults) => readLists(folder, "coverage", coverage, faults),
  lessons: (folder, faults) => readList(folder, "lessons.yml", lesson, faults),
  checks: (folder, faults) => readWithCases(folder, "checks", "check.yaml", check, checkCase, faults),
  clauses: (folder, faults) => readRecords(folder, "clauses", clause, faults),
  indicators: (folder, faults) => readWithCases(folder, "indicators", "indicator.yaml", indicator, indicatorCase, faults),
  dossiers: (folder, faults) => readRecords(folder, "dossiers", dossier, faults),
  measurements: (folder, faults) =>
    foldersIn(folder, "measurements", faults).flatMap((name) =>
      readOne(join(folder, "measurements", name, "measurement.yml"), measurement, faults),
    ),
};

/**
 * Reads a dataset folder into our nouns; with `only`, the parts named, the others are empty. Shapes are checked here, what
 * points from one file to another in check.ts. Never stops at the first fault: all are returned, each with file and line.
 */
export function readDataset(folder: string, only?: readonly (keyof Dataset)[]): { dataset: Dataset; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = Object.entries(parts).map(([part, readPart]) => [
    part,
    !only || only.includes(part as keyof Dataset) ? readPart(folder, faults) : [],
  ]);
  return { dataset: Object.fromEntries(read) as Dataset, faults };
}

/** The instrument in one YAML file; throws a Problem that lists every fault. */
export function readInstrumentFile(content: string, file: string): Placed<Instrument> {
  return readRecordFile(content, file, instrument, "an instrument");
}

/** The framework in one YAML file; throws a Problem that lists every fault. */
export function readFrameworkFile(content: string, file: string): Placed<Framework> {
  return readRecordFile(content, file, framework, "a framework");
}

function readRecordFile<T>(content: string, file: string, shape: z.ZodType<T>, what: string): Placed<T> {
  const faults: Fault[] = [];
  const found = placeYaml(content, file, shape, faults);
  if (!found) throw new Problem("invalid-file", `${file} is not ${what} that can be read.`, { faults });
  return found;
}

function filesIn(folder: string, name: string, ending: string, faults: Fault[]): string[] {
  const path = join(folder, name);
  if (!lstatSync(path, { throwIfNoEntry: false })) return [];
  try {
    if (lstatSync(path).isSymbolicLink()) throw new Error("it is a link");
    return readdirSync(path)
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => join(name, file));
  } catch (cause) {
    tell(faults, [{ file: path, message: `expected a folder that can be read (${(cause as Error).message})` }]);
    return [];
  }
}

const LARGEST = 20_000_000;

/** A file's text, or nothing where there is no such file. Only plain files are read: a link may lead anywhere, a pipe never ends. */
export function readTextFile(path: string): string | undefined {
  const refuse = (message: string, line?: number, cause?: unknown): never => {
    throw new Problem(message.includes("larger") ? "too-large" : "invalid-file", `${path} ${message}.`, {
      cause,
      faults: [{ file: path, line, message }],
    });
  };
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (!status.isFile())
    return refuse(
      `is ${status.isSymbolicLink() ? "a link" : status.isDirectory() ? "a folder" : "no plain file"}; expected the file itself`,
    );
  if (status.size > LARGEST) return refuse("is larger than 20 MB; split it");
  const bytes = readBytes(path, refuse);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    return refuse("is not UTF-8 text; save it as UTF-8", undefined, cause);
  }
  const unreadable = findUnreadable(text);
  if (unreadable)
    return refuse(
      `contains the sign ${unreadable.sign}, which cannot be kept; take it out or save the file as UTF-8`,
      text.slice(0, unreadable.index).split("\n").length,
    );
  return text;
}

function readBytes(path: string, refuse: (message: string, line?: number, cause?: unknown) => never): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    return refuse(`cannot be read (${(cause as Error).message})`, undefined, cause);
  }
}

function readRecords<T>(folder: string, name: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  return filesIn(folder, name, ".yml", faults).flatMap((file) => readOne(join(folder, file), shape, faults));
}

function foldersIn(folder: string, name: string, faults: Fault[]): string[] {
  return filesIn(folder, name, "", faults)
    .filter((path) => lstatSync(join(folder, path)).isDirectory())
    .map((path) => path.slice(name.length + 1));
}

/** Records that have a folder of their own: the record in one file, and beside it the cases that it must pass. */
function readWithCases<T extends { id: string; cases: C[] }, C>(
  folder: string,
  name: string,
  file: string,
  shape: z.ZodType<T>,
  caseShape: z.ZodType<C>,
  faults: Fault[],
): Placed<T>[] {
  return foldersIn(folder, name, faults).flatMap((id) => {
    const casesPath = join(name, id, "cases.yaml");
    const cases = readOne(join(folder, casesPath), z.array(caseShape).min(1), faults)[0]?.value;
    return readOne(join(folder, name, id, file), shape, faults).map((placed) => {
      if (!cases) tell(faults, [{ file: join(folder, casesPath), message: "expected a list of cases: what it must say of given facts" }]);
      return { ...placed, value: { ...placed.value, cases: cases ?? [] } };
    });
  });
}

function readOne<T>(path: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  const text = collect(faults, () => readTextFile(path));
  const found = text === undefined ? undefined : placeYaml(text, path, shape, faults);
  return found ? [found] : [];
}

function placeYaml<T>(text: string, file: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T> | undefined {
  const read = collect(faults, () => readYaml(text, file));
  if (!read) return undefined;
  const parsed = shape.safeParse(read.value);
  if (!parsed.success) {
    tell(faults, shapeFaults(parsed.error, file, read.lineOf, []));
    return undefined;
  }
  return { value: parsed.data, file, lineOf: read.lineOf };
}

function readLists<T>(folder: string, name: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  return filesIn(folder, name, ".yml", faults).flatMap((file) => readList(folder, file, shape, faults));
}

function readList<T>(folder: string, file: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  const path = join(folder, file);
  const text = collect(faults, () => readTextFile(path));
  if (text === undefined) return [];
  const read = collect(faults, () => readYaml(text, path));
  if (!read) return [];
  if (!Array.isArray(read.value)) {
    tell(faults, [{ file: path, line: 1, message: "expected a list; begin each entry with “- ”" }]);
    return [];
  }
  return read.value.flatMap((entry, index) => {
    const parsed = shape.safeParse(entry);
    if (parsed.success)
      return [{ value: parsed.data, file: path, lineOf: (inner: readonly PropertyKey[]) => read.lineOf([index, ...inner]) }];
    tell(faults, shapeFaults(parsed.error, path, read.lineOf, [index]));
    return [];
  });
}

function readTable<T>(
  folder: string,
  file: string,
  shape: z.ZodType<T>,
  fromRow: (row: Record<string, string>) => unknown,
  faults: Fault[],
): Placed<T>[] {
  const path = join(folder, file);
  const text = collect(faults, () => readTextFile(path));
  if (text === undefined) return [];
  const rows = collect(faults, () => parseTable(text, path));
  return (rows ?? []).flatMap(({ record, info }) => {
    const filled = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
    const parsed = shape.safeParse(fromRow(filled));
    if (parsed.success) return [{ value: parsed.data, file: path, lineOf: () => info.lines }];
    tell(
      faults,
      shapeFaults(parsed.error, path, () => info.lines, []),
    );
    return [];
  });
}

function parseTable(text: string, path: string): { record: Record<string, string>; info: { lines: number } }[] {
  try {
    return parseCsv(text, { columns: distinct, bom: true, info: true, max_record_size: 200_000 }) as never;
  } catch (cause) {
    const message = `not a CSV table that can be read: ${(cause as Error).message}`;
    throw new Problem("invalid-file", `${path} is ${message}`, { cause, faults: [{ file: path, message }] });
  }
}

function distinct(columns: string[]): string[] {
  const twice = columns.find((column, index) => columns.indexOf(column) < index);
  if (twice !== undefined) throw new Error(`the column “${twice.slice(0, 60)}” stands twice; keep one`);
  return columns;
}

function collect<T>(faults: Fault[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(faults, error.faults.length > 0 ? error.faults : [{ file: "", message: error.message }]);
    return undefined;
  }
}

const MOST_FAULTS = 1000;

/** Adds what was found, up to a bound: a table of the wrong kind has a fault in every one of its rows. */
function tell(faults: Fault[], found: readonly Fault[]): void {
  for (const fault of found) if (faults.length < MOST_FAULTS) faults.push(fault);
}

function shapeFaults(error: z.ZodError, file: string, lineOf: Placed<unknown>["lineOf"], prefix: PropertyKey[]): Fault[] {
  return error.issues.map((issue) => {
    const path = [...prefix, ...issue.path];
    return {
      file,
      line: lineOf(path),
      at: path.join("."),
      message: issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message,
    };
  });
}
