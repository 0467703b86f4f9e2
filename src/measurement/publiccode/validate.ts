import { type Complaint, type Entry, plain, type ReadDocument, readDocument } from "./document.ts";
import { type Judgement, judge } from "./judge.ts";
import { standard } from "./standard.ts";
import { standard01 } from "./standard-0.1.ts";
import { newest, type Version, versionOf } from "./version.ts";

const MOST_COMPLAINTS = 200;

export interface PubliccodeVerdict {
  /** No errors. Warnings do not matter to it. */
  valid: boolean;
  /** As the file writes it: "0.4.0" */
  version?: string;
  /** In the order of the file, at most 200. */
  errors: Complaint[];
  warnings: Complaint[];
  /** The file as plain values, where it is a YAML map. It may name people: keep only what a fact needs. */
  document?: { [key: string]: unknown };
}

/**
 * Holds a publiccode.yml against the standard (https://yml.publiccode.tools, 0.1 to 0.7, the text and not any schema made from it). Hostile
 * input is complained of, never thrown. An error is what both the published standard and the version that the file declares forbid; what
 * only one of them forbids is a warning, and so are deprecated keys and keys that the standard does not know, of which it says nothing.
 * Nothing outside the text is looked at: not whether addresses answer, files exist, videos can be embedded or Italian office codes are real.
 *
 * @example validatePubliccode("publiccodeYmlVersion: '0'\nname: Medusa\n").errors[0] // { line: 1, column: 1, key: "url", message: "is missing; it is mandatory" }
 */
export function validatePubliccode(input: string | Uint8Array): PubliccodeVerdict {
  return verdictOf(readDocument(input));
}

/** The verdict on a document that has been read, or on its not being readable. */
export function verdictOf(read: ReadDocument): PubliccodeVerdict {
  if ("complaint" in read) return { valid: false, errors: [read.complaint], warnings: [] };
  const { root, isYaml11 } = read;
  if (root.is !== "map") {
    const message = "is no list of keys; expected publiccodeYmlVersion, name, url …";
    return { valid: false, errors: [{ line: root.line, column: root.column, key: "", message }], warnings: [] };
  }
  const { written, version, remarks } = versionIn(root.entries);
  const found = [...remarks, ...judge(version === "0.1" ? standard01 : standard, root, "", version, top)];
  if (isYaml11) found.push({ ...top, key: "", message: "says that it is YAML 1.1, which is deprecated; use YAML 1.2", mild: true });
  found.sort((one, other) => one.line - other.line || (one.column ?? 0) - (other.column ?? 0));
  const errors = found.filter(({ mild }) => !mild);
  const warnings = found.filter(({ mild }) => mild);
  return {
    valid: errors.length === 0,
    ...(written === undefined ? {} : { version: written }),
    errors: errors.slice(0, MOST_COMPLAINTS).map(complaintOf),
    warnings: warnings.slice(0, MOST_COMPLAINTS).map(complaintOf),
    document: plain(root) as { [key: string]: unknown },
  };
}

const top = { line: 1, column: 1 };
type Root = Extract<Entry, { is: "map" }>;

/** The version that the file says it follows; the newest where it says none that exists. */
function versionIn(entries: Root["entries"]): { written?: string; version: Version; remarks: Judgement[] } {
  const found = entries.get("publiccodeYmlVersion");
  if (!found && entries.has("publiccode-yaml-version")) {
    const { line, column } = entries.get("publiccode-yaml-version")?.spot ?? { line: 1, column: 1 };
    const message = "marks version 0.1 of the standard, whose keys were renamed in 2019; move to 0.7";
    return { written: "0.1", version: "0.1", remarks: [{ line, column, key: "publiccode-yaml-version", message, mild: true }] };
  }
  if (found?.value.is !== "scalar" || found.value.value === null) return { version: newest, remarks: [] };
  const written = found.value.source ?? String(found.value.value);
  const version = versionOf(written);
  if (version) return { written, version: version === "0.1" ? "0.2" : version, remarks: [] };
  const message = `“${written.slice(0, 60)}” is no version of the standard; expected "0" or one from "0.2" to "0.7"`;
  return { written: written.slice(0, 60), version: newest, remarks: [{ ...found.spot, key: "publiccodeYmlVersion", message }] };
}

function complaintOf({ line, column, key, message }: Judgement): Complaint {
  return { line, ...(column === undefined ? {} : { column }), key, message };
}
