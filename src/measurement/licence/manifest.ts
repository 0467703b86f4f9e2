import { normaliseLicenceName } from "./names.ts";

/** What a manifest says about the licence. */
export interface ManifestStatement {
  /** As written there */
  written: string;
  /** An SPDX expression; for terms that no identifier covers, a LicenseRef- made of their name. */
  expression: string;
  /** 1-based */
  line: number;
}

/** npm's word for "no rights are granted under any terms": a statement that there is no licence. */
export const UNLICENSED = "LicenseRef-UNLICENSED";
export const PROPRIETARY = "LicenseRef-proprietary";

const LONGEST = 1_000_000;
type Found = { written: string[]; needle: string } | undefined;

/** By the name of the file; each takes the text and gives the licences as written: several are a choice, as their makers define it. */
const readers: [name: RegExp, read: (text: string) => Found][] = [
  [/^(?:package|composer|bower)\.json$/, (text) => fromJson(text)],
  [/^codemeta\.json$/, (text) => fromJson(text)],
  [/^code\.json$/, fromCodeJson],
  [/^pyproject\.toml$/, (text) => fromTable(text, /^\[(?:project|tool\.poetry)\]/) ?? fromClassifiers(text)],
  [/^cargo\.toml$/, (text) => fromTable(text, /^\[(?:workspace\.)?package\]/)],
  [/^reuse\.toml$/, (text) => one(/^[ \t]*SPDX-License-Identifier[ \t]*=[ \t]*\[?[ \t]*["']([^"']{1,200})["']/m.exec(text))],
  [/^dep5$/, (text) => one(/^Files:\s*\*\s*\n(?:[^\n]+\n){0,6}?License:[ \t]*([^\n]{1,200})/m.exec(text))],
  [/^setup\.py$/, (text) => one(/\blicense {0,9}= {0,9}["']([^"'\n]{1,200})["']/.exec(text)) ?? fromClassifiers(text)],
  [/^setup\.cfg$/, (text) => one(/^[ \t]*license[ \t]*=[ \t]*([^\n]{1,200})$/m.exec(text)) ?? fromClassifiers(text)],
  [/^pom\.xml$/, fromPom],
  [/\.(?:csproj|nuspec)$/, (text) => one(/<(?:PackageLicenseExpression|license type="expression")>\s*([^<]{1,200})</i.exec(text))],
  [/\.(?:gemspec|podspec)$/, (text) => quoted(/^[ \t]*\w{1,40}\.licen[cs]es?[ \t]*=[ \t]*([^\n]{1,200})$/m.exec(text))],
  [/^mix\.exs$/, (text) => quoted(/\blicenses: {0,9}(\[[^\]]{1,200}\])/.exec(text))],
  [/\.cabal$/, (text) => one(/^license:[ \t]*([^\n]{1,200})$/im.exec(text))],
  [/^description$/, fromDescription],
  [/^publiccode\.ya?ml$/, fromPubliccode],
  [/^citation\.cff$/, (text) => one(/^license:[ \t]*["']?([^\n"'#]{1,200})/m.exec(text))],
];

/**
 * The licence that a manifest states. The text is searched, never run; undefined where it states none or only points to a file.
 *
 * @example readManifest("package.json", '{"license": "MIT"}') // { written: "MIT", expression: "MIT", line: 1 }
 */
export function readManifest(path: string, text: string): ManifestStatement | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const read = readers.find(([pattern]) => pattern.test(name))?.[1];
  const found = text.length <= LONGEST ? read?.(text.replaceAll("\r\n", "\n")) : undefined;
  const written = found?.written
    .map((part) => part.trim())
    .filter((part) => part !== "" && !/^(?:see |file\b|SEE LICEN[CS]E)|\.(?:txt|md)$|^LICEN[CS]E$/i.test(part));
  if (!found || !written || written.length === 0) return undefined;
  const at = text.indexOf(found.needle);
  return { written: written.join(" | "), expression: expressionOf(written), line: at < 0 ? 1 : text.slice(0, at).split("\n").length };
}

function expressionOf(written: readonly string[]): string {
  const known = written.map(normaliseLicenceName);
  const choice =
    known.length > 1 && known.every((part) => part !== undefined)
      ? normaliseLicenceName(known.map((part) => `(${part})`).join(" OR "))
      : known[0];
  if (choice !== undefined) return choice;
  if (/^unlicensed$/i.test(written[0] ?? "")) return UNLICENSED;
  if (/^(?:proprietary|private|closed|commercial|all rights reserved)/i.test(written[0] ?? "")) return PROPRIETARY;
  const name = (written[0] ?? "")
    .normalize("NFD")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `LicenseRef-${name || "unnamed"}`;
}

function one(match: RegExpExecArray | null): Found {
  return match?.[1] ? { written: [match[1]], needle: match[0].trimStart() } : undefined;
}

function quoted(match: RegExpExecArray | null): Found {
  const written = [...(match?.[1] ?? "").matchAll(/["']([^"']{1,100})["']/g)].map(([, value]) => value ?? "");
  return match && written.length > 0 ? { written, needle: match[0].trimStart() } : undefined;
}

function fromJson(text: string): Found {
  const content = parsed(text);
  // Laravel's skeleton states the licence of Laravel, and few who start from it change that.
  if (content?.name === "laravel/laravel") return undefined;
  const value = content?.license ?? content?.licence ?? content?.licenses;
  const written = (Array.isArray(value) ? value : [value]).flatMap((part) => {
    const named = isObject(part) ? (part.type ?? part.name ?? part["@id"] ?? part.url) : part;
    return typeof named === "string" ? [named.slice(0, 200)] : [];
  });
  return written.length > 0 ? { written, needle: /"licen[cs]es?"/.exec(text)?.[0] ?? "license" } : undefined;
}

/** An inventory of one release inside its own repository. */
function fromCodeJson(text: string): Found {
  const releases = parsed(text)?.releases;
  const permissions = Array.isArray(releases) && releases.length === 1 && isObject(releases[0]) ? releases[0].permissions : undefined;
  const licences = isObject(permissions) && Array.isArray(permissions.licenses) ? permissions.licenses : [];
  const written = licences.flatMap((licence) =>
    isObject(licence) && typeof licence.name === "string" ? [licence.name.slice(0, 200)] : [],
  );
  return written.length > 0 ? { written, needle: '"licenses"' } : undefined;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isObject(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** `license = "MIT"` or `license = { text = "MIT" }` inside one table of a TOML file. */
function fromTable(text: string, table: RegExp): Found {
  let inside = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("[")) inside = table.test(line);
    const value = inside ? /^\s*license\s*=\s*(.{1,300})$/.exec(line)?.[1] : undefined;
    const written = value && (/^["']([^"']+)["']/.exec(value) ?? /\btext\s*=\s*["']([^"']+)["']/.exec(value))?.[1];
    if (written) return { written: [written], needle: line };
  }
  return undefined;
}

function fromClassifiers(text: string): Found {
  const written = [...text.matchAll(/License :: (?:OSI Approved :: )?([^"'\n,]{2,100})/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "OSI Approved");
  return written.length > 0 ? { written, needle: "License ::" } : undefined;
}

/** Of several licences in a POM the user may choose any. */
function fromPom(text: string): Found {
  const from = text.indexOf("<licenses>");
  const to = text.indexOf("</licenses>", from);
  if (from < 0 || to < 0) return undefined;
  const written = text
    .slice(from, Math.min(to, from + 5000))
    .split("</license>")
    .flatMap((licence) => {
      const name = /<name>([^<]{1,200})</.exec(licence)?.[1]?.trim();
      const url = /<url>([^<]{1,200})</.exec(licence)?.[1]?.trim();
      if (name && normaliseLicenceName(name)) return [name];
      return url && normaliseLicenceName(url) ? [url] : name ? [name] : [];
    });
  return written.length > 0 ? { written, needle: "<licenses>" } : undefined;
}

/** The DESCRIPTION of an R package: "GPL (>= 2) | file LICENSE", "MIT + file LICENSE". */
function fromDescription(text: string): Found {
  if (!/^Package:/m.test(text)) return undefined;
  const match = /^License:[ \t]*([^\n]{1,200})$/m.exec(text);
  const written = (match?.[1] ?? "")
    .split("|")
    .map((part) => part.replace(/\+?\s*file\s+LICEN[CS]E.*$/i, "").trim())
    .filter((part) => part !== "");
  return match && written.length > 0 ? { written, needle: match[0] } : undefined;
}

/** `license:` under `legal:`; src/measurement/publiccode judges the whole file, here one line is enough. */
function fromPubliccode(text: string): Found {
  let inside = false;
  for (const line of text.split("\n")) {
    if (/^[^\s#]/.test(line)) inside = line.startsWith("legal:");
    const written = inside ? /^\s+license:[ \t]*["']?([^"'#]{1,200})/.exec(line)?.[1] : undefined;
    if (written) return { written: [written], needle: line };
  }
  return undefined;
}
