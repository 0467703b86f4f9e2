import { general } from "./beside-software.ts";
import { isEveryday } from "./everyday.ts";
import type { Span } from "./terms.ts";
import { goodsMakers } from "./words/goods-makers.ts";

const REACH = 70;
/** "Acme stretchers, brand name or equal". */
const ADJACENT = 25;

/** What "or equivalent" may stand with and is no brand: standards, certificates, degrees, forms. */
const announcedBrand = /\bbrand(?: name)?\s*$/i;
const standard =
  /\b\p{Lu}\p{L}*(?:[a-z]G|VO|gesetz)\b|\b(?:ISO|IEC|EN|DIN|BS|NF|PN|UNE|UNI|ASTM|IEEE|CE|PAS|NEN|SR|STAS|ETSI|RFC|WCAG|[eE]n ISO|LO[ITW]?\d|DC[1-4]|SIL)\b/u;
const noBrand =
  /\b(?:iso|iec|astm|ieee|etsi|rfc|wcag|espd|deucd?|ohsas|haccp|brc|pefc|fsc|emas|itil|prince2?|pmp|cissp|gcse|nvq|bsc|msc|phd|mba|agpar?|a-level|euro)\b|\bnorm(?:e|es|a|y|en)?\b|standard|certif|zertif|certyf|qualif|degree|level|diplom|accredit|akkred|agr[ée]ment|registr|extract|experience|erfahrung|doświadcz|attest|declar|assurance|insurance|baccal|member|chartered|cyber essentials|ecolabel|blauer engel|label|ausbildung|studium|abschluss|title|titre|título|titolo|permit|regulation|\bacts?\b|executive|officer|director|manager|authority|agency|council|professional|cmmi|jpe?g|k[ -]?bis|\bdc ?[1-4]\b|\bnoti ?\d|cerfa|quali(?:bat|felec|pv|gaz|sport|paysage)|opq\w+|\bsil ?\d|moody|poor|fitch|\bbest\b|bisnode|nasdaq|atest|bericht|bilan|formulair|imprimé|insolven|gesetz|tableau|\bordre\b|statut|nachweis|bescheinig|lizenz f|licence to|\bpn ?\d|\brc\b|\bfar\b|clause|course|training|accounts|turnover|ukas|chas\b|niceic|companies house|safecontractor|constructionline|score|rating|kurs|formation|register|registro/i;

/** Unannounced, a name must mix cases or figures as products do: SmartLog, 7900HT, XR-50. */
const product = /^(?=.{4,})(?:\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\d.-]*|\p{L}*\d+\p{Lu}[\p{L}\d-]*|\p{Lu}[\p{L}-]*\d+[\p{L}\d-]*)[®™]?$/u;
/** A word that is written as names are: SmartLog, UNIT-e, 7900HT, LIGASURE; and a plain capital. */
const striking =
  /^(?=.*\p{Lu})(?=.{3,})(?:\p{Lu}?\p{Ll}+\p{Lu}[\p{L}\d.-]*|\p{Lu}{3,}[\d.-]*|\p{L}*\d+\p{Lu}+|\p{Lu}[\p{L}-]*\d+[\p{L}\d-]*)[®™]?$/u;
