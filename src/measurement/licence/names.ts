import { Problem } from "../../shared/problem.ts";
import { withException } from "./exceptions.ts";
import { formatLicenceExpression, parseLicenceExpression } from "./expression.ts";
import { addresses, families, spoken } from "./known-names.ts";
import { allLicences } from "./list.ts";

const identified = new Map([...allLicences()].map(({ id }) => [fold(id), id]));
const published = new Map(
  [...allLicences()].flatMap(({ id, name }) =>
    /^(?:A?GPL|LGPL|GFDL)-\d\.\d/.test(id) && !id.includes("-with-") ? [] : [[fold(name), id]],
  ),
);

/**
 * The SPDX expression for a licence as people write it in inventories and manifests: an expression, an SPDX or usual name, a classifier of the
 * Python index, R's "GPL (>= 2)", or the address of a licence. Undefined where it stays open which licence is meant.
 *
 * @example normaliseLicenceName("GPL v3") // "GPL-3.0-only"
 * @example normaliseLicenceName("License :: OSI Approved :: Apache Software License") // "Apache-2.0"
 * @example normaliseLicenceName("BSD") // undefined
 */
export function normaliseLicenceName(written: string): string | undefined {
  const text = written.slice(0, 500).trim();
  return asExpression(text) ?? byAddress(text) ?? byName(text) ?? byException(text) ?? byChoice(text);
}

function asExpression(text: string): string | undefined {
  // Only for speed: a Problem costs more than the reading of most names.
  if (!/^[\w.+() -]+$/.test(text) || /^\(?[a-z]+ [a-z]+/.test(text)) return undefined;
  try {
    return formatLicenceExpression(parseLicenceExpression(text));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function byAddress(text: string): string | undefined {
  const address = /^https?:\/\/(?:www\.)?([^\s?#]+)/i.exec(text)?.[1]?.toLowerCase().replace(/\/+$/, "");
  if (address === undefined) return undefined;
  for (const [pattern, id] of addresses) {
    const match = pattern.exec(address);
    if (match)
      return (
        asExpression(id.replace(/\$(\d)/g, (_, group) => match[Number(group)] ?? "").replace(/^fdl/, "gfdl")) ?? spokenOf(match[1] ?? "")
      );
  }
  return undefined;
}

/**
 * The identifier of exactly this name of the SPDX list, capitals, punctuation and "licence" apart.
 *
 * @example publishedName("Lucent Public License Version 1.02") // "LPL-1.02"
 */
export function publishedName(name: string): string | undefined {
  return published.get(fold(name));
}

function byName(text: string): string | undefined {
  const name = fold(text.slice(text.lastIndexOf("::") + 1));
  return published.get(name) ?? spokenOf(name) ?? byFamily(name) ?? identified.get(name);
}

/** "GPLv2 with the Classpath exception" */
function byException(text: string): string | undefined {
  const parts = /^(.{2,100}?),? +(?:with|w\/|\+) *(.{2,60})$/i.exec(text);
  const base = parts?.[1] && (asExpression(parts[1]) ?? byName(parts[1]));
  const whole = base && withException(base, ` with ${parts[2]}`);
  return whole === base ? undefined : whole;
}

function spokenOf(name: string): string | undefined {
  return Object.hasOwn(spoken, name) ? spoken[name] : undefined;
}

/** "gpl 3 or later", "apache 2.0", "bsd 3 clause", "cc by sa 4.0" */
function byFamily(name: string): string | undefined {
  const clauses = /^(?:bsd (\d)(?: clauses?)?|(\d) clauses? bsd|bsd(\d))(?: new| revised| simplified)?$/.exec(name);
  if (clauses) return asExpression(`BSD-${clauses[1] ?? clauses[2] ?? clauses[3]}-Clause`);
  const commons =
    /^(?:cc|creative commons) (by|attribution)( nc| non ?commercial)?( nd| no ?deriv(?:ative)?s(?: works)?| sa| share ?alike)? (\d(?:\.\d)?)(?: international| unported| generic)?$/.exec(
      name,
    );
  if (commons) {
    const [, , nc, last = "", version = ""] = commons;
    const share = /sa|share/.test(last) ? "-SA" : last ? "-ND" : "";
    return asExpression(`CC-BY${nc ? "-NC" : ""}${share}-${version.includes(".") ? version : `${version}.0`}`);
  }
  const orLater = /(?: or (?:any )?(?:later|newer|above|greater|higher)(?: versions?)?| ?\+| plus)$/.exec(name);
  const only = /(?: only)$/.exec(name);
  const rest = name.slice(0, orLater?.index ?? only?.index ?? name.length);
  const version = /^(.*?)(?: |(?<=[a-z])v?)(\d(?:\.\d){0,2})$/.exec(rest) ?? /^(>=) (\d)$/.exec(rest);
  if (!version?.[1] || !version[2]) return undefined;
  const exact = /^(.*?) >=$/.exec(version[1]);
  const family = families.find(([called]) => called.test(exact?.[1] ?? version[1] ?? ""));
  if (!family) return undefined;
  const number = version[2].replace(/^(\d\.\d)\.0$/, "$1");
  const full = number.includes(".") ? number : `${number}.0`;
  if (!family[2].includes(full)) return undefined;
  // Of the others "or later" changes nothing that SPDX has a name for.
  const suffix = (orLater || exact) && /GPL$/.test(family[1]) ? "+" : "";
  return asExpression(`${family[1]}-${full}${suffix}`);
}

/** "MIT/Apache-2.0", "MIT or Apache 2", "GPL-2 | GPL-3": a choice where every part is known. */
function byChoice(text: string): string | undefined {
  const parts = text.split(/\s+or\s+(?!later|newer|above|greater|any|higher)|\s*\|\s*|\/(?!\/)/i);
  if (parts.length < 2 || parts.length > 6 || text.includes("://")) return undefined;
  const known = parts.map((part) => asExpression(part) ?? byName(part));
  return known.every((part) => part !== undefined) ? asExpression(known.map((part) => `(${part})`).join(" OR ")) : undefined;
}

/** Lower case, accents off, one space between words, without the words that tell no licence from another. */
function fold(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\([a-z]{2,6}\)(?= )/g, " ")
    .replace(/_(\d)_(\d)$/, " $1.$2")
    .replace(/\(([a-z0-9.+ -]{2,12})\)$/, (whole, short) => (/^\s*(?:>=|v?\d)/.test(short) ? whole : ""))
    .replace(/[“”"'’`,;:()[\]_\\/-]+/g, " ")
    .replace(/\b(?:licen[cs]ed?|the|version|ver|under|terms|software licence|agreement$)\b/g, " ")
    .replace(/\bv\.? ?(?=\d)/g, " ")
    .replace(/>=\s*/g, " >= ")
    .replace(/\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
