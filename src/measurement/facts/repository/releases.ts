import { runGit } from "./git.ts";
import { DAY, dayOf, EARLIEST } from "./history.ts";

export interface Release {
  name: string;
  /** The day of the tag or, where the tag has none, of its commit. */
  date: string;
}

const LONGEST_NAME = 100;
const numbered = /(?:^|[^a-z0-9])v?\.?\d{1,10}(?:[._-]\d{1,10}){1,5}|^(?:v|r|release[-_/]?|version[-_/]?)\d{1,10}$|^\d{1,4}$/i;
const preliminary =
  /(?:^|[^a-z])(?:alpha|beta|rc|cr|pre|preview|dev|snapshot|nightly|canary|test|draft|milestone|candidate|m|a|b)[-_.]?\d{0,4}(?:$|[^a-z])|\d(?:a|b|rc|m|alpha|beta|dev)\d{0,4}(?:$|[^a-z0-9])/i;

/** Does the name of a tag number a version that is not called preliminary (beta, rc, nightly …)? */
export const namesRelease = (tag: string): boolean => tag.length <= LONGEST_NAME && numbered.test(tag) && !preliminary.test(tag);

/** Releases by their tags, the oldest first. */
export async function readReleases(gitDir: string, observedAt: Date): Promise<Release[]> {
  const output = await runGit(["for-each-ref", "--format=%(refname:strip=2)%00%(creatordate:unix)", "refs/tags"], { gitDir });
  const latest = observedAt.getTime() / 1000 + DAY;
  return output
    .toString("utf8")
    .split("\n")
    .flatMap((line) => {
      const [name = "", at = ""] = line.split("\0");
      return namesRelease(name) && at !== "" && Number(at) >= EARLIEST && Number(at) <= latest ? [{ name, at: Number(at) }] : [];
    })
    .sort((one, other) => one.at - other.at || (one.name < other.name ? -1 : 1))
    .map(({ name, at }) => ({ name, date: dayOf(at) }));
}
