import { type Dirent, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Fault, Problem } from "../../../shared/problem.ts";
import type { Place } from "../../fact.ts";
import {
  type DocumentLimits,
  type Entry,
  entryOf,
  find,
  plain,
  type ReadDocument,
  readDocument,
  type Spot,
} from "../../publiccode/document.ts";
import { readBytes } from "../bytes.ts";
import { inventoryLimits, readParts } from "../inventory/read.ts";

/** One piece of software as a catalogue lists it. */
export interface Listed {
  /** Its publiccode.yml; absent where the list names the software without one. */
  document?: ReadDocument;
  /** As the list states it, beside the document. */
  url?: string;
  name?: string;
  /** Where the entry stands. */
  place: Place;
  /** Where a key of its document stands. */
  placeOf(spot: Spot, key: string): Place;
}

const listLimits: DocumentLimits = { characters: 5_000_000, values: 500_000 };
const MOST_FILES = 20_000;
const DEEPEST_FOLDER = 8;
const passedOver = new Set([".git", "node_modules"]);
const versionKeys = ["publiccodeYmlVersion", "publiccode-yaml-version"];

/**
 * Every entry of a path: a publiccode.yml, a YAML or JSON list of them or of {url, publiccodeYml}, such entries one a line (.ndjson, .jsonl),
 * a page of a catalogue's API (its first list is read, whatever it is called), or a folder of YAML files. Links are not followed, YAML files
 * of other kinds are passed over, what cannot be read is told to `onFault`.
 * @throws Problem not-found, invalid-input (a device), too-large (a file, or more than 20,000 files)
 */
export async function* readCatalogue(path: string, onFault: (fault: Fault) => void): AsyncGenerator<Listed> {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status)
    throw new Problem("not-found", `There is no file or folder “${path}”; expected a publiccode.yml, a list of them, or a folder.`);
  if (status.isDirectory()) {
    for await (const file of filesIn(path)) yield* readYaml(join(path, file), file, onFault, !/publiccode\.ya?ml$/i.test(file));
  } else if (!status.isFile()) throw new Problem("invalid-input", `“${path}” is no file and no folder; name a publiccode.yml or a list.`);
  else if (/\.(?:json|ndjson|jsonl)(?:\.gz)?$/i.test(path)) yield* readJson(path, onFault);
  else yield* readYaml(path, basename(path), onFault, false);
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  let count = 0;
  const walk = async function* (inside: string, depth: number): AsyncGenerator<string> {
    const entries = (await readdir(join(folder, inside), { withFileTypes: true })).sort(byName);
    for (const entry of entries) {
      if (++count > MOST_FILES) throw new Problem("too-large", `“${folder}” holds more than ${MOST_FILES} files; name a smaller folder.`);
      if (entry.isDirectory() && depth < DEEPEST_FOLDER && !passedOver.has(entry.name)) yield* walk(join(inside, entry.name), depth + 1);
      else if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) yield join(inside, entry.name);
    }
  };
  yield* walk("", 1);
}

const byName = (one: Dirent, other: Dirent) => (one.name < other.name ? -1 : 1);

async function* readYaml(path: string, file: string, onFault: (fault: Fault) => void, onlyIfMarked: boolean): AsyncGenerator<Listed> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of readBytes(path, listLimits.characters * 4)) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof Problem) || !onlyIfMarked) throw error;
    return;
  }
  const bytes = Buffer.concat(chunks);
  if (onlyIfMarked && !versionKeys.some((key) => bytes.includes(key))) return;
  const document = readDocument(bytes, listLimits);
  if ("complaint" in document || document.root.is !== "list") {
    yield { document, place: { file }, placeOf: ({ line }) => ({ file, line }) };
    return;
  }
  for (const item of document.root.items) {
    const place = { file, line: item.line };
    if (isPubliccode(item)) yield { document: { root: item, isYaml11: document.isYaml11 }, place, placeOf: ({ line }) => ({ file, line }) };
    else yield* listedIn(plain(item), place, onFault);
  }
}

function isPubliccode(entry: Entry): boolean {
  return versionKeys.some((key) => find(entry, key) !== undefined);
}

async function* readJson(path: string, onFault: (fault: Fault) => void): AsyncGenerator<Listed> {
  for await (const { value, line } of readParts(path, inventoryLimits, onFault)) {
    const place: Place = { file: basename(path), ...(line && { line }) };
    const list = listOf(value);
    if (!list) yield* listedIn(value, { ...place, pointer: "" }, onFault);
    else
      for (const [index, item] of list.items.entries()) yield* listedIn(item, { ...place, pointer: `${list.pointer}/${index}` }, onFault);
  }
}

/** The value itself, or the first list in it: `data` of Developers Italia, `items`, `results` … */
function listOf(value: unknown): { items: unknown[]; pointer: string } | undefined {
  if (Array.isArray(value)) return { items: value, pointer: "" };
  if (
    typeof value !== "object" ||
    value === null ||
    documentKey(value) !== undefined ||
    versionKeys.some((key) => Object.hasOwn(value, key))
  )
    return undefined;
  const found = Object.entries(value).find(([, inner]) => Array.isArray(inner));
  return found && { items: found[1] as unknown[], pointer: `/${escaped(found[0])}` };
}

/** One entry of a list: a publiccode document itself, or what names the software and holds the document as text or as an object. */
function* listedIn(value: unknown, place: Place, onFault: (fault: Fault) => void): Generator<Listed> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const message = "is no entry of a catalogue; expected a publiccode document, or url and publiccodeYml";
    onFault({ file: place.file ?? "", line: place.line, at: place.pointer, message });
    return;
  }
  const inside = (key: string): Place => ({
    ...place,
    ...(place.pointer !== undefined && { pointer: `${place.pointer}${pointerOf(key)}` }),
  });
  if (versionKeys.some((key) => Object.hasOwn(value, key))) {
    yield { document: entryOf(value), place, placeOf: (_, key) => inside(key) };
    return;
  }
  const held = value as Record<string, unknown>;
  const stated = { ...(typeof held.url === "string" && { url: held.url }), ...(typeof held.name === "string" && { name: held.name }) };
  const key = documentKey(value);
  const document = key && held[key];
  if (key === undefined || document === null || document === "") yield { ...stated, place, placeOf: () => place };
  else if (typeof document === "string") {
    const base = inside(key);
    const offsetOf = offsets(document);
    yield { ...stated, document: readDocument(document), place: base, placeOf: (spot) => ({ ...base, start: offsetOf(spot) }) };
  } else yield { ...stated, document: entryOf(document), place: inside(key), placeOf: (_, path) => inside(`${key}.${path}`) };
}

function documentKey(value: object): string | undefined {
  return ["publiccodeYml", "publiccode", "publiccode_yml"].find((key) => Object.hasOwn(value, key));
}

/** "legal.license" → "/legal/license", "features[2]" → "/features/2" */
function pointerOf(key: string): string {
  return key === "" ? "" : `/${key.replaceAll("[", ".").replaceAll("]", "").split(".").map(escaped).join("/")}`;
}

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** From line and column to the characters before them. */
function offsets(text: string): (spot: Spot) => number {
  let starts: number[] | undefined;
  return ({ line, column }) => {
    if (!starts) {
      starts = [0];
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    }
    return (starts[line - 1] ?? 0) + column - 1;
  };
}
