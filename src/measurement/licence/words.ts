/** A text as licences are compared: words alone, with the line each stands on. */
export interface Words {
  words: string[];
  /** 1-based line of each word */
  lines: Uint32Array;
}

/** Spellings that SPDX's matching guidelines hold to be the same. */
const same = new Map<string, string>(
  Object.entries({
    licence: "license",
    licences: "licenses",
    licenced: "licensed",
    licencing: "licensing",
    licencee: "licensee",
    licensor: "licensor",
    licencor: "licensor",
    sublicence: "sublicense",
    sublicencing: "sublicensing",
    sublicenced: "sublicensed",
    acknowledgement: "acknowledgment",
    authorisation: "authorization",
    authorised: "authorized",
    favour: "favor",
    organisation: "organization",
    organisations: "organizations",
    merchantibility: "merchantability",
    analog: "analogue",
    analyse: "analyze",
    artefact: "artifact",
    behaviour: "behavior",
    centre: "center",
    cheque: "check",
    fulfil: "fulfill",
    modelled: "modeled",
    programme: "program",
    recognise: "recognize",
    utilisation: "utilization",
    whilst: "while",
    wilful: "willful",
    labour: "labor",
    cancelled: "canceled",
    customise: "customize",
    judgement: "judgment",
    optimise: "optimize",
    practise: "practice",
  }),
);

/** A line that says who owns the text, not what is permitted. */
const ownership =
  /^[^\p{L}\p{N}©(]*(?:(?:[Pp]ortions )?(?:[Cc]opyrights?|COPYRIGHT|[Cc]opyrighted)[\s:]*(?:\([Cc]\)|©|&copy;|\d{4}|[<[{$]|by\s|\p{Lu})|©|\([Cc]\) *(?:\d{4}|[<[{$])|[Aa]ll [Rr]ights [Rr]eserved\W*$|ALL RIGHTS RESERVED\W*$)/u;
const grant = /permission|redistribut|granted|licensed under|notice|shall|law|holder|owner'?s|and related/i;
const LONGEST_OWNERSHIP = 200;
const beyondAscii = /[^ -~\s]/;

/**
 * The words of a text in the sense of SPDX's matching guidelines: case, punctuation, layout, comment marks, mark-up, bullets, addresses and lines
 * of ownership do not count, and "licence" is "license".
 *
 * @example wordsOf("# 1. THE SOFTWARE\n#    is provided").words // ["the", "software", "is", "provided"]
 */
export function wordsOf(text: string): Words {
  const words: string[] = [];
  const lines: number[] = [];
  for (const [index, line] of withoutMarkup(text).split("\n").entries()) {
    if (isOwnership(line)) continue;
    for (const word of wordsIn(line)) {
      words.push(same.get(word) ?? word);
      lines.push(index + 1);
    }
  }
  return { words, lines: Uint32Array.from(lines) };
}

/** Tags, comments of HTML, addresses and entities go; the lines stay where they are. */
function withoutMarkup(text: string): string {
  let plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\f", " ");
  if (plain.includes("<"))
    plain = plain.replace(/<[a-zA-Z/!][^<>]{0,400}>/g, (tag) => (tag.includes("\n") ? tag.replace(/[^\n]+/g, " ") : " "));
  if (plain.includes("&")) plain = plain.replace(/&(?:#\d{1,6}|[a-zA-Z]{2,8});/g, " ");
  if (plain.includes("://")) plain = plain.replace(/\b(?:https?|ftp):\/\/[^\s)>\]"']*/g, " ");
  return plain;
}

/** Whether a line says who owns the text and nothing of what is permitted: "Copyright (c) 2020 Foo". */
export function isOwnership(line: string): boolean {
  return line.length <= LONGEST_OWNERSHIP && ownership.test(line) && !grant.test(line);
}

/** Single letters and digits are bullets, footnote marks or the c of a copyright sign: none tells one licence from another. */
function wordsIn(line: string): string[] {
  const plain = !beyondAscii.test(line);
  const found = plain
    ? line
        .toLowerCase()
        .replaceAll("non-infringement", "noninfringement")
        .match(/[a-z0-9]+(?:\.[0-9]+)*/g)
    : line
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+(?:\.[0-9]+)*/gu);
  return found?.filter((word) => word.length > 1 && word !== "dnl" && word !== "rem") ?? [];
}
