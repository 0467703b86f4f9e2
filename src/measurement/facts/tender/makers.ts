import { general } from "./beside-software.ts";
import { isEveryday } from "./everyday.ts";
import { near, type Span } from "./terms.ts";
import { ownBrand } from "./titled.ts";
import type { FoundBy } from "./words.ts";

const BEFORE = 150;
const AFTER = 100;
const NAME_REACH = 70;
/** A title that names a company names whose product it is about. */
const SHORT = 100;

/** Legal forms of companies, as they end a name. */
const legalForm =
  /(?<=[\p{L}\d.,)] )(?:Ltd|Limited|Inc|LLC|Corp|Corporation|plc|PLC|GmbH|AG|SE|ApS|A\/S|AS|ASA|AB|Oyj?|B\.?V\.?|N\.?V\.?|SAS|SARL|S\.A\.S?|SA|S\.r\.l|Srl|SRL|S\.p\.A|SpA|S\.L\.U?|Lda|Sp\. z o\.o|sp\. z o\.o|s\.r\.o|a\.s|Kft|Zrt|d\.o\.o|EOOD|ЕООД)(?![\p{L}\d-])/uy;
const ofOneLanguage = /^(?:Ltd|Limited|Inc|LLC|Corp|ApS)/;
/** Why only this one comes into question, or that its product is in use. */
const only =
  /\b(?:sole|property of|proprietary to|only (?:supplier|provider|company|economic)|incumbent|exclusiv\w*|éditeur|édité|détient|seule? (?:société|prestataire|opérateur)|ausschließlich\w*|nur d(?:ie|er)|einzige?r?|alleinig\w*|Exklusiv\w*|Urheber\w*|unico|esclusiv\w*|único|exclusividad|jedyn\w+|wyłączn\w+|praw\w* autorsk\w*|enerett|eneste|ensam\w*|ensamrätt|kizárólag\w*|výhradn\w+|autorsk\w+)(?![\p{L}])/iu;
const oneOnly = /^(?:(?:sole|single)[ -])?sourc(?:e|ing)\s/i;
const ofBuyer =
  /(?:univers|council|stadtwerk|klinik|verkehr|bahn|hospital|trust|authority|housing|flughafen|airport|messe|energie|netz|wasser|kommun|région|réseau)/iu;
/** Words that begin a title or a sentence, before what looks like a legal form: "Die AG", "PUBLIC BID". */
const noCompany =
  /^(?:d(?:ie|er|as|em|en)|the|la|le|il|een|het|public|request|sole|purchase|bid|a|an|this|such|any|non|auftrag\p{L}*)(?:\s|$)/iu;
const marked = /(?<![\p{L}\d])(\p{L}[A-Za-zÀ-ÁÃ-ÖØ-öø-ÿ\d.&-]{1,29})Â?\s?[®™]$/u;
const MARKED_REACH = 34;

/** The makers and products that one text names by ®, "manufacturer:", an intention to contract, or a legal form where only one can deliver. */
export function makersIn(text: string, found: FoundBy): Span[] {
  const { announcesMaker = [], intendsContract = [], legalForm = [], onlyOne = [] } = found;
  return [
    ...markedNames(text),
    ...announcedMakers(text, announcesMaker),
    ...intendedMakers(text, intendsContract),
    ...onlyMakers(text, legalForm, onlyOne),
  ];
}

/** Names that carry ® or ™. */
function markedNames(text: string): Span[] {
  const found: Span[] = [];
  for (const sign of ["®", "™"])
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const from = Math.max(0, at + 1 - MARKED_REACH);
      const match = marked.exec(text.slice(from, at + 1));
      if (match) found.push({ start: from + match.index, end: from + match.index + (match[1] as string).length });
    }
  return found.sort((one, other) => one.start - other.start);
}

