import { normaliseLicenceName } from "./names.ts";
import { type Annotation, readDep5, readReuseToml } from "./reuse.ts";

/** The licences as written, and words of the line where they stand. */
type Found = { written: string[]; needle: string } | undefined;
type Form = (text: string) => Found;

const assignment = /^[ \t]*(?:\w{1,40}\.)?["':(]{0,2}licen[cs]es?["']?(?:[ \t]*(?:=>|[:=])|[ \t]+(?=["'(]|MIT|BSD))[ \t]*/im;
const argument = /(?:^|[\s(,{[:])["':]?licen[cs]es?["']?[ \t]*(?:=>|[:=,])[ \t]*/im;
const top: Form = (text) => assigned(text, assignment);
const anywhere: Form = (text) => assigned(text, argument);
const xml =
  (element: RegExp): Form =>
  (text) =>
    one(element.exec(text));

/** By the path in lower case: forms whose name says what they are, wherever they lie. */
const forms: [path: RegExp, form: Form][] = [
  [
    /(?:^|\/)(?:package|composer|bower|codemeta|elm|elm-package|dub|meta6?|component|haxelib|vcpkg|deno|jsr|\.zenodo|datapackage)\.json$/,
    fromJson,
  ],
  [/\.podspec\.json$|(?:^|\/)(?:fabric\.mod|extension)\.json$/, fromJson],
  [/(?:^|\/)(?:metadata|manifest)\.json$/, (text) => (/"version"\s*:/.test(text) ? fromJson(text) : undefined)],
  [/(?:^|\/)code\.json$/, fromCodeJson],
  [
    /(?:^|\/)pyproject\.toml$/,
    (text) => fromTable(text, /^\[(?:project|tool\.(?:poetry|flit\.metadata))(?:\.license)?\]/) ?? fromClassifiers(text),
  ],
  [/(?:^|\/)cargo\.toml$/, (text) => fromTable(text, /^\[(?:workspace\.)?package\]/)],
  [/(?:^|\/)reuse\.toml$/, fromReuse],
  [/(?:^|\/)(?:\.reuse\/dep5|debian\/copyright)$/, fromDep5],
  [/(?:^|\/)setup\.py$/, (text) => better(one(/\blicense {0,9}= {0,9}["']([^"'\n]{1,200})["']/.exec(text)), fromClassifiers(text))],
  [/(?:^|\/)setup\.cfg$/, (text) => better(one(/^[ \t]*license[ \t]*[:=][ \t]*([^\n]{1,200})$/m.exec(text)), fromClassifiers(text))],
  [/(?:^|\/)pom\.xml$/, fromPom],
  [
    /\.(?:[cf]sproj|vbproj|nuspec)$|(?:^|\/)directory\.build\.props$/,
    xml(/<(?:PackageLicenseExpression|license type="expression"|licenseUrl|PackageLicenseUrl)>\s*([^<]{1,200})</i),
  ],
  [/(?:^|\/)package\.xml$/, (text) => all(text, /<license\b[^>]{0,200}>\s*([^<]{1,200})</gi)],
  [/(?:^|\/)appinfo\/info\.xml$/, xml(/<licence>\s*([^<]{1,200})</i)],
  [/\.(?:metainfo|appdata)\.xml(?:\.in)?$/, xml(/<project_license>\s*([^<]{1,200})</i)],
  [/(?:^|\/)ivy\.xml$/, (text) => hashed(/<license\b([^>]{1,400})>/i.exec(text))],
  [/(?:^|\/)build\.gradle(?:\.kts)?$/, (text) => hashed(/\blicenses?\s*\{([^}]{1,400})/.exec(text))],
  [/(?:^|\/)build\.sbt$/, fromSbt],
  [/(?:^|\/)project\.clj$/, (text) => hashed(/:licenses?\s*[[{]{1,2}([^}]{1,400})/.exec(text))],
  [/(?:^|\/)description$/, fromDescription],
  [/(?:^|\/)publiccode\.ya?ml$/, fromPubliccode],
  [/(?:^|\/)chart\.yaml$/, (text) => one(/^[ \t]+artifacthub\.io\/license:[ \t]*["']?([^\n"'#]{1,200})/m.exec(text))],
  [/(?:^|\/)meta\/main\.ya?ml$/, (text) => one(/^[ \t]+license:[ \t]*["']?([^\n"'#]{1,200})/m.exec(text))],
  [
    /(?:^|\/)style\.css$/,
    (text) => (/^[ \t*]*theme name:/im.test(text) ? one(/^[ \t*]*license:[ \t]*([^\n]{1,200})/im.exec(text)) : undefined),
  ],
  [/(?:^|\/)dune-project$/, (text) => hashed(/\(license\s+([^()]{1,200})\)/.exec(text))],
  [/(?:^|\/)meta\.ya?ml$/, (text) => (/^(?:name|meta-spec|generated_by|abstract):/m.test(text) ? top(text) : undefined)],
  [/(?:^|\/)(?:makefile|build)\.pl$|(?:^|\/)(?:meson\.build|mix\.exs|conanfile\.py|__manifest__\.py|[^/]+\.app\.src)$/, anywhere],
  [/\.(?:gemspec|podspec|rockspec|nimble|cabal|opam|spec)$/, top],
  [
    /(?:^|\/)(?:opam|dist\.ini|package\.yaml|citation\.cff|shard\.yml|v\.mod|alire\.toml|fpm\.toml|project\.toml|gleam\.toml|dub\.sdl|metadata\.rb|galaxy\.yml|snapcraft\.yaml)$/,
    top,
  ],
];

/** How a manifest of this path states its licence. */
export function formOf(path: string): Form | undefined {
  const folded = path.toLowerCase();
  return forms.find(([name]) => name.test(folded))?.[1];
}

/** What stands behind the key: a list or table up to its end, quoted words, the items of a YAML list, or the rest of the line. */
function assigned(text: string, key: RegExp): Found {
  const match = key.exec(text);
  if (!match) return undefined;
  const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 400);
  const needle = match[0].trim();
  const listed = /^(?:%w|~w)?\s*[[({|]([^\])}|]{1,400})/i.exec(rest)?.[1];
  const content = listed ?? rest.split("\n", 1)[0] ?? "";
  const quoted = [...content.matchAll(/["'“]([^"'”\n]{1,100})["'”]/g)].map(([, value]) => value ?? "");
  if (rest.startsWith("{") || /\b(?:type|name)\b/.test(content)) return preferred(quoted, needle);
  if (quoted.length > 0) return { written: quoted, needle };
  if (/^(?:%w|~w)/.test(rest)) return { written: content.split(/\s+/), needle };
  if (content.trim() === "") {
    const items = /^\s*((?:\n[ \t]*-[ \t]+[^\n]{1,100}){1,9})/.exec(rest)?.[1] ?? "";
    return { written: items.split("\n").map((item) => item.replace(/^[ \t]*-[ \t]+|["']|[ \t]#.*/g, "")), needle };
  }
  const bare = listed === undefined ? [content] : content.split(",");
  return { written: bare.map((part) => part.replace(/^%q.|\s+#.*$|[,;})]+\s*$/g, "")), needle };
}

function one(match: RegExpExecArray | null): Found {
  return match?.[1] ? { written: [match[1]], needle: match[0].trimStart() } : undefined;
}

function all(text: string, element: RegExp): Found {
  const found = [...text.slice(0, 100_000).matchAll(element)].slice(0, 5);
  return found[0] ? { written: found.map(([, written]) => written ?? ""), needle: found[0][0] } : undefined;
}

/** A name beside an address or a file: the first of them that tells the licence. */
function hashed(match: RegExpExecArray | null): Found {
  if (!match?.[1]) return undefined;
  const quoted = [...match[1].matchAll(/["']([^"'\n]{1,100})["']/g)].map(([, value]) => value ?? "");
  return preferred(quoted.length > 0 ? quoted : [match[1]], match[0].trimStart());
}

function preferred(written: readonly string[], needle: string): Found {
  const told = written.find((part) => normaliseLicenceName(part) !== undefined) ?? written[0];
  return told === undefined ? undefined : { written: [told], needle };
}

/** The first that tells which licence it is: "LGPL" says less than the classifier "… v3 or later (LGPLv3+)". */
function better(one: Found, other: Found): Found {
  const isTold = (found: Found) => found?.written.every((part) => normaliseLicenceName(part) !== undefined) === true;
  return isTold(one) || !isTold(other) ? (one ?? other) : other;
}

function fromJson(text: string): Found {
  const content = parsed(text);
  // Laravel's skeleton states the licence of Laravel, and few who start from it change that.
  if (content?.name === "laravel/laravel") return undefined;
  if (content === undefined) return one(/^\s*"licen[cs]e"\s*:\s*"([^"\n]{1,200})"/m.exec(text));
  const value = content.license ?? content.licence ?? content.licenses ?? content["license-name"];
  const written = (Array.isArray(value) ? value : [value]).flatMap((part) => {
    const named = isObject(part) ? (part.type ?? part.name ?? part["@id"] ?? part.id ?? part.url) : part;
    const told = isObject(part) && named === "CreativeWork" ? (part.name ?? part.url) : named;
    return typeof told === "string" ? [told.slice(0, 200)] : [];
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
    return isObject(content) ? content : {};
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** `license = "MIT"`, `license = { text = "MIT" }` or `text = "MIT"` inside one table of a TOML file. */
function fromTable(text: string, table: RegExp): Found {
  let inside = false;
  let isOfLicence = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("[")) {
      inside = table.test(line);
      isOfLicence = /\.license\]/.test(line);
    }
    const key = isOfLicence ? /^\s*text\s*=\s*(.{1,300})$/ : /^\s*license(?:-expression|\.text)?\s*=\s*(.{1,300})$/;
    const value = inside ? key.exec(line)?.[1] : undefined;
    const written = value && (/^["']([^"']+)["']/.exec(value) ?? /\btext\s*=\s*["']([^"']+)["']/.exec(value))?.[1];
    if (written) return { written: [written], needle: line };
  }
  return undefined;
}

function fromClassifiers(text: string): Found {
  const written = [...text.matchAll(/License :: (?:OSI Approved :: )?([^"'\n]{2,100})/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "OSI Approved");
  return written.length > 0 ? { written, needle: "License ::" } : undefined;
}

/** Of the parts of a file only the one that covers everything speaks for the whole, or the only one. */
function fromReuse(text: string): Found {
  const found = readReuseToml(text, "");
  const whole =
    found.find(({ patterns }) => patterns.some((one) => one === "**" || one === "**/*")) ?? (found.length < 2 ? found[0] : undefined);
  return annotated(text, whole);
}

const annotated = (text: string, whole: Annotation | undefined): Found =>
  whole && { written: [whole.expression], needle: text.split("\n")[whole.line - 1] ?? "" };

/** Debian's machine-readable form; its short names are nearly those of SPDX. A star there is "**" here. */
function fromDep5(text: string): Found {
  const whole = readDep5(text.slice(0, 50_000)).find(({ patterns }) => patterns.length === 1 && patterns[0] === "**");
  return annotated(text, whole);
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

function fromSbt(text: string): Found {
  const value = /\blicenses\s*(?::=|\+=|\+\+=)\s*([^\n]{1,300})/.exec(text);
  const short = /\bLicense\.(\w{2,30})/.exec(value?.[1] ?? "")?.[1];
  return short ? { written: [short], needle: "licenses" } : hashed(value);
}

/** The DESCRIPTION of an R package: "GPL (>= 2) | file LICENSE", "MIT + file LICENSE". */
function fromDescription(text: string): Found {
  if (!/^Package:/m.test(text)) return undefined;
  const match = /^License:[ \t]*([^\n]{1,200})$/m.exec(text);
  const written = (match?.[1] ?? "")
    .split("|")
    .map((part) => part.replace(/\+?\s*file\s+LICEN[CS]E.*$/i, "").replace(/\(== ?([\d.]{1,9})\)/, "$1"))
    .map((part) => part.trim())
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
