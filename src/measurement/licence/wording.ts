import { lineAt } from "./passages.ts";

/** What a text says by its own words where it is no text of the SPDX list. */
export interface Worded {
  /** SPDX identifier, or a LicenseRef- for terms that SPDX does not list */
  expression: string;
  kind: "licence" | "non-licence";
  /** 1-based */
  line: number;
}

/** Terms that nobody else uses. */
export const OWN = "LicenseRef-own-terms";
export const PUBLIC_DOMAIN = "LicenseRef-public-domain";
const ALL_RESERVED = "LicenseRef-all-rights-reserved";
const READ = 200_000;

/** "European Union Public Licence" as the official translations call it, all of which are of equal value (EUPL 1.2, article 13). */
const eupl =
  /european union public licen[cs]e|licence publique de l['’ ]?union europ[ée]enne|lizenz f[üu]r die europ[äa]ische union|licenza pubblica dell['’ ]?unione europea|licencia p[úu]blica de la uni[óo]n europea|licen[çc]a p[úu]blica da uni[ãa]o europeia|openbare licentie van de europese unie|licencj[ai] publiczn[ae][a-z]* unii europejskiej|euroopan unionin yleinen lisenssi|europeiska unionens [öo]ppna|den europ[æa]iske unions (?:offentlige|open)|ve[řr]ejn[áa] licence evropsk[ée] unie|az eur[óo]pai uni[óo] nyilv[áa]nos|licen[țt]a public[ăa] a uniunii europene|[εε]υρωπα[ϊι]κ[ήη]ς? [έε]νωσης|евpoпейски|европейския съюз|euroopa liidu tarkvara|licence evropske unije|licencija europske unije|eiropas savien[īi]bas|europos s[ąa]jungos|liċenzja pubblika tal-unjoni/iu;
const cecill = /ce\s?cill?[- ]?([bc])?\b[^\n]{0,40}|contrat de licence de logiciel libre/iu;
const terms: [says: RegExp, expression: string][] = [
  [/\bcommons clause\b/i, "LicenseRef-Commons-Clause"],
  [
    /\b17 ?u\.? ?s\.? ?c(?:ode)?\.?[^\n]{0,20}\b105\b|title 17[^.]{0,80}section 105|section 105[^.]{0,60}title 17/i,
    "LicenseRef-US-public-domain-17-USC-105",
  ],
  [
    /\b(?:work|works|product|prepared)[^.]{0,60}(?:united states|u\.?s\.?|federal) government[^.]{0,120}(?:public domain|not subject to (?:domestic )?copyright)|public domain[^.]{0,80}(?:united states|u\.s\.)/i,
    "LicenseRef-US-public-domain-17-USC-105",
  ],
  [/\blicence ouverte\b|\bopen licence\b[^.]{0,40}etalab/i, "LicenseRef-Licence-Ouverte"],
  [/\bcrown copyright\b/i, "LicenseRef-Crown-copyright"],
  [/\b(?:released|placed|dedicated|is) (?:in)?to the public domain\b|\b(?:is|released) in the public domain\b/i, PUBLIC_DOMAIN],
];
const reserved =
  /\ball rights reserved\b|\btous droits r[ée]serv[ée]s\b|\balle rechte vorbehalten\b|\btodos los derechos reservados\b|\btodos os direitos reservados\b|\btutti i diritti riservati\b|\balle rechten voorbehouden\b/i;
const refusals = new RegExp(
  `${reserved.source}|\\bproprietary\\b|\\bconfidential\\b|\\bunauthori[sz]ed (?:use|copying|distribution)\\b|\\bmay not be (?:copied|used|distributed|reproduced)\\b|\\bnon-?commercial\\b|\\bevaluation\\b|\\bend[- ]user licen[cs]e\\b`,
  "i",
);

