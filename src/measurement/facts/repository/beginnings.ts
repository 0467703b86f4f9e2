import { headElsewhere, lastComment } from "../../licence/head-elsewhere.ts";
import { type Header, headersIn } from "./headers.ts";
import type { Survey } from "./survey.ts";
import { readText } from "./text.ts";
import type { Tree, TreeFile, Want } from "./tree.ts";

export interface ReadLimits {
  /** Bytes looked at in a source file for its header. */
  head: number;
  /** Bytes read of a document, licence or manifest. */
  document: number;
}

/** What the beginnings of a tree's files say, by path. */
export interface Beginnings {
  /** Source files that could be read, with their SPDX headers; REUSE's sidecars under the path of the file they speak of. */
  headers: Map<string, Header[]>;
  sidecars: Map<string, Header[]>;
  texts: Map<string, string>;
  /** The beginnings of some source files without SPDX headers, spread over the tree: they may state a licence in words. */
  heads: Map<string, string>;
}

const MOST_LICENCES = 100;
const MOST_RUNNERS = 50;
const MOST_OTHERS = 20;
const HEADS = 60;
/** All texts together. Each is bounded too, but there may be many. */
const MOST_TEXT = 48 * 1024 * 1024;

/** Opens each file that a fact needs once, and of it only as much as the fact needs. */
export async function readNeeded(tree: Tree, survey: Survey, limits: ReadLimits): Promise<Beginnings> {
  const beginnings: Beginnings = { headers: new Map(), sidecars: new Map(), texts: new Map(), heads: new Map() };
  const texts = new Set(documentsOf(survey));
  const sources = new Set(survey.sources);
  const sidecars = sidecarsOf(tree, survey);
  const wants: Want[] = [...texts].map((file) => ({ file, bytes: limits.document }));
  for (const file of sources) if (!texts.has(file)) wants.push({ file, bytes: limits.head });
  for (const file of sidecars) if (!texts.has(file)) wants.push({ file, bytes: limits.head });
  const step = Math.ceil(sources.size / HEADS);
  const sampled = new Set(survey.sources.filter((_, index) => index % step === 0));
  let held = 0;
  await tree.read(wants, (file, content) => {
    if (sources.has(file)) {
      const beginning = content.subarray(0, limits.head);
      const headers = headersIn(beginning);
      beginnings.headers.set(file.path, headers);
      if (headers.length === 0 && sampled.has(file)) beginnings.heads.set(file.path, readText(beginning));
    }
    if (sidecars.has(file)) beginnings.sidecars.set(file.path.slice(0, -".license".length), headersIn(content));
    if (!texts.has(file) || held + content.length > MOST_TEXT) return;
    held += content.length;
    beginnings.texts.set(file.path, readText(content));
  });
  await readHeadsElsewhere(tree, beginnings.heads, limits.document);
  return beginnings;
}

/** A head that only says where the licence stands is taken from there. */
async function readHeadsElsewhere(tree: Tree, heads: Map<string, string>, bytes: number): Promise<void> {
  const pointing = new Map<string, string[]>();
  for (const [path, text] of heads) {
    const at = headElsewhere(path, text);
    if (at !== undefined) pointing.set(at, [...(pointing.get(at) ?? []), path]);
  }
  if (pointing.size === 0) return;
  const files = tree.files.filter(({ path }) => pointing.has(path)).slice(0, MOST_OTHERS);
  await tree.read(
    files.map((file) => ({ file, bytes })),
    ({ path }, content) => {
      const comment = lastComment(readText(content));
      if (comment !== "") for (const from of pointing.get(path) ?? []) heads.set(from, comment);
    },
  );
}

function documentsOf({ roles, licences, runners, sboms }: Survey): TreeFile[] {
  const first = (["readme", "contributing", "securityPolicy", "publiccode"] as const).flatMap((role) => roles.get(role)?.slice(0, 3) ?? []);
  const unnamed = sboms.filter(({ format }) => format === "unnamed").map(({ file }) => file);
  return [
    ...first,
    ...licences.slice(0, MOST_LICENCES),
    ...runners.slice(0, MOST_RUNNERS),
    ...(roles.get("reuse") ?? []).slice(0, MOST_OTHERS),
    ...unnamed.slice(0, MOST_OTHERS),
  ];
}

/** logo.c.license speaks of logo.c. */
function sidecarsOf(tree: Tree, survey: Survey): Set<TreeFile> {
  const sidecars = tree.files.filter((file) => file.path.endsWith(".license"));
  if (sidecars.length === 0) return new Set();
  const sources = new Set(survey.sources.map((file) => file.path));
  return new Set(sidecars.filter((file) => sources.has(file.path.slice(0, -".license".length))));
}
