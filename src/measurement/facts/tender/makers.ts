import { general } from "./beside-software.ts";
import type { Span } from "./terms.ts";

const BEFORE = 150;
const AFTER = 100;
const NAME_REACH = 70;
/** A title that names a company names whose product it is about. */
const SHORT = 100;

/** Legal forms of companies, as they end a name. */
const legalForm =
  /(?<=[\p{L}\d.,)] )(?:Ltd|Limited|Inc|LLC|Corp|Corporation|plc|PLC|GmbH|AG|SE|ApS|A\/S|AS|ASA|AB|Oyj?|B\.?V\.?|N\.?V\.?|SAS|SARL|S\.A\.S?|SA|S\.r\.l|Srl|SRL|S\.p\.A|SpA|S\.L\.U?|Lda|Sp\. z o\.o|sp\. z o\.o|s\.r\.o|a\.s|Kft|Zrt|d\.o\.o|EOOD|ЕООД)(?![\p{L}\d-])/gu;
const ofOneLanguage = /^(?:Ltd|Limited|Inc|LLC|Corp|ApS)/;
/** Why only this one comes into question, or that its product is in use. */
const only =
  /\b(?:sole|only (?:supplier|provider|company|economic)|incumbent|exclusiv\w*|éditeur|édité|détient|seule? (?:société|prestataire|opérateur)|ausschließlich\w*|alleinig\w*|Exklusiv\w*|Urheber\w*|unico|esclusiv\w*|único|exclusividad|jedyn\w+|wyłączn\w+|praw\w* autorsk\w*|enerett|eneste|ensam\w*|ensamrätt|kizárólag\w*|výhradn\w+|autorsk\w+)(?![\p{L}])/iu;
const ofBuyer =
  /(?:univers|council|stadtwerk|klinik|verkehr|bahn|hospital|trust|authority|housing|flughafen|airport|messe|energie|netz|wasser|kommun|région|réseau)/iu;
const marked = /(?<![\p{L}\d])(\p{L}[A-Za-zÀ-ÁÃ-ÖØ-öø-ÿ\d.&-]{1,29})Â?\s?[®™]/gu;

/** Names that carry ® or ™. */
export function markedNames(text: string): Span[] {
  if (!/[®™]/.test(text)) return [];
  return [...text.matchAll(marked)].map(({ 0: whole, 1: name, index }) => ({ start: index, end: index + (name ?? whole).length }));
}

const announced =
  /(?:[Mm]anufacturer|MANUFACTURER|[Bb]rand|BRAND|Hersteller|Fabrikat|[Mm]arque|MARQUE|[Mm]arca|MARCA|[Ff]abricante?|[Pp]roducent|[Mm]erk|[Ff]abrikant)(?: [Nn]ame)?\s?:\s?(\p{Lu}[\p{L}\d&-]{2,24}(?:\s\p{Lu}\p{Ll}{2,20})?)/gu;

/** "Manufacturer: Extrel", "Fabrikat: Siemens". */
export function announcedMakers(text: string): Span[] {
  return [...text.matchAll(announced)].flatMap(({ 0: whole, 1: name, index }) => {
    const start = index + whole.length - (name ?? "").length;
    return name ? [{ start, end: start + name.length }] : [];
  });
}

const intended =
  /\b(?:intend\w* to [^.]{0,60}\b(?:with|to)|avtale? med|aftale med|avtal med|kontrakt med|avtale med leverandøren) (\p{Lu}[\p{L}\d-]{2,24}(?:\s\p{Lu}[\p{L}\d-]{2,24}){0,2})/gu;

/** With whom a contract is to be concluded without others being asked. */
export function intendedMakers(text: string): Span[] {
  return [...text.matchAll(intended)].flatMap(({ 0: whole, 1: name = "", index }) => {
    const start = index + whole.length - name.length;
    return general.test(name.split(" ")[0] as string) || ofBuyer.test(name) ? [] : [{ start, end: start + name.length }];
  });
}

/**
 * Companies named with their legal form, where the text says that only they can deliver or that their product is in use.
 * @example onlyMakers("a sole source basis to Wyatt Technology Corporation") → "Wyatt Technology"
 */
export function onlyMakers(text: string): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(legalForm)) {
    const around = `${text.slice(Math.max(0, index - BEFORE), index)}${text.slice(index, index + AFTER)}`;
    if (!only.test(around) && (text.length > SHORT || !ofOneLanguage.test(text.slice(index)))) continue;
    const from = Math.max(0, index - NAME_REACH);
    const name = /(?:^|[\s("„“«])((?:\p{Lu}[\p{L}\d&.'’-]*\s(?:&\s)?){1,4})$/u.exec(text.slice(from, index).replace(/[,(]\s$/, "  "));
    const run = name?.[1]?.trimEnd();
    if (!name || !run || run.length < 3 || ofBuyer.test(run)) continue;
    const start = from + name.index + name[0].indexOf(run);
    found.push({ start, end: start + run.length });
  }
  return found;
}
