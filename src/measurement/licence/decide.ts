import type { Place } from "../fact.ts";
import { distinct, mentions } from "./combine.ts";
import { gather, type HeaderCounts, type Read } from "./evidence.ts";
import { approvalOf, type LicenceApproval } from "./expression.ts";
import type { LicenceFile } from "./file.ts";
import { classifyPath, type LicenceRole, rankOf } from "./paths.ts";
import { type Verdict, weigh } from "./weigh.ts";
import { disclaims } from "./wording.ts";

export interface LicenceInput {
  /** Inside the repository, "/" between folders */
  path: string;
  /** UTF-8; what is not valid in it replaced. Only the first million characters are read. */
  text: string;
  /** Where absent, `classifyPath` decides. "head": the beginning of a source file that has no SPDX tag; a sample of them suffices. */
  role?: LicenceRole | "head";
}

export interface LicenceDecision extends LicenceApproval {
  /** An SPDX expression, "NONE", or with a LicenseRef- where terms are stated that are no licence of the SPDX list */
  expression: string;
  source: Verdict["source"];
  files: Omit<LicenceFile, "further" | "says" | "pointer">[];
  /** Further licences, of documentation, fonts, bundled parts … */
  others: string[];
  /** Whether a licence, notice or README excludes warranty or liability. */
  disclaimer: boolean;
  places: Place[];
  /** Why something was left out of account, where it was. */
  omitted?: string;
}

const LONGEST = 1_000_000;
const MOST_FILES = 300;
const MOST_HEADS = 200;
const MOST_CHARACTERS = 8_000_000;

/**
 * The licence of a repository, from the files that `classifyPath` names and from what the heads of its source files state. Pure; never throws on
 * what files hold. The first of these that says something decides: licence files in usual places, manifests, README, heads, licence files
 * elsewhere; the others then say "or later", "or" and which of several is meant. Reads 300 files and 8 million characters at most.
 *
 * `headers` counts the expressions of SPDX tags, `sources` the files that were looked at for them; the heads given stand for those without a tag.
 *
 * @example decideLicence([{ path: "LICENSE", text: mit }]).expression // "MIT"
 */
export function decideLicence(inputs: readonly LicenceInput[], headers: HeaderCounts = {}, sources?: number): LicenceDecision {
  const { read, omitted } = withinLimits(inputs);
  const evidence = gather(read, headers, sources);
  const { expression, source, others, places } = weigh(evidence, read);
  return {
    expression,
    source,
    files: evidence.files.map(({ further: _further, says: _says, pointer: _pointer, ...file }) => file),
    others: distinct(others).filter((other) => !mentions(expression, other)),
    ...approvalOf(expression),
    disclaimer: read.some(({ role, text }) => role !== "manifest" && disclaims(text)),
    places,
    ...(omitted && { omitted }),
  };
}

function withinLimits(inputs: readonly LicenceInput[]): { read: Read[]; omitted?: string } {
  const heads = inputs.filter(({ role }) => role === "head").slice(0, MOST_HEADS);
  const known = inputs.flatMap((input): Read[] => {
    const role = input.role ?? classifyPath(input.path);
    return role && role !== "head" ? [{ path: input.path, text: input.text.slice(0, LONGEST), role }] : [];
  });
  known.sort((a, b) => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1));
  let characters = 0;
  const near = known.slice(0, MOST_FILES).filter(({ text }) => {
    characters += text.length;
    return characters <= MOST_CHARACTERS;
  });
  const read = [...near, ...heads.map(({ path, text }): Read => ({ path, text, role: "head" }))];
  if (near.length === known.length) return { read };
  return {
    read,
    omitted: `${near.length} of ${known.length} files that may speak of the licence were read, those nearest to the root first`,
  };
}
