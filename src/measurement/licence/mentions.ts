import { withException } from "./exceptions.ts";
import { findLicence } from "./list.ts";
import { normaliseLicenceName, publishedName } from "./names.ts";

/** A licence named in running text. */
export interface Mention {
  /** SPDX expression of one licence, or a LicenseRef- for terms that SPDX does not list */
  expression: string;
  /** Characters from the start of the text */
  start: number;
  end: number;
}

type Reading = (groups: string[], after: string, before: string) => string | undefined;

const words: Record<string, string> = { two: "2", three: "3", four: "4", zero: "0" };
const versioned =
  (prefix: string, versions: readonly string[], otherwise?: string): Reading =>
  ([, version]) => {
    if (!version) return otherwise;
    const full = version.includes(".") ? version : `${version}.0`;
    return versions.includes(full) ? `${prefix}-${full}` : undefined;
  };
const always =
  (id: string): Reading =>
  () =>
    id;
const number = String.raw`(?:[ ,(]{0,3}(?:licen[cs]e)?[ ,(]{0,3}(?:vers(?:ion|ión|ão|ione|ie) |ver\.? |v\.? ?|-)?(\d(?:\.\d)?)(?!\.?\d|-(?:\d|clause)))?`;
const licence = "(?:licen[cs]e|lizenz|licenza|licencia)";

/** Whose licence is named instead of a licence: "the same terms as Perl itself". */
const licencesOfOthers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    perl: "Artistic-1.0-Perl OR GPL-1.0-or-later",
    perl5: "Artistic-1.0-Perl OR GPL-1.0-or-later",
    vim: "Vim",
    emacs: "GPL-3.0-or-later",
    ruby: "Ruby OR BSD-2-Clause",
    python: "PSF-2.0",
    postgresql: "PostgreSQL",
    lua: "MIT",
    rails: "MIT",
    jquery: "MIT",
    clojure: "EPL-1.0",
    scala: "Apache-2.0",
    php: "PHP-3.01",
    tcl: "TCL",
    linux: "GPL-2.0-only",
    "linux kernel": "GPL-2.0-only",
    git: "GPL-2.0-only",
  }),
);

