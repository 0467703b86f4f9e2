import type { Place } from "../../fact.ts";
import { isBesideProduct } from "../../licence/paths.ts";
import { type Annotation, annotationFor, readDep5, readReuseToml } from "../../licence/reuse.ts";
import { placeOf, type Scene } from "./scene.ts";

const MOST_EXPRESSIONS = 50;
const MOST_PLACES = 20;

export interface HeaderSummary {
  /** How many files of the product (tests, docs and examples only where there is nothing else) say which expression, as written. */
  counts: ReadonlyMap<string, number>;
  /** How many files of the product were looked at. */
  sources: number;
  /** The first files that say one. */
  firsts: Place[];
}

/** SPDX headers of the source files: in the file, in a sidecar, or in REUSE.toml or .reuse/dep5. Gives back what the licence decision needs. */
export function seeHeaders(scene: Scene): HeaderSummary {
  const { sighting, survey, beginnings } = scene;
  const annotations = readAnnotations(scene);
  const counts = new Map<string, number>();
  const product = { counts: new Map<string, number>(), sources: 0 };
  const marked: Place[] = [];
  const unmarked: Place[] = [];
  let covered = 0;
  let seen = 0;
  for (const file of survey.sources) {
    const own = beginnings.headers.get(file.path);
    if (own === undefined) continue;
    seen += 1;
    const beside = isBesideProduct(file.path);
    if (!beside) product.sources += 1;
    const headers = own.length > 0 ? own : beginnings.sidecars.get(file.path);
    const annotation = headers?.length ? undefined : annotationFor(file.path, annotations);
    const expression = headers?.length ? joined(headers.map((header) => header.expression)) : annotation?.expression;
    if (expression === undefined) {
      if (unmarked.length < MOST_PLACES) unmarked.push(placeOf(scene, file, undefined, "no SPDX header"));
      continue;
    }
    covered += 1;
    counts.set(expression, (counts.get(expression) ?? 0) + 1);
    if (!beside) product.counts.set(expression, (product.counts.get(expression) ?? 0) + 1);
    if (marked.length < MOST_PLACES) marked.push(placeOf(scene, file, own[0]?.line));
  }
  const expressions = [...counts].map(([expression, files]) => ({ expression, files })).sort((one, other) => other.files - one.files);
  // Of no source file nothing can be said: the question does not arise.
  sighting.see("headers.share", seen === 0 ? null : Math.round((covered / seen) * 10_000) / 10_000, ...unmarked);
  sighting.see("headers.files", covered, ...marked);
  sighting.see("headers.expressions", expressions.slice(0, MOST_EXPRESSIONS));
  return { ...(product.sources > 0 ? product : { counts, sources: seen }), firsts: marked };
}

function readAnnotations({ survey, beginnings }: Scene): Annotation[] {
  return (survey.roles.get("reuse") ?? []).flatMap(({ path }) => {
    const text = beginnings.texts.get(path);
    if (text === undefined) return [];
    return path.toLowerCase().endsWith("dep5") ? readDep5(text) : readReuseToml(text, path);
  });
}

const joined = (expressions: readonly string[]) => {
  const distinct = [...new Set(expressions)];
  return distinct.length === 1
    ? (distinct[0] as string)
    : distinct.map((expression) => (/ or /i.test(expression) ? `(${expression})` : expression)).join(" AND ");
};
