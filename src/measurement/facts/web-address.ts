/** Sites where public code is developed and shared by owner and project. Data, not judgement: other hosts may hold repositories too. */
const forges = [
  "github.com",
  "gitlab.com",
  "bitbucket.org",
  "codeberg.org",
  "sourceforge.net",
  "sr.ht",
  "framagit.org",
  "salsa.debian.org",
  "savannah.gnu.org",
  "launchpad.net",
  "gitea.com",
  "gitee.com",
  "notabug.org",
  "code.europa.eu",
  "opencode.de",
  "code.osor.eu",
];

/** Hosts that an organisation runs itself are mostly called so: git.example.org, gitlab.example.org, code.example.org. */
const ownForge = /^(?:git|gitlab|gitea|forgejo|github|code|bitbucket|svn|hg)[.-]/;

export interface WebAddress {
  /** Without user name and password, which some files carry. */
  address: string;
  host: string;
  /** Does it point into a site where code is shared? */
  forge: boolean;
}

/**
 * A web address as http, https or the address of a git server is written: "git@github.com:owner/name.git" too.
 * Undefined for anything else: a script, a path of a machine, "private", "n/a".
 *
 * @example readAddress("git://github.com/CDCgov/MaRS.git")?.host // "github.com"
 */
export function readAddress(written: string): WebAddress | undefined {
  const short = /^(?:[\w.-]{1,40}@)([\w.-]{1,200}):(?!\/)(\S{1,500})$/.exec(written);
  const full = short ? `ssh://${short[1]}/${short[2]}` : written;
  if (!URL.canParse(full)) return undefined;
  const url = new URL(full);
  if (!/^(?:https?|git|ssh|git\+https|git\+ssh):$/.test(url.protocol) || !url.hostname.includes(".")) return undefined;
  const scheme = url.protocol.replace(":", "");
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  const port = url.port ? `:${url.port}` : "";
  const deep = url.pathname.split("/").filter(Boolean).length > 0;
  const known = forges.some((forge) => host === forge || host.endsWith(`.${forge}`)) || ownForge.test(host);
  return { address: `${scheme}://${url.hostname}${port}${url.pathname}${url.search}`.slice(0, 500), host, forge: deep && known };
}
