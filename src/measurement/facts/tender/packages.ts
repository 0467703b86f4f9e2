import { merge, type Notice } from "./notice.ts";
import { readRelease } from "./ocds.ts";
import type { Json, Obj } from "./prose.ts";

const DEEPEST = 6;

/**
 * The notices of one JSON value, one for each ocid: a release, a release package, a record or a record package, an array of these, or the
 * page of a programming interface that wraps them ("results", "data"). Of a record the compiled release is read, its releases where it has none.
 * Everything that is none of these is told through `onFault`, with its pointer.
 */
export function noticesIn(value: Json, source: { file: string; line?: number }, onFault: (at: string, message: string) => void): Notice[] {
  const byId = new Map<string, Notice[]>();
  visit(value, "", 0);
  return [...byId.values()].map((notices) => (notices.length === 1 ? (notices[0] as Notice) : merge(notices)));

  function visit(part: Json, at: string, depth: number): void {
    if (depth > DEEPEST || part === null || typeof part !== "object") {
      onFault(at, "is no OCDS release, record or package; expected an object with an ocid, releases or records");
    } else if (Array.isArray(part)) visitAll(part, at, depth);
    else if (Array.isArray(part.records)) visitAll(part.records, `${at}/records`, depth);
    else if (isObject(part.compiledRelease)) add(part.compiledRelease, `${at}/compiledRelease`);
    else if (Array.isArray(part.releases)) visitReleases(part.releases, `${at}/releases`, depth);
    else if (part.ocid !== undefined || isObject(part.tender)) add(part, at);
    else {
      const wrapped = ["results", "data"].find((key) => Array.isArray(part[key]));
      visit(wrapped ? (part[wrapped] as Json) : null, wrapped ? `${at}/${wrapped}` : at, depth + 1);
    }
  }

  function visitAll(parts: Json[], at: string, depth: number): void {
    parts.forEach((part, index) => {
      visit(part, `${at}/${index}`, depth + 1);
    });
  }

  /** A record may only link to its releases. */
  function visitReleases(releases: Json[], at: string, depth: number): void {
    releases.forEach((release, index) => {
      if (isObject(release) && typeof release.url === "string" && release.ocid === undefined)
        onFault(`${at}/${index}`, "is a link to a release, and links are not fetched; name the file that holds it");
      else visit(release, `${at}/${index}`, depth + 1);
    });
  }

  function add(release: Obj, at: string): void {
    const notice = readRelease(release, at, source);
    const same = notice && byId.get(notice.id);
    if (!notice) onFault(at, "has neither ocid nor id; a release must say which process it tells of");
    else if (same) same.push(notice);
    else byId.set(notice.id, [notice]);
  }
}

const isObject = (value: Json | undefined): value is Obj => typeof value === "object" && value !== null && !Array.isArray(value);
