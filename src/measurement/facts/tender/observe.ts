import { lstat, opendir } from "node:fs/promises";
import { join } from "node:path";
import { type Fault, Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { readBytes } from "../bytes.ts";
import { readBlocks } from "./blocks.ts";
import { eformsRoots, readEforms } from "./eforms.ts";
import { observeNotice } from "./facts.ts";
import { formOf } from "./form.ts";
import { observeBlock, readJson, type Telling, tooLong } from "./line.ts";
import { readTed } from "./ted.ts";
import { local, readXml } from "./xml.ts";

interface Limits {
  /** Bytes of one JSON document, unpacked. */
  document: number;
  /** Bytes of one line. */
  line: number;
  /** Bytes of one XML notice. */
  xml: number;
  /** Bytes of one file of lines, unpacked. */
  file: number;
}

const usualLimits: Limits = { document: 200e6, line: 16e6, xml: 64e6, file: 200e9 };

interface Progress {
  file: string;
  /** Unpacked bytes of this file so far. */
  bytes: number;
  /** Notices of this file so far. */
  notices: number;
}

export interface TenderOptions {
  /** ISO 8601; now where absent. */
  observedAt?: string;
  onProgress?: (progress: Progress) => void;
  /** What could not be read and was passed over. Without it the first fault is thrown. */
  onFault?: (fault: Fault) => void;
  limits?: Partial<Limits>;
  /** Search the texts of every notice, also where neither codes nor title speak of information technology. Slower. */
  everyText?: boolean;
}

const DEEPEST_FOLDER = 20;
const noticeFile = /\.(?:json|jsonl|ndjson|xml)(?:\.gz)?$/i;

/** Tenders that were read together: each waits once for the reader's caller, not once for every generator between. */
type Batch = Observation[];

interface Reading {
  observedAt: string;
  everyText: boolean;
  limits: Limits;
  onFault: (fault: Fault) => void;
  onProgress: (progress: Progress) => void;
}

/**
 * The tenders of a file or of the .json, .jsonl, .ndjson and .xml files of a folder, each plain or gzip: OCDS 1.0 and 1.1 (releases,
 * packages, records, arrays and lines of these), eForms and older TED notices. Within one JSON document a process is observed once;
 * of lines each is observed by itself, so that a file of any length needs the memory of one line. Nothing is fetched, no link followed.
 * @throws Problem not-found, invalid-file, too-large, for a file named; of a folder's files they are faults
 * @example for await (const { facts } of observeTenders("releases.jsonl.gz")) console.log(facts.id, facts.software);
 */
export async function* observeTenders(path: string, options: TenderOptions = {}): AsyncGenerator<Observation> {
  const reading: Reading = {
    observedAt: options.observedAt ?? new Date().toISOString(),
    everyText: options.everyText ?? false,
    limits: { ...usualLimits, ...options.limits },
    onFault: options.onFault ?? throwFault,
    onProgress: options.onProgress ?? (() => {}),
  };
  const found = await lstat(path).catch((cause: unknown) => {
    throw new Problem("not-found", `${path}: could not be opened; name a file or folder of notices`, { cause });
  });
  for await (const batch of found.isDirectory() ? observeFolder(path, reading) : observeFile(path, path, reading))
    for (const observation of batch) yield observation;
}

async function* observeFolder(path: string, reading: Reading): AsyncGenerator<Batch> {
  for await (const file of filesBelow(path, "", 0)) {
    try {
      for await (const batch of observeFile(join(path, file), file, reading)) yield batch;
    } catch (error) {
      if (!(error instanceof Problem) || error.faults.length > 0) throw error;
      reading.onFault({ file, message: error.message });
    }
  }
}

function throwFault(fault: Fault): never {
  throw new Problem("invalid-file", `${fault.file}${fault.line ? `:${fault.line}` : ""}: ${fault.message}`, { faults: [fault] });
}

async function* filesBelow(root: string, below: string, depth: number): AsyncGenerator<string> {
  if (depth > DEEPEST_FOLDER) return;
  const entries: { name: string; folder: boolean }[] = [];
  for await (const entry of await opendir(join(root, below))) {
    if (entry.isDirectory() || (entry.isFile() && noticeFile.test(entry.name)))
      entries.push({ name: entry.name, folder: entry.isDirectory() });
  }
  for (const { name, folder } of entries.sort((one, other) => (one.name < other.name ? -1 : 1)))
    if (folder) yield* filesBelow(root, join(below, name), depth + 1);
    else yield join(below, name);
}

async function* observeFile(path: string, file: string, reading: Reading): AsyncGenerator<Batch> {
  const progress: Progress = { file, bytes: 0, notices: 0 };
  const tell = (bytes: number): void => {
    progress.bytes = bytes;
    reading.onProgress({ ...progress });
  };
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of readBytes(path, reading.limits.file)) {
      tell(progress.bytes + chunk.length);
      yield chunk;
    }
  };
  const { form, chunks } = await formOf(counted(), path);
  const batches = { xml: xmlObservations, document: documentObservations, lines: lineObservations }[form](chunks, file, reading);
  for await (const batch of batches) {
    progress.notices += batch.length;
    yield batch;
  }
  tell(progress.bytes);
}

async function* xmlObservations(chunks: AsyncIterable<Buffer>, file: string, reading: Reading): AsyncGenerator<Batch> {
  const root = await readXml(bounded(chunks, reading.limits.xml, file, "split it"), file);
  const name = local(root);
  const notice = eformsRoots.has(name) ? readEforms(root, file) : name === "TED_EXPORT" ? readTed(root, file) : undefined;
  const expected = "expected ContractNotice, PriorInformationNotice, ContractAwardNotice or TED_EXPORT";
  if (notice) yield [observeNotice(notice, reading.observedAt, reading.everyText)];
  else reading.onFault({ file, message: `<${name.slice(0, 60)}> is no eForms or TED notice with an id; ${expected}` });
}

async function* documentObservations(chunks: AsyncIterable<Buffer>, file: string, reading: Reading): AsyncGenerator<Batch> {
  const parts: Buffer[] = [];
  const advice = "write one release a line (NDJSON), which is read at any length";
  for await (const chunk of bounded(chunks, reading.limits.document, file, advice)) parts.push(chunk);
  for (const notice of readJson(Buffer.concat(parts), { file }, reading.onFault))
    yield [observeNotice(notice, reading.observedAt, reading.everyText)];
}

async function* lineObservations(chunks: AsyncIterable<Buffer>, file: string, reading: Reading): AsyncGenerator<Batch> {
  const { observedAt, everyText, limits, onFault } = reading;
  const telling: Telling = { observedAt, everyText, longestLine: limits.line, onFault };
  const blocks = readBlocks(chunks, limits.line, (line) => onFault(tooLong(file, line, limits.line)));
  for await (const block of blocks) yield observeBlock(block, file, telling);
}

async function* bounded(chunks: AsyncIterable<Buffer>, limit: number, file: string, advice: string): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > limit) throw new Problem("too-large", `${file}: holds one document of more than ${limit} bytes; ${advice}`);
    yield chunk;
  }
}