/** What a licence is called in running text, each behind words of which one is in every such name: most texts have none. All patterns are linear: no repetition stands inside another. */
const names: [hints: string, name: RegExp, reading: Reading][] = [
  [
    "gpl general_public gnu",
    /\b(?:gnu )?(?:(affero|lesser|library) )?(?:or (?:lesser|library) )?(?:gnu )?general public licen[cs]e|\bgnu (lesser|affero) public licen[cs]e|\b(a|l)?gpl(?![a-z]{2}|[- ](?:friendly|compatible))|\bgnu (fdl)\b|\bgnu free documentation (licen[cs]e)/gi,
    readGnu,
  ],
  [
    "blica_g publique_g",
    /\b(?:licencia p[úu]blica general|licen[çc]a p[úu]blica geral|licence publique g[ée]n[ée]rale)((?: (?:de|da|la|gnu|affero|reducida|menor|lesser|amoindrie|limit[ée]e)\b){0,4})/giu,
    (groups, after, before) => readGnu(["", said(groups[1] ?? "") ?? ""], after, before),
  ],
  [
    "apache",
    new RegExp(`\\bapache(?: software| public)?[ -]${licence}${number}`, "gi"),
    versioned("Apache", ["1.0", "1.1", "2.0"], "Apache-2.0"),
  ],
  ["apache asl", /\b(?:apache|asl)[ -](?:version |v)?(2)(?:\.0)?\b/gi, always("Apache-2.0")],
  ["mit", /\bMIT[- ]0\b|\bMIT No Attribution\b/g, always("MIT-0")],
  [
    "same identical",
    /\b(?:same|identical) (?:(?:licen[cs](?:e|ing)|terms|conditions)(?: and conditions)? )?(?:as|to|like|of) (?:those of |that of )?(?:the )?(?:gnu )?(\w{2,12}(?: kernel)?)\b/gi,
    ([, other]) => licencesOfOthers.get(other?.toLowerCase() ?? ""),
  ],
  ["vim :h", /\bvim licen[cs]e\b|\blicen[cs]e:? vim\b|\blicen[cs]e:? see :h(?:elp)? licen[cs]e\b/gi, always("Vim")],
  ["mit expat", /\bMIT\b(?![- ]style| University| Press)|\bmit licen[cs]e|\bexpat licen[cs]e|\b(?:licence mit)\b/g, always("MIT")],
  ["mit", /\bmit licen[cs]e/gi, always("MIT")],
  [
    "bsd",
    /\b(?:(\d|two|three|four)[- ]clause (?:new |modified |simplified |original )?bsd|bsd[- ](\d|two|three|four)[- ]clause|bsd-?(\d)\b)/gi,
    ([, a, b, c]) => bsd(a ?? b ?? c ?? ""),
  ],
  ["bsd", /\b(?:new|modified|revised) bsd\b/gi, always("BSD-3-Clause")],
  ["bsd", /\bsimplified bsd\b|\bfreebsd licen[cs]e/gi, always("BSD-2-Clause")],
  ["mozilla mpl", new RegExp(`\\b(?:mozilla public ${licence}|mpl)${number}`, "gi"), versioned("MPL", ["1.0", "1.1", "2.0"])],
  [
    "eupl european_union",
    new RegExp(`\\b(?:european union public ${licence}|eupl)(?:[ (,]{1,3}eupl\\)?)?${number}`, "gi"),
    versioned("EUPL", ["1.0", "1.1", "1.2"]),
  ],
  ["eclipse epl", new RegExp(`\\b(?:eclipse public ${licence}|epl)${number}`, "gi"), versioned("EPL", ["1.0", "2.0"])],
  ["educational ecl", new RegExp(`\\b(?:educational community ${licence}|ecl)${number}`, "gi"), versioned("ECL", ["1.0", "2.0"])],
  ["open_software osl", new RegExp(`\\b(?:open software ${licence}|osl)${number}`, "gi"), versioned("OSL", ["1.0", "2.0", "2.1", "3.0"])],
  ["artistic", new RegExp(`\\bartistic ${licence}${number}`, "gi"), versioned("Artistic", ["1.0", "2.0"])],
  ["server_side sspl", new RegExp(`\\b(?:server side public ${licence}|sspl)${number}`, "gi"), versioned("SSPL", ["1.0"], "SSPL-1.0")],
  ["business_source busl", new RegExp(`\\b(?:business source ${licence}|busl)${number}`, "gi"), versioned("BUSL", ["1.1"], "BUSL-1.1")],
  ["elastic", new RegExp(`\\belastic ${licence}${number}`, "gi"), versioned("Elastic", ["2.0"])],
  ["canada", /\bopen government licen[cs]e ?[-–—:]? ?canada(?: ?[-–—]? ?(?:version )?2\.0)?/gi, always("OGL-Canada-2.0")],
  [
    "open_government ogl",
    new RegExp(`\\b(?:open government ${licence}(?: for public sector information)?|ogl)${number}`, "gi"),
    versioned("OGL-UK", ["1.0", "2.0", "3.0"]),
  ],
  [
    "etalab ouverte",
    /\b(?:licence ouverte|open licen[cs]e etalab|etalab)[^.\n]{0,40}?(?:version |v\.? ?|-)?(2)(?:\.0)?\b/gi,
    always("etalab-2.0"),
  ],
  ["cecill", /\bcecill[- ]?([bc])\b/gi, ([, letter]) => `CECILL-${letter?.toUpperCase()}`],
  ["cecill", new RegExp(`\\bcecill(?![- ]?[bc]\\b)${number}`, "gi"), versioned("CECILL", ["1.0", "1.1", "2.0", "2.1"])],
  ["isc", /\bisc licen[cs]e|\blicen[cs]e:? isc\b/gi, always("ISC")],
  ["cc creative", /\bcc[- ]?0\b|\bcreative commons (?:zero|cc0|0)\b/gi, always("CC0-1.0")],
  [
    "cc",
    /\bcc[- ]by(-nc|[- ]nc)?(-nd|-sa| sa| nd)?[- ](?:v\.? ?)?(\d\.\d)(?:[- ](igo)\b)?/gi,
    ([, nc, last, version, igo]) => commons(nc, last, version, igo),
  ],
  [
    "creative",
    /\bcreative commons attribution(?:[- ](non-?commercial))?(?:[- ](share-?alike|no-?deriv[a-z]{0,6}))? (?:licen[cs]e )?(?:version |v\.? ?)?(\d\.\d)(?: (igo)\b)?/gi,
    ([, nc, last, version, igo]) => commons(nc, last?.toLowerCase().startsWith("s") ? "-sa" : last && "-nd", version, igo),
  ],
  ["unlicense", /\bunlicense\b/gi, always("Unlicense")],
  ["wtfpl", /\bwtfpl\b/gi, always("WTFPL")],
  ["boost", /\bboost software licen[cs]e\b/gi, always("BSL-1.0")],
  ["zlib", /\bzlib licen[cs]e\b/gi, always("Zlib")],
  ["postgresql", /\bpostgresql licen[cs]e\b/gi, always("PostgreSQL")],
  ["odbl open_database", /\bopen database licen[cs]e\b|\bodbl\b/gi, always("ODbL-1.0")],
  ["font", /\b(?:sil )?open font licen[cs]e\b/gi, always("OFL-1.1")],
  ["nasa", /\bnasa open source agreement\b/gi, always("NASA-1.3")],
  ["universal", /\buniversal permissive licen[cs]e\b/gi, always("UPL-1.0")],
  ["commons_clause", /\bcommons clause\b/gi, always("LicenseRef-Commons-Clause")],
  ["redis rsal", /\bredis source available licen[cs]e(?: v?2(?:\.0)?)?(?: \(rsalv?2\))?|\brsalv?2\b/gi, always("LicenseRef-RSALv2")],
  ["confluent", /\bconfluent community licen[cs]e\b/gi, always("LicenseRef-Confluent-Community")],
  ["sustainable", /\bsustainable use licen[cs]e\b/gi, always("LicenseRef-Sustainable-Use")],
  ["latex", /\blatex project public licen[cs]e[^\d]{1,20}(?:version )?(1\.[0-3])([ac])?/gi, ([, version, letter]) => lppl(version, letter)],
  ["nlod", /\bnlod[ -]{0,2}(?:v\.? ?)?([12])\.0\b/gi, ([, version]) => `NLOD-${version}.0`],
  [
    "deutschland germany dl-de",
    /\b(?:datenlizenz deutschland|data licen[cs]e germany|dl-de)[\s–/-]{1,5}(?:(zero)|namensnennung|attribution|by)[\s–/-]{0,5}(?:version )?2[.-]0\b/gi,
    ([, zero]) => (zero ? "DL-DE-ZERO-2.0" : "DL-DE-BY-2.0"),
  ],
  [
    "liliq",
    /\bliliq-(p|r\+?)\)?[ -]{0,2}(?:v(?:ersion)?\.? ?)?1\.1\b/gi,
    ([, letters]) => `LiLiQ-${letters?.toUpperCase().replace("R+", "Rplus")}-1.1`,
  ],
  ["mulan", /\bmulan psl[ ,]{0,2}v?(?:ersion )?2\b/gi, always("MulanPSL-2.0")],
  ["beer", /\bbeer-?ware licen[cs]e\b/gi, always("Beerware")],
];
const hinted = names.map(([hints, name, reading]) => [hints.split(" ").map((hint) => hint.replace("_", " ")), name, reading] as const);
/** "LiLiQ-P-1.1", "BSD-3-Clause": only identifiers with a digit, since SPDX also lists words such as "Fair". */
const identifiers = /\b[A-Za-z][A-Za-z0-9.]*-[A-Za-z0-9.+-]*[A-Za-z0-9+]/g;
/** "Lucent Public License Version 1.02": a name in capitals, tried from its last words on. */
const titles = /\b((?:[A-Z][\w'’-]{1,30} ){2,8})Licen[cs]e,?(?: (?:[Vv]ersion |[Vv]\.? ?)?(\d{1,2}(?:\.\d{1,3}){0,2}))?/g;
const links = /\bhttps?:\/\/[^\s)>\]"'`]{4,200}/g;

/**
 * The licences a text names, in order, without overlaps. A name without the version that would tell which licence it is ("EUPL") is no mention;
 * GNU licences without version are "any version" by their own terms.
 *
 * @example mentionsIn("GPL v2 or later")[0].expression // "GPL-2.0-or-later"
 */
export function mentionsIn(text: string): Mention[] {
  const found: Mention[] = [];
  const lower = text.toLowerCase();
  for (const [hints, name, reading] of hinted) {
    if (!hints.some((hint) => lower.includes(hint))) continue;
    for (const match of text.matchAll(name)) {
      const end = match.index + match[0].length;
      const expression = reading(
        match as unknown as string[],
        text.slice(end, end + 400),
        text.slice(Math.max(0, match.index - 40), match.index),
      );
      if (expression !== undefined) found.push({ expression, start: match.index, end });
    }
  }
  for (const match of text.matchAll(identifiers)) {
    const id = match[0].replace(/\.$/, "");
    if (/\d/.test(id) && findLicence(id.replace(/\+$/, ""))) {
      found.push({ expression: normaliseLicenceName(id) ?? id, start: match.index, end: match.index + id.length });
    }
  }
  for (const match of /Licen[cs]e/.test(text) ? text.matchAll(titles) : []) {
    const expression = titled(match[1] ?? "", match[2]);
    if (expression !== undefined) found.push({ expression, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(links)) {
    const expression = normaliseLicenceName(match[0].replace(/[.,;]+$/, ""));
    if (expression !== undefined) found.push({ expression, start: match.index, end: match.index + match[0].length });
  }
  return withoutOverlaps(found).map((mention) => ({
    ...mention,
    expression: withException(mention.expression, text.slice(mention.end, mention.end + 300)),
  }));
}

/** The word that tells GNU's licences apart, in English. */
function said(words: string): string | undefined {
  if (/affero/i.test(words)) return "affero";
  return /reducida|menor|lesser|amoindrie|limit/i.test(words) ? "lesser" : undefined;
}

function lppl(version: string | undefined, letter: string | undefined): string {
  return `LPPL-${version}${version === "1.3" ? (letter ?? "c").toLowerCase() : ""}`;
}

/** A published name, with the words before it that are not of it left out: "Licensed Under The Academic Free License v2.1". */
function titled(name: string, version: string | undefined): string | undefined {
  const words = name.trim().split(" ");
  for (let from = 0; from + 1 < words.length; from += 1) {
    const id = publishedName(`${words.slice(from).join(" ")} License${version ? ` v${version}` : ""}`);
    if (id !== undefined) return id;
  }
  return undefined;
}

const under =
  /\b(?:[Ll]icen[cs]ed|[Rr]eleased|[Dd]istributed|[Aa]vailable|[Cc]overed|[Gg]overned|[Pp]rovided)(?: [a-z]{1,12}){0,2} (?:under|by) (?:the (?:terms of the )?|an? )?((?:[A-Z][\w.-]{1,30} ){1,5})Licen[cs]e\b/;
/** Not a name, or the beginning of one that is known and lacks its version. */
const notUnlisted =
  /^(?:this|the|following|same|open|free|public|gnu|bsd|creative|modified|simplified|original|standard|software|apache|eclipse|mozilla|european|mit|x11|python|academic|artistic|common|boost|lesser|affero|general|eupl|cecill|[al]?gpl)\b/i;

/** Whether the first licence that a text puts something under bears a name that SPDX does not list: "licensed under the Timescale License". */
export function namesUnlisted(text: string): boolean {
  const unbroken = text.slice(0, 4000).replace(/[\s*_"“”]+/g, " ");
  const match = under.exec(unbroken);
  const name = match?.[1]?.trim();
  if (!match || name === undefined || notUnlisted.test(name) || normaliseLicenceName(`${name} License`) !== undefined) return false;
  const [first] = mentionsIn(unbroken.slice(0, match.index + match[0].length + 20));
  return first === undefined;
}

function withoutOverlaps(found: Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if ((kept.at(-1)?.end ?? 0) <= mention.start) kept.push(mention);
  }
  return kept;
}

function bsd(count: string): string | undefined {
  const id = `BSD-${words[count.toLowerCase()] ?? count}-Clause`;
  return findLicence(id) ? id : undefined;
}

function commons(nc: string | undefined, last: string | undefined, version: string | undefined, igo?: string): string | undefined {
  const id = `CC-BY${nc ? "-NC" : ""}${last ? last.trim().replace(/^-?/, "-").toUpperCase() : ""}-${version}`;
  return (igo && findLicence(`${id}-IGO`)?.id) || findLicence(id)?.id;
}

const later = /^[^.;]{0,40}\bor,? ?\(?(?:at your (?:option|choice)\)?,? )?\(?(?:any )?(?:later|newer|above|higher|greater)/i;
/** The same in other languages, farther behind the version: "Version 3 der Lizenz oder (nach Ihrer Wahl) jeder neueren". */
const laterElsewhere = new RegExp(
  `^[^.;]{0,90}(?:${[
    /ou (?:plus r[ée]cent|ult[ée]rieur|sup[ée]rieur)/,
    /toute version (?:ult[ée]rieure|post[ée]rieure)/,
    /oder (?:sp[äa]ter|neuer|h[öo]her)/,
    /(?:jeder?|einer?) (?:sp[äa]teren?|neueren?)/,
    /ou? posterior/,
    /(?:cualquier|qualquer) vers(?:i[óo]n|[ãa]o) posterior/,
    /o successiv/,
    /(?:ogni|qualsiasi|una) versione successiva/,
    /(?:latere|nyere|senare|nyare) versi/,
    /(?:nowszej|p[óo][źz]niejszej) wersji/,
  ]
    .map(({ source }) => source)
    .join("|")})`,
  "iu",
);
/** "version 2 or (at your option) version 3", as KDE and others write */
const third = /^(?: of the licen[cs]e)?,? or (?:\(?at your option\)? )?(?:any )?version 3(?:\.0)?\b(.{0,90})/i;

/** The GNU licences name their version before or after, near or a sentence away, and whether later ones will do. */
function readGnu(groups: string[], following: string, before: string): string | undefined {
  // "[GNU … Licence](address) as published by …, either version 3": the address is a mention of its own.
  const after = following.replace(/^\]\([^)\s]{0,200}\)/, "").slice(0, 200);
  const [, kind, other, letter, fdl, documentation] = groups;
  const family =
    fdl || documentation
      ? "GFDL"
      : ({ a: "AGPL", l: "LGPL" }[(kind ?? other ?? letter ?? "").toLowerCase().replace("affero", "a").replace(/l.+/, "l")] ?? "GPL");
  const near =
    /^[ )]{0,2}(?:licen[cs]e)?[ ,(]{0,3}(?:[al]?gpl[ -]?)?(?:de gnu )?(?:vers(?:ion|ión|ão|ione|ie) |ver\.? |v\.? ?|-|>= ?)?(\d(?:\.\d)?)(?:\.0)?(?![\d])/i.exec(
      after,
    );
  const far = /^[^\d]{0,120}?\b(?:version|versión|versão|versione|versie) (\d(?:\.\d)?)(?![\d])/i.exec(after);
  const earlier = /\bversion (\d(?:\.\d)?)(?: or (?:any )?later)? of the $/i.exec(before);
  const match = near ?? earlier ?? far;
  if (!match?.[1]) return family === "GPL" ? "GPL-1.0-or-later" : family === "LGPL" ? "LGPL-2.0-or-later" : undefined;
  const version = match[1].includes(".") ? match[1] : `${match[1]}.0`;
  const rest = match === earlier ? `${match[0].slice(10)}` : after.slice(match[0].length);
  const orLater = /^\+|^-or-later/i.test(rest) || later.test(rest) || laterElsewhere.test(rest) || /^ ?>=/.test(after);
  const id = findLicence(`${family}-${version}-${orLater ? "or-later" : "only"}`)?.id;
  const next = version === "2.0" ? third.exec(rest) : null;
  if (id === undefined || !next) return id;
  return `${family}-2.0-only OR ${family}-3.0-${/^[^.;]{0,20}later version\b(?! accepted)/i.test(next[1] ?? "") ? "or-later" : "only"}${/accepted by the membership of kde/i.test(next[1] ?? "") ? " OR LicenseRef-KDE-Accepted-GPL" : ""}`;
}
