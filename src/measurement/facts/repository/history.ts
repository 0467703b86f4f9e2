import { Problem } from "../../../shared/problem.ts";
import { streamGit } from "./git.ts";

interface Commit {
  id: string;
  /** seconds since 1970: when it entered this history (the committer's date) */
  at: number;
}

/** What one pass over all commits that lead to HEAD comes to. Of people only numbers are kept. */
export interface History {
  head: string;
  first: Commit | undefined;
  last: Commit | undefined;
  commits: number;
  commitsLastYear: number;
  authors: number;
  authorsLastYear: number;
  /** Authors whose address names an organisation or a person's own provider, so that inside and outside can be told apart. */
  authorsWithAddress: number;
  authorsOutside: number;
  /** Commits that are no merges, and those of them with a Signed-off-by line. */
  ownCommits: number;
  signedOff: number;
  /** The oldest commits, the oldest last. */
  oldest: Commit[];
}

export const DAY = 86_400;
const YEAR = 365 * DAY;
/** git was born in 2005 and imported histories reach further back; what claims to be older is a clock that was wrong. */
export const EARLIEST = Date.UTC(1980, 0, 1) / 1000;
const MOST_AUTHORS = 500_000;
const LONGEST_RECORD = 65_536;
const KEPT_OLDEST = 3;

const format = "%H%n%P%n%ct%n%aE%n%(trailers:key=Signed-off-by,only)";

export interface HistoryOptions {
  observedAt: Date;
  ownerDomains?: readonly string[] | undefined;
  timeoutSeconds?: number | undefined;
}

/**
 * Reads the history in one pass of git log, in bounded memory.
 * @throws Problem: git's own complaint, out of time, or more authors than are counted
 */
export async function readHistory(gitDir: string, head: string, options: HistoryOptions): Promise<History> {
  const count = makeCount(head, options);
  let rest = "";
  await streamGit(
    ["log", "-z", `--format=${format}`, "--no-show-signature", "--no-color", head],
    { gitDir, timeoutSeconds: options.timeoutSeconds },
    (chunk) => {
      const records = (rest + chunk.toString("latin1")).split("\0");
      rest = (records.pop() as string).slice(0, LONGEST_RECORD);
      for (const record of records) count.add(record);
    },
  );
  if (rest !== "") count.add(rest);
  return count.result();
}

function makeCount(head: string, { observedAt, ownerDomains = [] }: HistoryOptions) {
  const now = observedAt.getTime() / 1000;
  const owners = ownerDomains.map((domain) => domain.toLowerCase().replace(/^@/, ""));
  /** Address → newest commit. */
  const authors = new Map<string, number>();
  const oldest: Commit[] = [];
  const history: History = {
    head,
    first: undefined,
    last: undefined,
    commits: 0,
    commitsLastYear: 0,
    authors: 0,
    authorsLastYear: 0,
    authorsWithAddress: 0,
    authorsOutside: 0,
    ownCommits: 0,
    signedOff: 0,
    oldest,
  };
  const add = (record: string) => {
    const [id = "", parents = "", date = "", author = "", trailers = ""] = record.split("\n", 5);
    const at = Number(date);
    const plausible = at >= EARLIEST && at <= now + DAY;
    history.commits += 1;
    if (plausible) {
      const commit = { id, at };
      if (!history.first || at <= history.first.at) history.first = commit;
      if (!history.last || at > history.last.at) history.last = commit;
      if (at > now - YEAR) history.commitsLastYear += 1;
      oldest.push(commit);
      if (oldest.length > KEPT_OLDEST) oldest.shift();
    }
    if (!parents.includes(" ")) {
      history.ownCommits += 1;
      if (trailers !== "") history.signedOff += 1;
    }
    const address = author.toLowerCase().slice(0, 200);
    if (isMachine(address)) return;
    authors.set(address, Math.max(authors.get(address) ?? 0, plausible ? at : 0));
    if (authors.size > MOST_AUTHORS)
      throw new Problem("too-large", `The history has more than ${MOST_AUTHORS} authors; that many are not counted.`);
  };
  const result = (): History => {
    for (const [address, newest] of authors) {
      history.authors += 1;
      if (newest > now - YEAR) history.authorsLastYear += 1;
      const domain = domainOf(address);
      if (domain === undefined) continue;
      history.authorsWithAddress += 1;
      if (!owners.some((owner) => domain === owner || domain.endsWith(`.${owner}`))) history.authorsOutside += 1;
    }
    return history;
  };
  return { add, result };
}

/** Programs that commit by themselves are nobody's contribution. */
const isMachine = (address: string) =>
  /\[bot\]@|^(?:bot|renovate|dependabot|greenkeeper|github-actions?)@|@(?:bots?\.|renovateapp\.com$)/.test(address);

/** Undefined where the address hides who it is: a forge's stand-in, a machine's own name, none at all. */
function domainOf(address: string): string | undefined {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  if (!address.includes("@") || !domain.includes(".") || /\.(?:local|localdomain|lan|internal|\(none\))$/.test(domain)) return undefined;
  return /(?:^|\.)(?:no-?reply|noreply)\b|^(?:example\.(?:com|org)|localhost)/.test(domain) ? undefined : domain;
}

export const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