/** The form that the Business Source License gives a name by: its parameters are fields to fill in, not changes to it. */
const businessSource = [
  /\bbusiness source license (?:version )?1\.1\b/i,
  /\blicensor:/i,
  /\bchange date:/i,
  /\bchange license:/i,
  /\bgrants? you the right to copy, modify, create derivative works, redistribute, and make non-production use\b/i,
];

/** What comes after a licence and takes back what it grants, or asks for more than it does. */
const restrictions =
  /\bcommons clause\b|(?<!commercial (?:and|or|or for|and for) )\bnon[- ]?commercial\b(?! entit| (?:and|or) (?:for )?commercial)|\bnot for commercial\b|\b(?:may|must|shall|can) ?not (?:be )?(?:use|used|sell|sold|distribute|redistribute|copy|copied|modif|offer|provide)|\bis not permitted\b|\b(?:is|are) (?:proprietary|closed[- ]source)\b|\bstrictly prohibited\b|\b(?:is|are) prohibited\b|\bfor good,? (?:and )?not (?:for )?evil\b|\b(?:additional|further) (?:terms|restrictions?|conditions?)\b(?![^.]{0,30}\bsection)|\bfollowing (?:restrictions?\b|additional\b(?! disclaimers?\b))|\b(?:separate|commercial) (?:patent )?licen[cs]e is (?:required|needed)\b|\bgranted (?:only|solely|exclusively) to\b|\bgranted to [a-z ]{1,60} only\b|\b(?:requires?|without) (?:a |the )?(?:separate |prior |written |commercial )+(?:licen[cs]e|permission|agreement|consent)|\b(?:military|weapons?|surveillance) (?:use|purposes?)\b|\bresearch (?:and education(?:al)? )?purposes only\b|\b(?:academic|personal|internal|educational|research) use only\b|\bprovided that you do not\b|\b(?:may|can|must|shall) only be (?:used|copied|modified|distributed)\b|\bmay be (?:used|copied|modified|distributed) only\b|\bmay only (?:use|copy|modify|distribute)\b|\bfor (?:open[- ]source|research|academic|educational|personal|non-?profit|internal|public sector)\b[^.\n]{0,50}\buse\b/i;
/** Names and pictures are kept back from many a free licence: that takes nothing from the software. */
const ofParts =
  /\bviews and opinions\b|\bnames?\b[^.]{0,60}\b(?:promotional|endorse|publicity|advertis)|\b(?:logos?|trade ?marks?|emblems?|brand(?:s|ing)?|artwork|icons?|insignia|seals?|visual identity)\b/i;
/** The notice of the Apache licence forbids nothing that the licence permits. */
const apache = /may not use (?:this|these|the) [a-z ]{1,30} except in compliance/gi;
/** So does that of Mozilla's, which only says where the licence is. */
const mozilla = /if a copy of the [a-z ]{1,40} was not distributed with this [a-z]{1,20}, you can obtain one at/gi;
const forbids =
  /\b(?:only|not|no|never|unless|except|must|shall|forbidden|prohibited|excluded|requires?|(?<!\b(?:our|your|their|its) )needs?|paid|fees?|pay|evaluation|non-?profit|non[- ]?commercial|compete|competitors?)\b/i;
const acts =
  /\b(?:use[drs]?|users|using|obtain|subscriptions?|display|sell|sold|redistribut[a-z]{0,5}|commercial(?:ly)?|purposes?|research|evaluation|testing|fee|organi[sz]ations?|compan(?:y|ies)|licensee|service)\b/i;
/** What notices say beside every licence. */
const usual =
  /warrant|\bviews and opinions\b|\bpaid[- ]up\b|you must obey the gnu|applicable law|liab|received|in the hope|except in compliance|for (?:more )?details|third[- ]part|contribut|documentation|copyright (?:notice|holder)|compatible|questions|pull request|public domain|cc0|corporate identity|(?<!display our )\b(?:logos?|trade ?marks?|emblems?|insignia|icons?)\b/i;
