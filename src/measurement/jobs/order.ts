import { createHash } from "node:crypto";
import { basename, resolve } from "node:path";
import { type SourceKind, sourceKinds } from "../../registry/measurement.ts";
import { identifier } from "../../shared/identifier.ts";
import { Problem, type Said, says } from "../../shared/problem.ts";
import { readRepositoryAddress } from "../facts/repository/address.ts";

/** What is to be measured: one source of one body. */
export interface Order {
  kind: SourceKind;
  /** a web address, or an absolute path on the machine of the worker */
  address: string;
  body: string;
  series: string;
  title?: string | undefined;
  licence?: string | undefined;
}

export interface OrderWords {
  kind: string | undefined;
  address: string;
  body: string;
  series?: string | undefined;
  title?: string | undefined;
  licence?: string | undefined;
}

const LONGEST_ADDRESS = 2000;
/** A measurement is called by its series and the time of the look. */
const LONGEST_SERIES = 100;

/**
 * An order as it is meant, without touching disk or network. Each source is a series of its own unless one is named.
 * @example readOrder({ kind: "repository", address: "https://example.org/a/tool.git", body: "us-nsf" }).series // "us-nsf-repository-tool-2f1c9a04"
 * @throws Problem invalid-input: an unknown kind, an address with a password, one that the kind is not read from, a series that is none
 */
export function readOrder({ kind: written, address: given, body, series: named, title, licence }: OrderWords): Order {
  const kind = sourceKinds.find((candidate) => candidate === written);
  if (!kind) throw refuse(says`“${written ?? ""}” is not what is looked at; expected one of ${sourceKinds.join(", ")}.`);
  if (given.length > LONGEST_ADDRESS) throw refuse(says`An address has ${given.length} characters; expected at most ${LONGEST_ADDRESS}.`);
  const address = kind === "repository" ? addressOfRepository(given) : addressOfFile(kind, given);
  const series = named ?? seriesOf(body, kind, address);
  if (series.length > LONGEST_SERIES || !identifier.safeParse(series).success)
    throw refuse(
      says`“${series.slice(0, 200)}” is no series; expected lower-case words with hyphens, at most ${LONGEST_SERIES} characters: --series ${kind}-of-the-agency`,
    );
  if ((title?.length ?? 0) > 300 || (licence?.length ?? 0) > 200)
    throw refuse(says`The title or the licence is too long; expected at most 300 and 200 characters.`);
  return { kind, address, body, series, ...(title && { title }), ...(licence && { licence }) };
}

function addressOfRepository(given: string): string {
  const read = readRepositoryAddress(given);
  return read.kind === "folder" ? read.path : read.url;
}

function addressOfFile(kind: SourceKind, given: string): string {
  if (given === "" || /\p{Cc}/u.test(given)) throw refuse(says`An address is empty or contains control characters; expected a file.`);
  if (!/^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(given)) return resolve(given);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.username || url?.password)
    throw refuse(says`The address at ${url.host} carries a user name or password; fetch the file yourself and name it.`);
  if (url?.protocol !== "https:")
    throw refuse(says`An address that is no well-formed https address is not fetched; fetch the file yourself.`);
  if (kind === "tenders" || kind === "grants")
    throw refuse(says`${kind} are read from files: fetch ${url.host} first, then name the file.`);
  return given;
}

function seriesOf(body: string, kind: SourceKind, address: string): string {
  const name = basename(address.replace(/[?#].*$/, "").replace(/(?:\.git)?\/?$/, ""))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 30)
    .replace(/-$/, "");
  const digits = createHash("sha256").update(address).digest("hex").slice(0, 8);
  return [body, kind, name, digits].filter(Boolean).join("-");
}

const refuse = (said: Said) => new Problem("invalid-input", said);
