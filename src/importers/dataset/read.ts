import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import type { z } from "zod";
import { body, type Body } from "../../registry/body.ts";
import { claim, claimLink, type Claim, type ClaimLink } from "../../registry/claim.ts";
import { coverage, type Coverage } from "../../registry/coverage.ts";
import { framework, type Framework } from "../../registry/framework.ts";
import { instrument, type Instrument } from "../../registry/instrument.ts";
import { jurisdiction, type Jurisdiction } from "../../registry/jurisdiction.ts";
import { lesson, type Lesson } from "../../registry/lesson.ts";
import { provisionType, type ProvisionType } from "../../registry/provision-type.ts";
import { type Fault, Problem } from "../../shared/problem.ts";
import { readYaml } from "../../shared/yaml.ts";
import { claimFromRow, jurisdictionFromRow } from "../../registry/table-rows.ts";

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
}

/**
 * Reads a dataset folder, or the one file named, into our nouns. Shapes are checked here, what points from one
 * file to another in check.ts. Never stops at the first fault: all are returned, each with file and line.
 */
export function readDataset(folder: string): { dataset: Dataset; faults: Fault[] } {
  const faults: Fault[] = [];
  const dataset: Dataset = {
    jurisdictions: readTable(folder, "jurisdictions.csv", jurisdiction, jurisdictionFromRow, faults),
    bodies: readLists(folder, "bodies", body, faults),
    provisionTypes: readList(folder, "provision-types.yml", provisionType, faults),
    frameworks: readRecords(folder, "frameworks", framework, faults),
    instruments: readRecords(folder, "instruments", instrument, faults),
    claims: filesIn(folder, "claims", ".csv").filter((file) => file !== join("claims", "links.csv")).flatMap((file) => readTable(folder, file, claim, claimFromRow, faults)),
    claimLinks: readTable(folder, "claims/links.csv", claimLink, (row) => row, faults),
    coverage: readLists(folder, "coverage", coverage, faults),
    lessons: readList(folder, "lessons.yml", lesson, faults),
  };
  return { dataset, faults };
}

/** The instrument in one YAML file; throws a Problem that lists every fault. */
export function readInstrumentFile(content: string, file: string): Placed<Instrument> {
  const faults: Fault[] = [];
  const found = placeYaml(content, file, instrument, faults);
  if (!found) throw new Problem("invalid-file", `${file} is not an instrument that can be read.`, { faults });
  return found;
}

function filesIn(folder: string, name: string, ending: string): string[] {
  try {
    return readdirSync(join(folder, name)).filter((file) => file.endsWith(ending)).sort().map((file) => join(name, file));
  } catch {
    return [];
  }
}

function readText(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (status.size > 20_000_000) throw new Problem("too-large", `${path} is larger than 20 MB; split it.`);
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("invalid-file", `${path} is not UTF-8 text; save it as UTF-8.`, { cause, faults: [{ file: path, message: "not UTF-8" }] });
  }
}

function readRecords<T>(folder: string, name: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  return filesIn(folder, name, ".yml").flatMap((file) => {
    const found = placeYaml(readText(folder, file) ?? "", join(folder, file), shape, faults);
    return found ? [found] : [];
  });
}

function placeYaml<T>(text: string, file: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T> | undefined {
  const read = collect(faults, () => readYaml(text, file));
  if (!read) return undefined;
  const parsed = shape.safeParse(read.value);
  if (!parsed.success) {
    faults.push(...shapeFaults(parsed.error, file, read.lineOf, []));
    return undefined;
  }
  return { value: parsed.data, file, lineOf: read.lineOf };
}

function readLists<T>(folder: string, name: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  return filesIn(folder, name, ".yml").flatMap((file) => readList(folder, file, shape, faults));
}

function readList<T>(folder: string, file: string, shape: z.ZodType<T>, faults: Fault[]): Placed<T>[] {
  const path = join(folder, file);
  const text = readText(folder, file);
  if (text === undefined) return [];
  const read = collect(faults, () => readYaml(text, path));
  if (!read) return [];
  if (!Array.isArray(read.value)) {
    faults.push({ file: path, line: 1, message: "expected a list; begin each entry with “- ”" });
    return [];
  }
  return read.value.flatMap((entry, index) => {
    const parsed = shape.safeParse(entry);
    if (parsed.success) return [{ value: parsed.data, file: path, lineOf: (inner: readonly PropertyKey[]) => read.lineOf([index, ...inner]) }];
    faults.push(...shapeFaults(parsed.error, path, read.lineOf, [index]));
    return [];
  });
}

function readTable<T>(folder: string, file: string, shape: z.ZodType<T>, fromRow: (row: Record<string, string>) => unknown, faults: Fault[]): Placed<T>[] {
  const path = join(folder, file);
  const text = readText(folder, file);
  if (text === undefined) return [];
  const rows = collect(faults, () => parseTable(text, path));
  return (rows ?? []).flatMap(({ record, info }) => {
    const filled = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
    const parsed = shape.safeParse(fromRow(filled));
    if (parsed.success) return [{ value: parsed.data, file: path, lineOf: () => info.lines }];
    faults.push(...shapeFaults(parsed.error, path, () => info.lines, []));
    return [];
  });
}

function parseTable(text: string, path: string): { record: Record<string, string>; info: { lines: number } }[] {
  try {
    return parseCsv(text, { columns: true, bom: true, info: true, max_record_size: 200_000 }) as never;
  } catch (cause) {
    const message = `not a CSV table that can be read: ${(cause as Error).message}`;
    throw new Problem("invalid-file", `${path} is ${message}`, { cause, faults: [{ file: path, message }] });
  }
}

function collect<T>(faults: Fault[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    faults.push(...(error.faults.length > 0 ? error.faults : [{ file: "", message: error.message }]));
    return undefined;
  }
}

function shapeFaults(error: z.ZodError, file: string, lineOf: Placed<unknown>["lineOf"], prefix: PropertyKey[]): Fault[] {
  return error.issues.map((issue) => {
    const path = [...prefix, ...issue.path];
    return { file, line: lineOf(path), at: path.join("."), message: issue.message };
  });
}

/** A path as a person would type it from where they stand. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}