const capital = /^\p{Lu}[\p{L}\d.&'’+-]+[®™]?$/u;
const shortCapitals = /^\p{Lu}{3,5}$/u;
const ofPhrase = /^(?:the|brand|name|names|equal|manufacturer|make|model)$/i;
const saysBrand =
  /\b(?:type|typ|typu|marque|marca|marka|merk|brand(?: name)?|fabrikat|make|model|modell?e|tip|tipo|référence|gamme|modèle|marki|firmy|firma|producenta|fabricante?|hersteller|producător|mfr|manufacturer)\b|brand name or equal to/iu;

/**
 * The name that stands right before "or equivalent" (after "brand name or equal to") where our list has none: undefined where it is
 * a standard or certificate, or no name is written there. A plain capital counts only where “type”, “brand” or their like announces a name: titles, bodies and German nouns have capitals too.
 * @example nameBeside("fromage de type Vache Qui Rit ou équivalent", { start: 32, end: 45 }) → { start: 16, end: 31 }
 */
export function nameBeside(text: string, equivalent: Span): Span | undefined {
  const from = Math.max(0, equivalent.start - REACH);
  const before = text.slice(from, equivalent.start);
  const clause = before.slice(lastOf(before, /[.;:!?\n]\s/gu));
  const behind = text.slice(equivalent.end, equivalent.end + 30);
  const ofOther = isNoBrand(clause);
  if (isNoBrand(behind) || (ofOther && !announcedBrand.test(clause))) return undefined;
  const named = ofOther ? undefined : nameBefore(clause, text.slice(equivalent.start, equivalent.end));
  if (named) return { start: equivalent.start - clause.length + named.start, end: equivalent.start - clause.length + named.end };
  if (!/equal/i.test(text.slice(equivalent.start, equivalent.end))) return undefined;
  const after = text.slice(equivalent.end, equivalent.end + REACH).split(/[.;!?\n]/u, 1)[0] as string;
  const ofBrand = /brand/i.test(clause) || /brand/i.test(text.slice(equivalent.start, equivalent.end));
  const next = (ofBrand ? /^\s*(?:to\b|:|-|for\b)?[\s:-]*(?:the\s)?/u : /^\s*(?:to\b|:|-|for\b)[\s:-]*(?:the\s)?/u).exec(after)?.[0].length;
  const name = next === undefined ? undefined : firstName(after.slice(next));
  if (next === undefined || !name) return ofBrand ? namedByNumber(text) : undefined;
  return { start: equivalent.end + next + name.start, end: equivalent.end + next + name.end };
}

/** Whoever speaks or is spoken to. */
const ofParty =
  /^(?:zamawiaj|wykonawc|oferent|auftrag|bieter|opdracht|inschrijv|candidat|soumission|titulaire|acheteur|licitad|adjudica|ofertan|bidder|tender|offeror|supplier|contractor|leverand|tilbud|anbud|uchaz|verejn)/iu;

const isNoBrand = (part: string): boolean => noBrand.test(part) || standard.test(part);

function lastOf(text: string, end: RegExp): number {
  let at = 0;
  for (const match of text.matchAll(end)) at = match.index + match[0].length;
  return at;
}

interface Token extends Span {
  word: string;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\d][\p{L}\d.&'’+®™/-]*/gu)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));

/** The last run of name-like words, a bracket or a few words apart from the end at most. */
function lastName(clause: string, typed: boolean): Span | undefined {
  const tokens = tokensOf(clause);
  const shouting = tokens.filter(({ word }) => /^\p{Lu}{2,}$/u.test(word)).length > tokens.length / 2;
  const like = ({ word }: Token) => {
    if ((shouting && !/\d/.test(word)) || ofPhrase.test(word) || (shortCapitals.test(word) && !typed)) return false;
    return typed ? capital.test(word) || striking.test(word) : product.test(word);
  };
  const last = tokens.findLastIndex(like);
  if (last === -1 || tokens.length - last > (typed ? 7 : 3)) return undefined;
  let first = last;
  while (first > 0 && like(tokens[first - 1] as Token)) first--;
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
}

function nameBefore(clause: string, equivalent: string): Span | undefined {
  const announced = /[\s,(]*\bbrand(?: name)?\s*$/i.exec(clause);
  if (!announced)
    return (
      lastName(clause, saysBrand.test(clause)) ??
      maker(clause) ??
      (germanNouns.test(equivalent) ? undefined : (plainName(clause) ?? numbered(clause)))
    );
  const named = lastName(clause.slice(0, announced.index), true);
  return named && announced.index - named.end <= ADJACENT ? named : undefined;
}

/** A known maker among the last words: "Mercedes Sprinter, VW Crafter oder gleichwertig". */
function maker(clause: string): Span | undefined {
  const tokens = tokensOf(clause);
  const last = tokens.findLastIndex(
    ({ word }, index) => /^[\p{Lu}\d]/u.test(word) && index >= tokens.length - 4 && goodsMakers.has(word.toLowerCase()),
  );
  return last === -1 ? undefined : { start: (tokens[last] as Token).start, end: (tokens[last] as Token).end };
}

/** A capital with a number right before: "Cessna 208 or similar". */
function numbered(clause: string): Span | undefined {
  const match = /(?:^|[\s(])((\p{Lu}[\p{L}-]{1,20}) \d{1,4}\p{Lu}?)\s?[(,]?\s?$/u.exec(clause);
  if (
    !match?.[1] ||
    general.test(match[2] as string) ||
    ((match[2] as string).length > 2 && isEveryday(match[2] as string)) ||
    ofCount.test(match[2] as string)
  )
    return undefined;
  const start = match.index + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}

/** Every noun of German has a capital. */
const ofCount =
  /^(?:lot|los|lotto|lote|part|partie|cz|część|osa|del|niveau|nivel|livello|stufe|klasse|classe|klasa|clase|type|typ|tipo|no|nr|art|article|item|poz|pos|annex|annexe|band|grade|phase|section|version|windows|januar|februar|januari|enero|gennaio|mars|mai|juin|juillet|août|avril)$/iu;
const germanNouns = /^(?:oder|bzw|gleich|o\.glw)/i;

/** One plain capital right before, after a small word: "a standalone Wylex (or equivalent". */
function plainName(clause: string): Span | undefined {
  const match =
    /(?:^|\s)(?:a|an|the|of|with|by|for|from|using|de|du|von|van|der|di|type|\p{Ll}{4,})\s(\p{Lu}\p{Ll}{2,19}|\p{Lu}{5,20})(?:\s\p{Ll}[\p{L}-]{2,20}){0,2}\s?[(,]?\s?$/u.exec(
      clause,
    );
  const name = match?.[1];
  if (!match || !name || general.test(name) || ofParty.test(name)) return undefined;
  const start = match.index + match[0].indexOf(name);
  return { start, end: start + name.length };
}

const announcedNumber =
  /\b(?:model|part|p\/n|mfr|mfg|cat(?:alog)?)(?: (?:no|number|num))?[.:#]{0,2}\s{0,2}#?(?=[A-Z\d-]{0,20}\d)([A-Z\d][A-Z\d-]{3,20})\b/i;
const announcedMaker = /\b[Mm]anufacturer:? (\p{Lu}[\p{L}\d-]{2,24})/u;
const itemNumber = /\bLI \d{3}:[^;]{0,60}?\b((?=[A-Z\d-]{0,20}\d)(?=[\dA-Z-]{0,20}[A-Z])[A-Z\d][A-Z\d-]{4,20})\b/;

/** Of the text that was looked at last: it may say "brand name or equal" a thousand times, and is looked through once. */
let numbers: { text: string; span: Span | undefined } = { text: "", span: undefined };

function namedByNumber(text: string): Span | undefined {
  if (numbers.text !== text) numbers = { text, span: firstNumber(text) };
  return numbers.span;
}

/** "Brand name or equal" over a list whose items bear a maker's number: "Model 7900HT", "P/N: QPS4000". */
function firstNumber(text: string): Span | undefined {
  const match = announcedNumber.exec(text) ?? announcedMaker.exec(text) ?? itemNumber.exec(text);
  const name = match?.[1];
  if (!match || !name) return undefined;
  const start = match.index + match[0].length - name.length;
  return { start, end: start + name.length };
}

function firstName(text: string): Span | undefined {
  const tokens = tokensOf(text);
  let end = 0;
  while (end < tokens.length && end < 3 && capital.test((tokens[end] as Token).word)) end++;
  return end === 0 || tokens.slice(0, end).every(({ word }) => isEveryday(word))
    ? undefined
    : { start: (tokens[0] as Token).start, end: (tokens[end - 1] as Token).end };
}
