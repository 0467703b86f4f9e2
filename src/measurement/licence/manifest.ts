import { formOf } from "./manifest-forms.ts";
import { mentionsIn } from "./mentions.ts";
import { normaliseLicenceName } from "./names.ts";
import { lineAt } from "./passages.ts";
import { restrictionIn } from "./wording.ts";

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
/** Characters: longer than a name, "This software is released under the MIT license" */
const SENTENCE = 40;
/** Words that only point elsewhere: to a file, or to what has a file's name. */
const pointsElsewhere = /^(?:see |file\b)|^[^:]*\.(?:txt|md|rst)$|^licen[cs]e$/i;
/** What package indexes have for "none of our list", and what is left as it was made. */
const saysNothing =
  /^(?:other(?: ?licen[cs]e)?|unspecified|unknown|custom|open[_-]source|restricted|unrestricted|none|tbd|todo|your licen[cs]e here)$/i;

/**
 * The licence that a manifest states. The text is searched, never run; undefined where it states none or only points to a file. Several licences are a
 * choice, as the makers of most forms define it.
 *
 * @example readManifest("package.json", '{"license": "MIT"}') // { written: "MIT", expression: "MIT", line: 1 }
 */
export function readManifest(path: string, text: string): ManifestStatement | undefined {
  const read = formOf(path);
  const found = text.length <= LONGEST ? read?.(text.replaceAll("\r\n", "\n")) : undefined;
  const written = found?.written
    .map((part) => part.trim())
    .filter((part) => part !== "" && !pointsElsewhere.test(part) && !saysNothing.test(part));
  if (!found || !written || written.length === 0) return undefined;
  const at = text.indexOf(found.needle);
  return { written: written.join(" | "), expression: expressionOf(written), line: lineAt(text, at) };
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
  const sentence = (written[0] ?? "").length > SENTENCE ? mentionsIn(written[0] ?? "") : [];
  if (sentence.length === 1 && sentence[0] && restrictionIn(written[0] ?? "") === undefined) return sentence[0].expression;
  const name = (written[0] ?? "")
    .normalize("NFD")
    .replace(/[^A-Za-z0-9.]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return `LicenseRef-${name || "unnamed"}`;
}
