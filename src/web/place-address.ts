import type { Place } from "../measurement/fact.ts";

/** Where on the web files of a repository are shown: the forges whose addresses we know. */
function folderOf(host: string): string | undefined {
  if (host === "github.com") return "blob";
  if (/^gitlab\./.test(host)) return "-/blob";
  if (host === "codeberg.org" || /^(gitea|forgejo)\./.test(host)) return "src/commit";
  return undefined;
}

/** An address that a browser may be sent to, or nothing: facts come from strangers. */
export function webAddress(text: unknown): string | undefined {
  return typeof text === "string" && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

/** From what places are shown: the address of what was read, and that of the repository with the commit that was looked at. */
export interface Shown {
  source?: string | undefined;
  repository?: string | undefined;
  commit?: string | undefined;
}

/**
 * The address at which a reader sees the very line, where it can be built; nothing otherwise.
 * @example placeAddress({ file: "LICENSE", line: 1 }, { repository: "https://github.com/a/b", commit: "4d86…" }) // "https://github.com/a/b/blob/4d86…/LICENSE#L1"
 */
export function placeAddress(place: Place, { source, repository, commit }: Shown): string | undefined {
  const read = webAddress(source);
  const file = read && fileAddress(read, place);
  if (file) return file;
  const home = homeOf(repository);
  const folder = home && folderOf(new URL(home).hostname);
  const at = place.commit ?? commit;
  if (!folder || !at || !/^[0-9a-f]{7,64}$/.test(at)) return undefined;
  if (!place.file) return place.commit ? `${home}/${folder.startsWith("-") ? "-/" : ""}commit/${at}` : undefined;
  const path = pathOf(place.file);
  return path && `${home}/${folder}/${at}/${path}${lineOf(place, home)}`;
}

/** Forges show some kinds of file as a page; there a line is reached in the plain text alone. */
function lineOf({ line, file = "" }: Place, address: string): string {
  if (line === undefined) return "";
  return `${address.startsWith("https://github.com/") && /\.(md|markdown|rst|adoc)$/i.test(file) ? "?plain=1" : ""}#L${line}`;
}

/** A path inside the repository as it stands in an address; nothing where it would lead out. */
function pathOf(file: string): string | undefined {
  const steps = file.toWellFormed().split("/");
  return steps.some((step) => step === "" || step === "." || step === "..") ? undefined : steps.map(encodeURIComponent).join("/");
}

/** "https://github.com/a/b.git/" → "https://github.com/a/b"; nothing where the address is not that of a repository as a whole. */
function homeOf(repository: string | undefined): string | undefined {
  const address = webAddress(repository);
  if (!address) return undefined;
  const { origin, hostname, pathname } = new URL(address);
  const steps = pathname
    .replace(/\.git\/?$/, "")
    .split("/")
    .filter(Boolean);
  const isWhole = steps.length === 2 || (steps.length > 2 && hostname.startsWith("gitlab."));
  return isWhole ? `${origin}/${steps.join("/")}` : undefined;
}

/** The place in a source that is a page of one file, or of one folder, at one commit. */
function fileAddress(source: string, place: Place): string | undefined {
  const path = place.file === undefined ? undefined : pathOf(place.file);
  const { origin, pathname } = new URL(source);
  const [, before = "", kind = "", rest = ""] = /^(.*)\/(blob|tree|src\/commit)\/([0-9a-f]{40,64}(?:\/.*)?)$/.exec(pathname) ?? [];
  if (path === undefined || kind === "") return undefined;
  const isFile = kind !== "tree" && decoded(rest).split("/").at(-1) === place.file?.split("/").at(-1);
  if (isFile) return `${origin}${pathname}${lineOf(place, source)}`;
  return kind === "tree" ? `${origin}${before}/blob/${rest.replace(/\/$/, "")}/${path}${lineOf(place, source)}` : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
