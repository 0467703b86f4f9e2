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
  const line = place.line === undefined ? "" : `#L${place.line}`;
  const file = webAddress(source);
  if (file && showsFile(file, place)) return `${file}${line}`;
  const home = homeOf(repository);
  const folder = home && folderOf(new URL(home).hostname);
  const at = place.commit ?? commit;
  if (!folder || !at || !/^[0-9a-f]{7,64}$/.test(at)) return undefined;
  if (!place.file) return place.commit ? `${home}/${folder.startsWith("-") ? "-/" : ""}commit/${at}` : undefined;
  const steps = place.file.split("/");
  if (steps.some((step) => step === "" || step === "." || step === "..")) return undefined;
  return `${home}/${folder}/${at}/${steps.map(encodeURIComponent).join("/")}${line}`;
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

/** The source is a page that shows one file at one commit, and the place is in that file. */
function showsFile(address: string, { file }: Place): boolean {
  const { pathname } = new URL(address);
  const shown = /\/(?:blob|src\/commit)\/[0-9a-f]{40,64}\/(.+)$/.exec(pathname)?.[1];
  return shown !== undefined && file !== undefined && decoded(shown).split("/").at(-1) === file.split("/").at(-1);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
