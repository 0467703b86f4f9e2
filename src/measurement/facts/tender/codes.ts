/** Whether what a code names is software or work on software; undefined where the code alone cannot say. */
export type Bought = "software" | "other" | undefined;

/** Eight digits. Every code of every line is asked, and a regular expression takes five times as long. */
function isPlainCpv(id: string): boolean {
  if (id.length !== 8) return false;
  for (let at = 0; at < 8; at++) if (id.charCodeAt(at) < 48 || id.charCodeAt(at) > 57) return false;
  return true;
}

/**
 * A classification, its scheme named in one way: "CPV" (eight digits, check digit cut) or "UNSPSC". Undefined where it is empty.
 * @example codeOf("CPV", "72000000-5") → { scheme: "CPV", id: "72000000" }
 */
export function codeOf(scheme: string, id: string): { scheme: string; id: string } | undefined {
  if (scheme === "CPV" && isPlainCpv(id)) return { scheme, id };
  const written = id.trim();
  if (written === "" || written.length > 60) return undefined;
  const name = scheme.trim().toUpperCase();
  if (name.includes("UNSPSC")) return { scheme: "UNSPSC", id: written.replace(/^V\d*\./i, "") };
  const isCpv = name.includes("CPV") || (name === "" && /^\d{8}-\d$/.test(written));
  if (isCpv) return { scheme: "CPV", id: written.replace(/-\d$/, "").padEnd(8, "0").slice(0, 8) };
  return { scheme: scheme.trim() || "unnamed", id: written };
}

/**
 * By the beginning of the code, the longest that fits. CPV: Regulation (EC) 213/2008. Divisions 48 and 72 are software but for their
 * groups on machines, lines, data entry and the Internet as a supply, which words must decide; of 302 no code is software alone.
 */
const cpv: Readonly<Record<string, Bought | "words">> = {
  "48": "software",
  "4882": "words", // servers
  "72": "software",
  "721": "words", // hardware consultancy
  "7222": "words", // consultancy, planning, management of projects
  "722223": "software", // information technology services
  "72227": "software", // integration of software
  "72251": "words", // disaster recovery
  "723": "words", // data entry, transmission, storage, supply
  "7232": "software", // databases
  "724": "words", // Internet services
  "72413": "software", // design of web sites
  "72416": "software", // application service providers
  "7242": "software", // Internet development
  "7254": "words", // more memory
  "727": "words", // networks
  "7291": "words", // back-up
  "7292": "words", // catalogue conversion
  "302": "words",
  "503": "words", // repair of computers and office machines; 50324 is their support
  "516": "words", // installation of computers
};

/** UNSPSC: 4323 software; 8111 computer services, but for Internet access and work on machines. */
const unspsc: Readonly<Record<string, Bought | "words">> = {
  "4323": "software",
  "8111": "software",
  "811120": "words", // data services
  "811121": "words", // Internet services
  "811123": "words", // maintenance of hardware
  "811124": "words", // rental of hardware
  "4321": "words", // computers
  "4322": "words", // networks
  "8116": "words", // delivery of IT services
};

export function boughtUnder(code: { scheme: string; id: string }): Bought | "words" {
  if (code.scheme !== "CPV") return code.scheme === "UNSPSC" ? boughtBy(unspsc, code) : "words";
  let is = bought.get(code.id);
  if (is === undefined) {
    is = boughtBy(cpv, code);
    if (bought.size < MOST_CODES) bought.set(code.id, is);
  }
  return is;
}

function boughtBy(table: Readonly<Record<string, Bought | "words">>, code: { id: string }): Exclude<Bought, undefined> | "words" {
  for (let length = Math.min(6, code.id.length); length > 1; length--) {
    const bought = table[code.id.slice(0, length)];
    if (bought) return bought;
  }
  return /^[0-9]{8}/.test(code.id) ? "other" : "words";
}

/** CPV groups for making or changing software. */
export function isDevelopment({ scheme, id }: { scheme: string; id: string }): boolean {
  return (
    (scheme === "CPV" && /^(?:7221|7223|7224[03]|72244|72262|7242|72413)/.test(id)) || (scheme === "UNSPSC" && /^(?:81111[56])/.test(id))
  );
}

/**
 * Where software and its makers are often named although something else is bought: office and computing machines (30), radio and
 * telephony (32, 642), their repair and installation (503, 513, 516), instruments (38), research (73), training (804, 805).
 */
const neighbours = /^(?:30|32|38|503|513|516|642|73|804|805)/;

/** Whether what a code names may be, or be close to, information technology. */
export function isOfTechnology(code: { scheme: string; id: string }): boolean {
  if (code.scheme !== "CPV") return boughtUnder(code) !== "other";
  let is = decided.get(code.id);
  if (is === undefined) {
    is = boughtUnder(code) !== "other" || neighbours.test(code.id);
    if (decided.size < MOST_CODES) decided.set(code.id, is);
  }
  return is;
}

/** A file names the same few hundred codes again and again. */
const bought = new Map<string, Exclude<Bought, undefined> | "words">();
const decided = new Map<string, boolean>();
const MOST_CODES = 20_000;
