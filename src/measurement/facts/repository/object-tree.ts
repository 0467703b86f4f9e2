import { isUtf8 } from "node:buffer";
import { runGit, streamGit } from "./git.ts";
import { resolveLinks, staysInside, type Tree, type TreeFile, type Want } from "./tree.ts";

const MOST_LINKS = 1000;
const LONGEST_TARGET = 4096;

/** The tree of a commit as git holds it: nothing is checked out, so no path in it is ever opened. */
export async function readObjectTree(gitDir: string, commit: string, most: number): Promise<Tree> {
  const output = await runGit(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], { gitDir, maxBytes: 512 * 1024 * 1024 });
  const files: TreeFile[] = [];
  const linkFiles: TreeFile[] = [];
  let cut: string | undefined;
  for (let start = 0, end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start)) {
    if (files.length >= most) {
      cut = `only the first ${most} files were read`;
      break;
    }
    const entry = readEntry(output.subarray(start, end));
    if (!entry) continue;
    if (entry.mode === "120000") linkFiles.push(entry.file);
    else if (Number.isNaN(entry.file.size)) cut = "parts of the tree are not in this clone";
    else files.push(entry.file);
  }
  const read: Tree["read"] = (wants, take) => readObjects(gitDir, wants, take);
  return { files, aliases: resolveLinks(files, await readTargets(linkFiles, read)), ...(cut ? { cut } : {}), read };
}

/** "100644 blob <id>    1234\tpath"; submodules ("160000 commit") are somebody else's tree. */
function readEntry(raw: Buffer): { mode: string; file: TreeFile } | undefined {
  const tab = raw.indexOf(9);
  const [mode, type, id, size] = raw.toString("latin1", 0, tab).split(/ +/);
  const path = raw.toString("utf8", tab + 1);
  if (type !== "blob" || !mode || !id || !staysInside(path)) return undefined;
  return {
    mode,
    file: { path: isUtf8(raw) ? path : path.replaceAll("\0", ""), size: /^\d+$/.test(size ?? "") ? Number(size) : Number.NaN, at: id },
  };
}

async function readTargets(links: readonly TreeFile[], read: Tree["read"]): Promise<{ path: string; target: string }[]> {
  const found: { path: string; target: string }[] = [];
  const wants = links.filter((link) => link.size <= LONGEST_TARGET).slice(0, MOST_LINKS);
  if (wants.length > 0)
    await read(
      wants.map((file) => ({ file, bytes: LONGEST_TARGET })),
      (file, content) => found.push({ path: file.path, target: content.toString("utf8") }),
    );
  return found;
}

/** One process for all of them: "<id> blob <size>\n<content>\n" or "<id> missing\n" for each, in order. */
async function readObjects(gitDir: string, wants: readonly Want[], take: (file: TreeFile, content: Buffer) => void): Promise<void> {
  if (wants.length === 0) return;
  const input = `${wants.map(({ file }) => file.at).join("\n")}\n`;
  let next = 0;
  let header = "";
  let parts: Buffer[] | undefined;
  let wanted = 0;
  let left = 0;
  const open = () => {
    const [, type, size] = header.split(" ");
    header = "";
    if (type !== "blob") next += 1;
    else {
      parts = [];
      left = Number(size) + 1;
      wanted = Math.min(Number(size), wants[next]?.bytes ?? 0);
    }
  };
  const close = () => {
    const want = wants[next];
    if (want && parts) take(want.file, parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
    parts = undefined;
    next += 1;
  };
  await streamGit(["cat-file", "--batch", "--buffer"], { gitDir, input }, (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (!parts) {
        const end = chunk.indexOf(10, at);
        header += chunk.toString("latin1", at, end === -1 ? chunk.length : end);
        at = end === -1 ? chunk.length : end + 1;
        if (end !== -1) open();
        continue;
      }
      const length = Math.min(left, chunk.length - at);
      const kept = Math.min(length, wanted);
      if (kept > 0) parts.push(chunk.subarray(at, at + kept));
      wanted -= kept;
      left -= length;
      at += length;
      if (left === 0) close();
    }
  });
}