/** Terms of one's own beside a licence text, whatever else the sentence speaks of. */
const additions =
  /\bsubject (?:further|also|additionally) to\b|\bsubject to the following (?:additional|further|supplement)|\b(?:licen[cs]e|terms|agreement)\b[^.;]{0,120}\bgoverned by (?:and construed [a-z ]{0,30})?the laws? of\b|\barbitrat(?:ion|or)\b|\bnot licensed to you\b|\b(?:licen[cs]e|terms)\b[^.;]{0,60}\b(?:amended|modified|varied|supplemented) (?:by|as follows)\b/i;
/** The same in the languages that public bodies write: what for, and that it is not allowed or allowed for that alone. */
const purposes =
  /\b(?:commercial(?:e|es|ement)?|commerciaux|kommerziell\p{L}*|gewerblich\p{L}*|comercial(?:es|is)?|commercieel|commerci[ëe]le|komercyjn\p{L}*|kommersiel\p{L}*|lucrativ\p{L}*|milit[aä][ir]\p{L}*)(?!\p{L})/iu;
const withholding =
  /(?<!\p{L})(?:interdit\p{L}*|pas (?:autoris|permis)\p{L}*|ne peut|uniquement|exclusivement|verboten|untersagt|nicht|nur|ausschließlich|prohibid\p{L}*|queda(?:n)? excluid\p{L}*|no (?:se permite|est[áa]|podr[áa])|s[óo]lo|somente|apenas|exclusivamente|proibid\p{L}*|n[ãa]o|vietat\p{L}*|non [èe]|esclusivamente|niet|verboden|uitsluitend|zabronion\p{L}*|wy[łl][ąa]cznie|nie|förbjud\p{L}*|inte|ikke)(?!\p{L})/iu;
const disclaimers =
  /\bas[- ]is\b|\bwithout (?:any )?(?:express(?:ed)? (?:or|and) implied )?warrant|\bno (?:express |implied )?warrant|\bdisclaims?\b[^.]{0,60}(?:warrant|liabilit)|\bdisclaimer of (?:warrant|liabilit)|\bsans (?:aucune )?garantie|\bohne (?:jegliche |jede )?(?:gew[äa]hr|garantie)|\bgew[äa]hrleistung|\bsin (?:ninguna )?garant[íi]a|\bsem (?:qualquer )?garantia|\bsenza (?:alcuna )?garanzi|\bzonder (?:enige )?garantie|\ben l['’][ée]tat\b|\bsoftware (?:is|wird) [^.]{0,40}wie besehen/i;

/** A Business Source License whose parameters are filled in; its covenants of the licensor may be missing. Never open, so that nothing is lost by its own terms. */
export function businessSourceIn(text: string): Worded | undefined {
  const read = text.slice(0, 20_000);
  const unbroken = read.replace(/\s+/g, " ");
  if (!businessSource.every((says) => says.test(unbroken))) return undefined;
  return { expression: "BUSL-1.1", kind: "licence", line: lineAt(read, Math.max(0, read.search(/business source license/i))) };
}

const disclaiming = /\b(?:disclaimer|warrant|liable|liability|damages|substitute for|responsibility of|incumbent upon)/i;
const harmless = /\bterms and conditions\b|\bthey may apply\b|\bpermitted by the licen[cs]e\b|\bsubject to\b(?= no )/gi;
const conditioning =
  /\b(?:must|may|cannot|only|unless|except|provided|prohibit\w*|forbid\w*|forbidden|permitted|allowed|permission|requir\w*|conditions?|commercial\w*|restrict\w*|fees?|pay|paid|charge|agree\w*|indemnif\w*|consent|terminat\w*|shall not|not to|refrain|military|evil|research|evaluation|sell|redistribut\w*|modif\w*|copy)\b/i;

/** Whether every sentence does nothing but exclude warranty or liability, as the healthcare disclaimers that are put into the MPL do. */
export function onlyDisclaims(text: string): boolean {
  const said = sentencesOf(text.replace(/^[ \t*-]+|[ \t*\\-]+$/gm, ""))
    .map((sentence) => sentence.replace(/^(?:[\d.)]|\s)+/, "").replace(harmless, " "))
    .filter((sentence) => /\p{L}/u.test(sentence));
  return said.length > 0 && said.every(isDisclaimer);
}

