import { Problem } from "../../shared/problem.ts";
import { approvalOf, parseLicenceExpression } from "../licence/expression.ts";
import { replacementOf } from "../licence/list.ts";
import type { Entry } from "./document.ts";
import { countries } from "./vocabularies.ts";

/** What is wrong with one value. `mild`: a warning; the standard lets it pass. */
export interface Remark {
  message: string;
  mild?: true;
}
/** A test of one scalar, as the standard words its type. */
export type Form = (value: Entry) => Remark[];

export const wrong = (message: string): Remark[] => [{ message }];
export const mild = (message: string): Remark[] => [{ message, mild: true }];
export const fine: Remark[] = [];

/** "Type: string". A number that was not put in quotes is no string. */
function textOf(entry: Entry): { text: string } | { wrong: Remark[] } {
  if (entry.is !== "scalar") return { wrong: wrong(`is a ${entry.is}; expected text`) };
  if (typeof entry.value === "string") return { text: entry.value };
  return { wrong: wrong(`is ${describe(entry)}, not text; put it in quotes: "${entry.source ?? String(entry.value)}"`) };
}

function describe(entry: Entry): string {
  if (entry.is !== "scalar") return `a ${entry.is}`;
  if (entry.value === null) return "without a value";
  return `the ${typeof entry.value === "boolean" ? "truth value" : typeof entry.value} ${entry.source ?? entry.value}`;
}

export const onText =
  (test: (text: string) => Remark[]): Form =>
  (entry) => {
    const read = textOf(entry);
    return "wrong" in read ? read.wrong : test(read.text);
  };

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Characters as a reader counts them. A text of more than twenty UTF-16 units for each character allowed is not counted to its end, one
 * without marks that combine not at all.
 */
function lengthOf(text: string, enough: number): number {
  if (text.length > enough * 20 || /^[\n -~\u00a0-\u024f]*$/.test(text)) return text.length;
  let length = 0;
  for (const _ of segmenter.segment(text)) length += 1;
  return length;
}

/** "string (min 150 chars, max 10000 chars)", counted as YAML gives the text, a last line break included. */
export function text(limits: { min?: number; max?: number; mandatory?: true } = {}): Form {
  return onText((value) => {
    if (value.trim() === "") return limits.mandatory ? wrong("is empty") : mild("is empty; write something or leave the key out");
    if (limits.max === undefined) return fine;
    const length = lengthOf(value, limits.max);
    if (length > limits.max) return wrong(`has ${length} characters; expected at most ${limits.max}`);
    if (limits.min !== undefined && length < limits.min) return wrong(`has ${length} characters; expected at least ${limits.min}`);
    return fine;
  });
}

/** "enumerated string" */
export function oneOf(values: readonly string[], what = values.length > 1 ? "one of" : "what is expected:"): Form {
  const known = new Set(values);
  return onText((value) =>
    known.has(value) ? fine : wrong(`“${brief(value)}” is not ${what}${values.length <= 12 ? ` ${values.join(", ")}` : ""}`),
  );
}

/** `true` or `false`. `yes`, `no`, `on` and `off` are true and false in YAML 1.1, which is deprecated (schema.core, "Encoding"). */
export const truth: Form = (entry) => {
  if (entry.is === "scalar" && typeof entry.value === "boolean") return fine;
  if (entry.is === "scalar" && entry.source !== undefined && /^(?:yes|no|on|off)$/i.test(entry.source))
    return mild(`“${entry.source}” means true or false only in YAML 1.1, which is deprecated; write true or false`);
  return wrong(
    `is ${entry.is === "scalar" && typeof entry.value === "string" ? `“${brief(entry.value)}”` : describe(entry)}; expected true or false`,
  );
};

/** Versions of dependencies: the standard states no type, and its examples wrote bare numbers until 0.2.1. */
export const loose: Form = (entry) =>
  entry.is === "scalar" && typeof entry.value === "number"
    ? mild(`is a number, so that 1.10 would read as 1.1; put it in quotes: "${entry.source ?? entry.value}"`)
    : text()(entry);

/** schema.core, "Contact": "This has to be a string." What is written is nobody's business and not repeated. */
export const phone: Form = (entry) =>
  entry.is === "scalar" && typeof entry.value === "string" ? fine : wrong("is not text; put the number in quotes");

/** schema.core, "Dates": "YYYY-MM-DD … This is the only allowed format" */
export const date: Form = onText((value) => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return wrong(`“${brief(value)}” is not a date written YYYY-MM-DD`);
  const at = new Date(`${value}T00:00:00Z`);
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day) ? fine : wrong(`${value} is not a date that exists`);
});

