import { type SourceKind, sourceKinds } from "../../registry/measurement.ts";
import { Problem } from "../../shared/problem.ts";
import { type Format, formats } from "./formats.ts";
import type { LookOptions } from "./look.ts";
import type { SaveOptions } from "./save.ts";

const failures = ["not-met", "error", "never"] as const;
export type FailOn = (typeof failures)[number];

export interface CheckOptions {
  kind: SourceKind;
  words: string[];
  policy: string | undefined;
  /** A dataset folder whose checks are put beside those of the box. */
  checks: string | undefined;
  format: Format;
  output: string | undefined;
  failOn: FailOn;
  looking: Omit<LookOptions, "observedAt" | "progress" | "onFault">;
  saving: SaveOptions | undefined;
}

type Given = Record<string, string | boolean | undefined>;

/** Which option goes with which kinds alone. */
const goesWith: Record<string, readonly SourceKind[]> = {
  "owner-domains": ["repository"],
  depth: ["repository"],
  hosts: ["repository"],
  addresses: ["catalogue"],
  loopback: ["inventory", "catalogue"],
};

/**
 * The command line as it is meant.
 * @throws Problem "invalid-input" naming the word or option, what was expected, and an example
 */
export function readOptions(words: readonly string[], given: Given): CheckOptions {
  const [first, ...sources] = words;
  const kind = oneOf(first, sourceKinds, "what is looked at", "openfirst check repository .");
  if (sources.length === 0)
    throw new Problem("invalid-input", `Name what to look at: openfirst check ${kind} ${kind === "repository" ? "." : "<file>"}`);
  for (const [option, kinds] of Object.entries(goesWith))
    if (given[option] !== undefined && !kinds.includes(kind))
      throw new Problem("invalid-input", `--${option} goes with ${kinds.join(" and ")}, not with ${kind}.`);
  const formatGiven = text(given.format);
  if (given.json && formatGiven !== undefined && formatGiven !== "json")
    throw new Problem("invalid-input", `--json is --format json; --format ${formatGiven} is given too. Leave one of them out.`);
  return {
    kind,
    words: sources,
    policy: text(given.policy),
    checks: text(given.checks),
    format: given.json ? "json" : oneOf(formatGiven ?? "text", formats, "--format", "--format json"),
    output: text(given.output),
    failOn: oneOf(text(given["fail-on"]) ?? "not-met", failures, "--fail-on", "--fail-on error"),
    looking: {
      ownerDomains: list(given["owner-domains"]),
      hosts: list(given.hosts),
      depth: depthOf(text(given.depth)),
      addresses: given.addresses === true,
      loopback: given.loopback === true,
    },
    saving: savingOf(given),
  };
}

function savingOf(given: Given): SaveOptions | undefined {
  const [body, series, title, licence] = [text(given.body), text(given.series), text(given.title), text(given.licence)];
  if (given.save !== true) {
    const idle = ["body", "series", "title", "licence"].find((option) => given[option] !== undefined);
    if (idle) throw new Problem("invalid-input", `--${idle} says how to save; add --save.`);
    return undefined;
  }
  if (!body) throw new Problem("invalid-input", "Say whose subjects these are: --save --body ID, an id that stands in dataset/bodies.");
  return { body, series, title, licence };
}

function depthOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const depth = Number(given);
  if (!Number.isInteger(depth) || depth < 1)
    throw new Problem("invalid-input", `--depth is “${given}”; expected a whole number from 1, such as --depth 1.`);
  return depth;
}

function oneOf<T extends string>(given: string | undefined, allowed: readonly T[], what: string, example: string): T {
  const found = allowed.find((candidate) => candidate === given);
  if (found) return found;
  throw new Problem("invalid-input", `“${given ?? ""}” is not ${what}; expected one of ${allowed.join(", ")}: ${example}`);
}

function list(given: Given[string]): string[] | undefined {
  const parts = text(given)
    ?.split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return parts && parts.length > 0 ? parts : undefined;
}

const text = (given: Given[string]): string | undefined => (typeof given === "string" && given !== "" ? given : undefined);