const announced =
  /(?:[Mm]anufacturer|MANUFACTURER|[Bb]rand|BRAND|[Mm]ake|MAKE|[Mm]odel|MODEL|[Mm]odell|[Mm]odelo|[Mm]od[eè]le|Hersteller|Fabrikat|[Mm]arque|MARQUE|[Mm]arca|MARCA|[Ff]abricante?|[Pp]roducent|[Mm]erk|[Ff]abrikant)(?: [Nn]ame)?\s?:\s?(\p{Lu}[\p{L}\d&-]{2,24}(?:\s\p{Lu}\p{Ll}{2,20})?)/uy;

const intended =
  /\b(?:intend\w* to [^.]{0,60}\b(?:with|to)|u(?:ten|tan|den) konkurr\w+ med|avtale? med|aftale med|avtal med|kontrakt med|avtale med leverandøren) (\p{Lu}[\p{L}\d-]{2,24}(?:\s\p{Lu}[\p{L}\d-]{2,24}){0,2})/uy;

/** The last group of each match at the places, none within the one before. */
function namesAt(pattern: RegExp, text: string, places: readonly Span[]): Span[] {
  const names: Span[] = [];
  let end = 0;
  for (const { start } of places) {
    pattern.lastIndex = start;
    const match = start < end ? null : pattern.exec(text);
    if (!match) continue;
    end = start + match[0].length;
    names.push({ start: end - (match[1] as string).length, end });
  }
  return names;
}

/** "Manufacturer: Extrel", "Fabrikat: Siemens", "Panasonic brand cameras". */
function announcedMakers(text: string, announces: readonly Span[]): Span[] {
  const before = announces.flatMap(({ start, end }): Span[] => {
    const name = /brand$/i.test(text.slice(start, end)) && brandBefore.exec(text.slice(Math.max(0, start - MARKED_REACH), start))?.[1];
    if (!name || general.test(name) || isEveryday(name) || ownBrand.test(text.slice(end, end + 20))) return [];
    return [{ start: start - 1 - name.length, end: start - 1 }];
  });
  return [...namesAt(announced, text, announces), ...before];
}

const brandBefore = /(?:^|[\s("“])(\p{Lu}[\p{L}\d&-]{2,24})\s$/u;

/** With whom a contract is to be concluded without others being asked. */
function intendedMakers(text: string, intends: readonly Span[]): Span[] {
  return namesAt(intended, text, intends).filter(({ start, end }) => {
    const name = text.slice(start, end);
    return !general.test(name.split(" ")[0] as string) && !ofBuyer.test(name) && !/^(?:FAR|DFARS?|CFR|USC|Section|Title)\b/.test(name);
  });
}

/**
 * Companies named with their legal form, where the text says that only they can deliver or that their product is in use.
 * @example "a sole source basis to Wyatt Technology Corporation" → "Wyatt Technology"
 */
function onlyMakers(text: string, forms: readonly Span[], onlyOne: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { start: index } of forms) {
    legalForm.lastIndex = index;
    if (!legalForm.test(text)) continue;
    if (!saysOnly(text, index, onlyOne) && (text.length > SHORT || !ofOneLanguage.test(text.slice(index, index + 12)))) continue;
    const from = Math.max(0, index - NAME_REACH);
    const name = /(?:^|[\s("„“«])((?:\p{Lu}[\p{L}\d&.'’-]*\s(?:&\s)?){1,4})$/u.exec(text.slice(from, index).replace(/[,(]\s$/, "  "));
    const run = name?.[1]?.replace(oneOnly, "").trimEnd();
    if (!name || !run || run.length < 3 || ofBuyer.test(run) || noCompany.test(run)) continue;
    if (yard.test(text.slice(index, index + 20)) || awarded.test(text.slice(from, from + name.index + 1))) continue;
    const start = from + name.index + name[0].indexOf(run);
    found.push({ start, end: start + run.length });
  }
  return found;
}

/** "Corporation Yard" is a place; whom an earlier contract was awarded to is a party. */
const yard = /^\S{2,12} yard\b/i;
const awarded = /\bawarded(?: to)? \s?$/i;

function saysOnly(text: string, index: number, onlyOne: readonly Span[]): boolean {
  if (near(onlyOne, index - BEFORE + 1, index + AFTER - 1).length === 0) return false;
  return only.test(text.slice(Math.max(0, index - BEFORE), index + AFTER));
}
