import type { Sighting } from "../sighting.ts";
import { findCodeDump } from "./code-dump.ts";
import { dayOf, type History, readHistory } from "./history.ts";
import { type Release, readReleases } from "./releases.ts";

export interface HistorySource {
  gitDir: string;
  head: string;
  shallow: boolean;
  observedAt: Date;
  ownerDomains?: readonly string[] | undefined;
  timeoutSeconds?: number | undefined;
}

const MOST_RELEASES = 200;
const DAYS_A_MONTH = 30.4375;

const shallowReason =
  "the clone is shallow: older commits are not in it; fetch the whole history (git fetch --unshallow --tags; in CI a fetch depth of 0)";

/** Reads the history while the tree is read; a history that cannot be read is no reason to say nothing of the tree. */
export async function readPast(source: HistorySource): Promise<{ history: History; releases: Release[] } | { reason: string }> {
  if (source.shallow) return { reason: shallowReason };
  try {
    const [history, releases] = await Promise.all([
      readHistory(source.gitDir, source.head, source),
      readReleases(source.gitDir, source.observedAt),
    ]);
    return { history, releases };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

/** Commits, authors and releases. */
export function seeHistory(
  sighting: Sighting,
  history: History,
  releases: readonly Release[],
  ownerDomains: readonly string[] | undefined,
): void {
  const { first, last, commits, authors, ownCommits } = history;
  const whole = { commit: history.head, text: `${commits} commits lead to it` };
  const undated = "no commit has a plausible date";
  sighting.seeOr("history.firstCommit", first && dayOf(first.at), undated, ...(first ? [{ commit: first.id }] : []));
  sighting.seeOr("history.lastCommit", last && dayOf(last.at), undated, ...(last ? [{ commit: last.id }] : []));
  sighting.see("history.commits", commits, whole);
  sighting.see("history.commitsLastYear", history.commitsLastYear, whole);
  sighting.see("history.authors", authors, whole);
  sighting.see("history.authorsLastYear", history.authorsLastYear, whole);
  sighting.seeOr(
    "history.signedOffShare",
    ownCommits === 0 ? undefined : share(history.signedOff, ownCommits),
    "there is no commit that is not a merge",
    { ...whole, text: `${history.signedOff} of ${ownCommits} commits that are no merges` },
  );
  seeOutsideShare(sighting, history, ownerDomains);
  seeReleases(sighting, history, releases);
}

function seeOutsideShare(sighting: Sighting, history: History, ownerDomains: readonly string[] | undefined): void {
  const fact = "history.outsideAuthorShare";
  const { authors, authorsWithAddress, authorsOutside } = history;
  if (!ownerDomains?.length) {
    sighting.cannotSee(fact, "the e-mail domains of the owner were not given");
    return;
  }
  if (authorsWithAddress === 0) {
    sighting.cannotSee(fact, `none of ${authors} authors has an address that shows where they belong`);
    return;
  }
  const text = `${authorsOutside} of ${authorsWithAddress} authors; ${authors - authorsWithAddress} more hide where they belong`;
  sighting.see(fact, share(authorsOutside, authorsWithAddress), { commit: history.head, text });
}

function seeReleases(sighting: Sighting, { head, first }: History, releases: readonly Release[]): void {
  const none = { commit: head, text: "no tag names a version that is not preliminary" };
  const placeOfTag = (release: Release | undefined) => (release ? { text: `refs/tags/${release.name}` } : none);
  const [oldest] = releases;
  const newest = releases.at(-1);
  sighting.see(
    "history.releases",
    releases.slice(-MOST_RELEASES).map(({ name, date }) => ({ name, date })),
    placeOfTag(newest),
  );
  sighting.see("history.releaseCount", releases.length, placeOfTag(newest));
  sighting.see("history.firstRelease", oldest?.date ?? null, placeOfTag(oldest));
  sighting.see("history.lastRelease", newest?.date ?? null, placeOfTag(newest));
  const before = "history.monthsBeforeFirstRelease";
  if (!oldest) sighting.see(before, null, none);
  else if (!first) sighting.cannotSee(before, "no commit has a plausible date");
  else {
    const days = (Date.parse(oldest.date) - Date.parse(dayOf(first.at))) / 86_400_000;
    sighting.see(before, Math.round((days / DAYS_A_MONTH) * 10) / 10, { commit: first.id }, placeOfTag(oldest));
  }
}

/** Whether finished code was put down here. */
export async function seeCodeDump(
  sighting: Sighting,
  source: HistorySource,
  history: History,
  tree: { paths: readonly string[]; sourceFiles: number },
): Promise<void> {
  const fact = "history.codeDump";
  try {
    const { dump, because } = await findCodeDump(source.gitDir, history, tree, source.observedAt);
    sighting.seeOr(fact, dump, because, { commit: history.first?.id ?? history.head, text: because });
  } catch (error) {
    sighting.cannotSee(fact, (error as Error).message);
  }
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