function isAddress(value: string, schemes: RegExp): boolean {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^\s/?#]+)([^\s<>"{}|\\^`]*)$/i.exec(value);
  return parts !== null && schemes.test(parts[1] as string) && URL.canParse(value);
}

/** "string (URL)" of a repository: any scheme that names a host */
export const address: Form = onText((value) =>
  isAddress(value, /./) ? fine : wrong(`“${brief(value)}” is not a URL; expected one such as https://example.org/city/software.git`),
);

/** A URL that people open in a browser */
export const webAddress: Form = onText((value) =>
  isAddress(value, /^https?$/i) ? fine : wrong(`“${brief(value)}” is not a web address; expected one that begins with https:// or http://`),
);

/** schema.core, "Section organisation": a URI, either a URL or a URN */
export const uri: Form = onText((value) =>
  isAddress(value, /./) || /^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s<>"{}|\\^`]+$/i.test(value)
    ? fine
    : wrong(`“${brief(value)}” is not a URI; expected a URL or a URN such as urn:x-italian-pa:c_h501`),
);

/** schema.core, "Key supports": an alias of the list, or any other URI */
export function support(aliases: readonly string[]): Form {
  return (entry) => {
    const value = entry.is === "scalar" && typeof entry.value === "string" ? entry.value : "";
    if (!value.startsWith("alias:")) return uri(entry);
    return aliases.includes(value.slice(6))
      ? fine
      : wrong(`“${brief(value)}” is no alias of the list; expected one of ${aliases.join(", ")}`);
  };
}

export const email: Form = onText((value) => {
  const at = value.lastIndexOf("@");
  const host = value.slice(at + 1).split(".");
  const good =
    at > 0 && !/[\s<>(),;:@"]/.test(value.slice(0, at)) && host.length > 1 && host.every((part) => /^[\p{L}\p{N}-]{1,63}$/u.test(part));
  return good && value.length <= 254 ? fine : wrong("is not an e-mail address");
});

/** RFC 6838, "type/subtype" */
export const mediaType: Form = onText((value) =>
  /^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}\/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}$/.test(value.trim())
    ? fine
    : wrong(`“${brief(value)}” is not a media type; expected one such as text/plain`),
);

/** "relative path to file or absolute URL", of these formats, inside the repository. That the file exists is not looked at. */
export function file(endings?: readonly string[]): Form {
  return onText((value) => {
    if (value.trim() === "") return mild("is empty; write a path or leave the key out");
    const web = isAddress(value, /^https?$/i);
    if (!web && (/^[/\\]/.test(value) || /^[a-z][a-z0-9+.-]*:/i.test(value) || value.split(/[/\\]/).includes("..")))
      return wrong(`“${brief(value)}” leads out of the repository; expected a path from its root, or a web address`);
    if (endings === undefined) return fine;
    const name = (web ? new URL(value).pathname : value).split("/").at(-1) ?? "";
    const ending = name.includes(".") ? (name.split(".").at(-1) as string).toLowerCase() : undefined;
    if (ending === undefined) return mild(`“${brief(value)}” does not show its format; expected ${endings.join(", ")}`);
    return endings.includes(ending) ? fine : wrong(`“${brief(value)}” is no file of the formats ${endings.join(", ")}`);
  });
}

/** ISO 3166-1 alpha-2. Lower case was the rule until 0.4 and is deprecated since 0.5. */
export const country: Form = onText((value) => {
  const upper = value.toUpperCase();
  if (!countries.has(upper) || (value !== upper && value !== value.toLowerCase()))
    return wrong(`“${brief(value)}” is not an ISO 3166-1 alpha-2 country code; expected one such as IT`);
  return value === upper ? fine : mild(`lower-case country codes are deprecated since 0.5; write ${upper}`);
});

/** schema.core, "Key legal/license": "a valid SPDX expression, referring to one or multiple open-source licenses" */
export const licence: Form = onText((value) => {
  try {
    const expression = parseLicenceExpression(value);
    const old = value
      .match(/[^\s()]+/g)
      ?.find((id) => replacementOf(id) !== undefined && replacementOf(id)?.toLowerCase() !== id.toLowerCase());
    if (old !== undefined) return mild(`SPDX has withdrawn “${brief(old)}”; write ${replacementOf(old)}`);
    return approvalOf(expression).openSource
      ? fine
      : mild(
          `“${brief(value)}” is valid SPDX, but is no licence that the Open Source Initiative or the Free Software Foundation has approved`,
        );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return wrong(error.message);
  }
});

export function brief(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value;
}