function isDisclaimer(sentence: string): boolean {
  return disclaiming.test(sentence) && !conditioning.test(sentence);
}

/** EUPL and CeCILL exist in languages of which SPDX holds no text: told by title and version. */
export function titledLicence(text: string): Worded | undefined {
  const read = text.slice(0, READ);
  const union = eupl.exec(read.slice(0, 3000));
  if (union && (read.match(/EUPL/g)?.length ?? 0) >= 4 && read.length > 4000) {
    const version = /EUPL[,:]?\s{0,3}\(?[“"]?v(?:ersion)?\s?\.?\s{0,2}(1\.[012])|\bv(?:er[a-zóõã]{1,8})?[. ]{1,3}(1\.[012])/iu.exec(
      read.slice(0, 5000),
    );
    const number = version?.[1] ?? version?.[2];
    if (number) return { expression: `EUPL-${number}`, kind: "licence", line: lineAt(read, union.index) };
  }
  const french = cecill.exec(read.slice(0, 2000));
  if (french && read.length > 4000) {
    const letter = /cecill[- ]?([bc])\b/i.exec(read.slice(0, 2000))?.[1];
    const version = /version\s(\d\.\d)/i.exec(read.slice(0, 3000))?.[1];
    const expression = letter ? `CECILL-${letter.toUpperCase()}` : version ? `CECILL-${version}` : undefined;
    if (expression) return { expression, kind: "licence", line: lineAt(read, french.index) };
  }
  return undefined;
}

/** Public domain, Crown copyright, "all rights reserved" and the like. */
export function worded(text: string): Worded | undefined {
  const read = text.slice(0, READ).replace(/[ \t\r\n]+/g, " ");
  const line = (index: number) => lineOf(text, read, index);
  for (const [says, expression] of terms) {
    const match = says.exec(read);
    if (match) return { expression, kind: "non-licence", line: line(match.index) };
  }
  const refusal = refusals.exec(read);
  if (refusal) {
    return {
      expression: reserved.test(refusal[0]) ? ALL_RESERVED : OWN,
      kind: "non-licence",
      line: line(refusal.index),
    };
  }
  return undefined;
}

const thisWork =
  /\b(?:this|the|our) (?:[a-z]{1,20} )?(?:software|code|program|project|repository|package|library|source|work|material|documents?|contents?)\b/i;

/** The same in a README, which speaks of many things: what keeps rights back counts where the sentence is about the work itself. */
export function wordedInReadme(text: string): Worded | undefined {
  const said = worded(text);
  if (said?.expression !== OWN && said?.expression !== ALL_RESERVED) return said;
  return sentencesOf(text).some((sentence) => reserved.test(sentence) || (refusals.test(sentence) && thisWork.test(sentence)))
    ? said
    : undefined;
}

/** Whether a text keeps the usual rights back and names no licence: "all rights reserved", "proprietary". */
export function refuses(text: string): boolean {
  return /\b(?:proprietary|confidential|not open[- ]source|closed[- ]source|unauthori[sz]ed (?:use|copying|distribution))\b/i.test(
    text.slice(0, READ),
  );
}

/** "Für kommerzielle und nicht kommerzielle Zwecke": whoever names both permits both, unless the sentence forbids. */
const bothPurposes =
  /(?<!\p{L})(?:commer[cz]\p{L}+|kommer[sz]i?\p{L}+|comer[cz]i\p{L}+|komerc\p{L}+|gewerblich\p{L}*) (?:and|or|und|oder|sowie|als auch|et|ou|y|o|e|en|of|och|og) (?:für )?(?:nicht|non|no|niet|n[ãa]o|icke|ikke)[ -]?(?:commer[cz]\p{L}+|kommer[sz]i?\p{L}+|comer[cz]i\p{L}+|komerc\p{L}+|gewerblich\p{L}*)/giu;

const forbidding = /(?<!\p{L})(?:interdit|verboten|untersagt|prohib|proibi|vietat|verboden|niedozwolon|zabronion|förbju|forbud|forbid)/iu;
const withoutBoth = (sentence: string) => (forbidding.test(sentence) ? sentence : sentence.replace(bothPurposes, ""));

/** The words that restrict a licence beyond its text, where there are such. */
export function restrictionIn(text: string): string | undefined {
  for (const written of sentencesOf(text)) {
    const sentence = withoutBoth(written);
    if (withholding.test(sentence) && purposes.test(sentence)) return sentence.slice(0, 160).trim();
    const match =
      ofParts.test(sentence) && !/\badditional (?:terms|conditions)\b/i.test(sentence)
        ? null
        : restrictions.exec(sentence.replace(apache, ""));
    if (match) return sentence.slice(Math.max(0, match.index - 30), match.index + match[0].length + 40).trim();
  }
  return undefined;
}

/** Stricter, for what stands beside a licence text in the same file: any sentence that ties the use of the software to something. */
export function conditionIn(text: string): string | undefined {
  const found = sentencesOf(text)
    .map((sentence) => withoutBoth(sentence).replace(mozilla, ""))
    .find(
      (sentence) =>
        additions.test(sentence) || (forbids.test(sentence) && acts.test(sentence) && !usual.test(sentence) && !isDisclaimer(sentence)),
    );
  return found?.slice(0, 160).trim();
}

function sentencesOf(text: string): string[] {
  return text
    .slice(0, READ)
    .replace(/\n[ \t]*\n/g, " . ")
    .replace(/\bunless otherwise (?:noted|stated|specified|indicated)\b/gi, "")
    .replace(/\s+/g, " ")
    .split(/(?<=[.;]) /);
}

/** Terms that grant by themselves, whatever licences they name besides: those are of parts or of a later day. */
export function grantsItself(text: string): boolean {
  return /\b(?:we|licensor|company|author) (?:hereby )?(?:irrevocably )?grants?\b|\bhereby grants?\b|\blicense grant\b|\bpermitted purpose|\bcompeting use\b|\bwilling to grant\b|\bon the following terms\b|\bare permitted provided that the following\b|\bby (?:using|installing|downloading|accessing) (?:the|this) (?:software|program)\b/i.test(
    text.slice(0, READ).replace(/\s+/g, " "),
  );
}

/** Whether terms say that they are another's, changed: "variation of the BSD / MIT License". */
export function variesAnother(text: string): boolean {
  return /\b(?:variations?|variants?|adaptations?|modified (?:versions?|forms?|copy)) (?:of|on) (?:the |an? )?(?:[\w./-]{1,20} ){0,6}licen[cs]e/i.test(
    text.slice(0, 2000).replace(/\s+/g, " "),
  );
}

/** Whether a text excludes warranty or liability. */
export function disclaims(text: string): boolean {
  return disclaimers.test(text.slice(0, READ).replace(/\s+/g, " "));
}

/** The line where what stands at `index` of the unbroken text stands in the text itself. */
function lineOf(text: string, unbroken: string, index: number): number {
  const words = unbroken.slice(0, index).split(" ").length - 1;
  let seen = 0;
  let line = 1;
  for (const content of text.slice(0, READ).split("\n")) {
    seen += content.split(/[ \t\r]+/).filter((word) => word !== "").length;
    if (seen > words) return line;
    line += 1;
  }
  return line - 1;
}
