/** What a REUSE.toml or .reuse/dep5 says of many files at once (REUSE specification 3.3). */
export interface Annotation {
  /** The folder of the REUSE.toml, with its slash; empty at the top. */
  folder: string;
  patterns: readonly string[];
  expression: string;
  /** 1-based line of the licence */
  line: number;
}

const MOST = 1000;

/** Reads the few lines of TOML that the specification asks for; anything else in the file is passed over. */
export function readReuseToml(text: string, path: string): Annotation[] {
  const found: Annotation[] = [];
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  let patterns: string[] = [];
  let licence: { expression: string; line: number } | undefined;
  const finish = () => {
    if (licence && patterns.length > 0 && found.length < MOST) found.push({ folder, patterns, ...licence });
    patterns = [];
    licence = undefined;
  };
  let list: "path" | "licence" | undefined;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line.startsWith("#")) continue;
    if (/^\[\[ ?annotations ?\]\]/.test(line)) finish();
    const key = /^(path|"?SPDX-License-Identifier"?)\s?=/.exec(line.replace(/\s+=/, " ="))?.[1];
    if (key) list = key === "path" ? "path" : "licence";
    else if (/^[\w".-]+\s?=/.test(line)) list = undefined;
    if (!list) continue;
    const values = stringsIn(key ? line.slice(line.indexOf("=") + 1) : line);
    if (list === "path") patterns.push(...values.slice(0, MOST));
    else if (values.length > 0) licence = { expression: join(licence?.expression, values), line: licence?.line ?? index + 1 };
    if (line.endsWith("]") || (key && !line.includes("["))) list = undefined;
  }
  finish();
  return found;
}

/** Debian's machine-readable copyright file: paragraphs with Files and License. */
export function readDep5(text: string): Annotation[] {
  const found: Annotation[] = [];
  let patterns: string[] = [];
  let inFiles = false;
  for (const [index, line] of text.split("\n").entries()) {
    const field = /^(Files|License):(.*)$/i.exec(line);
    if (line.trim() === "") patterns = [];
    if (field?.[1]?.toLowerCase() === "license" && patterns.length > 0 && found.length < MOST)
      found.push({ folder: "", patterns, expression: (field[2] as string).trim().slice(0, 200), line: index + 1 });
    if (field?.[1]?.toLowerCase() === "files") patterns = words(field[2] as string);
    else if (inFiles && line.startsWith(" ")) patterns.push(...words(line));
    inFiles = field ? field[1]?.toLowerCase() === "files" : inFiles && line.startsWith(" ");
  }
  // In dep5 a star crosses folders.
  return found.map((annotation) => ({ ...annotation, patterns: annotation.patterns.map((pattern) => pattern.replaceAll("*", "**")) }));
}

/** The last annotation that speaks of a file wins. */
export function annotationFor(path: string, annotations: readonly Annotation[]): Annotation | undefined {
  return annotations.findLast(
    ({ folder, patterns }) => path.startsWith(folder) && patterns.some((pattern) => matchesGlob(path.slice(folder.length), pattern)),
  );
}

/** `*` within a folder, `**` across folders, a backslash takes the next sign as it is. At most length of text × length of pattern steps. */
export function matchesGlob(text: string, pattern: string): boolean {
  const steps = globSteps(pattern);
  let reached = new Set([0]);
  const skipStars = (set: Set<number>) => {
    for (const at of set) if (steps[at]?.kind !== "sign" && at < steps.length) set.add(at + 1);
    return set;
  };
  skipStars(reached);
  for (const sign of text) {
    const next = new Set<number>();
    for (const at of reached) {
      const step = steps[at];
      if (!step) continue;
      if (step.kind === "sign") {
        if (step.sign === sign) next.add(at + 1);
      } else if (step.kind === "any" || sign !== "/") next.add(at);
    }
    reached = skipStars(next);
    if (reached.size === 0) return false;
  }
  return reached.has(steps.length);
}

type GlobStep = { kind: "sign"; sign: string } | { kind: "within" | "any" };

function globSteps(pattern: string): GlobStep[] {
  const steps: GlobStep[] = [];
  const signs = [...pattern.slice(0, 500)];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as string;
    if (sign === "\\" && at + 1 < signs.length) steps.push({ kind: "sign", sign: signs[++at] as string });
    else if (sign !== "*") steps.push({ kind: "sign", sign });
    else {
      let stars = 1;
      while (signs[at + 1] === "*") {
        stars += 1;
        at += 1;
      }
      steps.push({ kind: stars > 1 ? "any" : "within" });
    }
  }
  return steps;
}

const words = (text: string) => text.split(/\s+/).filter(Boolean).slice(0, MOST);

function stringsIn(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.){0,500})"|'([^']{0,500})'/g)].map((match) =>
    (match[1] ?? match[2] ?? "").replaceAll("\\\\", "\\"),
  );
}

const join = (before: string | undefined, values: readonly string[]) =>
  [...(before ? [before] : []), ...values]
    .map((value, _, all) => (all.length > 1 && / or /i.test(value) ? `(${value})` : value))
    .join(" AND ");
