import { runGit } from "./git.ts";
import { DAY, type History } from "./history.ts";

const FEW_COMMITS = 10;
const SMALLEST = 10;
const MOST_OF_TREE = 0.8;
const SETTLED_DAYS = 90;
const DUMPED_WITHIN_DAYS = 7;

export interface CodeDump {
  /** Absent where it is too early to tell. */
  dump?: boolean;
  /** In words, with the numbers it rests on. */
  because: string;
}

/**
 * Was finished code put down rather than developed in the open? Yes where all of this holds: at least 10 source files; the first commits (at most
 * three, within seven days) brought at least 80 % of the files that stand there now; at most 10 commits followed. Within 90 days of the first
 * commit such a repository may just be new: then it cannot be told yet.
 */
export async function findCodeDump(
  gitDir: string,
  history: History,
  tree: { paths: readonly string[]; sourceFiles: number },
  observedAt: Date,
): Promise<CodeDump> {
  const { first } = history;
  if (!first) return { because: "no commit has a plausible date" };
  if (tree.sourceFiles < SMALLEST)
    return { dump: false, because: `${tree.sourceFiles} source files; a code dump has at least ${SMALLEST}` };
  const opening = history.oldest.filter((commit) => commit.at - first.at <= DUMPED_WITHIN_DAYS * DAY);
  // The newest of them has what they brought together.
  const newest = opening[0] ?? first;
  const after = history.commits - opening.length;
  if (after > FEW_COMMITS) return { dump: false, because: `${after} commits followed the first ${opening.length}` };
  const brought = new Set<string>();
  const listed = await runGit(["ls-tree", "-r", "-z", "--name-only", "--full-tree", newest.id], {
    gitDir,
    maxBytes: 256 * 1024 * 1024,
  });
  for (const path of listed.toString("utf8").split("\0")) brought.add(path);
  const share = tree.paths.filter((path) => brought.has(path)).length / tree.paths.length;
  const because = `the first ${opening.length} commits brought ${Math.round(share * 100)} % of ${tree.paths.length} files; ${after} commits followed`;
  if (share < MOST_OF_TREE) return { dump: false, because };
  const age = (observedAt.getTime() / 1000 - first.at) / DAY;
  return age < SETTLED_DAYS
    ? { because: `too early to tell ${Math.floor(age)} days after the first commit: ${because}` }
    : { dump: true, because };
}
