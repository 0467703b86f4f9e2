import type { Span } from "./terms.ts";

const REACH = 48;

/** Words that a product's name follows: "logiciel Planisware", "licences of SmartLog", "oprogramowania Systemu WindEx". */
const before =
  /(?:^|[\s('’"«„“-])(?:logiciels?|progiciels?|software|softwares|licen[cs]es?|licen[cz]e|licencias?|licenças?|lizenzen|lizenz|licenties?|licencj[aeię]|licencji|licențe|licențelor|oprogramowani[aeu]m?|programa|applicativo|gestionale|programvaren|fachverfahren|fachanwendung|softwarelösung|programmet|produits?|produktu|produktów|produits|éditeur|suite|outil informatique|solution logicielle)\s+(?:(?:of|for|d['’]|de|du|des|di|del|do|da|dos|von|van|der|dla|för|för|the|la|le|el|il|système|systemu|system|sistema|informatique|informático|informatico|métier|type)\s+){0,2}[«„“"'‘]?\s?$/iu;
/** Words that follow a product's name: "SmartLog Software", "Dynatrace platform subscription". */
const after =
  /^[»”"'’]?[\s-](?:software|saas|licen[cs]es?|lizenzen|subscription|softwarelösung|platform|application|erp|crm|cloud|licenties|suite|database)\b/iu;
/** Mixed cases or a figure within, as names of products have them. */
const product =
  /^(?=.{4,30}$)(?:\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Ll}{1,3}\p{Lu}\p{L}+|\p{Lu}{2,}-\p{Ll}+|\p{Lu}\p{Ll}+\d+|\p{Lu}{3,}\d+)$/u;
const name = /^(?=.{4,30}$)\p{Lu}[\p{L}\d+-]+$/u;
/** Kinds of software, public tasks and portals for offers; words that open a sentence or follow a noun. */
const noName =
  /^(?:e-?\p{L}+|saas|paas|iaas|sirh|crm|erp|ged|gmao|sig|gis|bim|scada|dms|cms|lims|pacs|hris|itsm|siem|sso|api|apis|iot|html\d?|css\d|http|https|covid|gmbh|phd|ipv\d|office\d+|mfa|voip|sdwan|opex|capex|pdf|xml|json|lot\d*|los\d*|teil\d*|art\d+|iso\d*|cpv\d*|q\d|h\d|etenders?\p{L}*|intend|proContract|multiquote|mercell|tendsign|bravo\p{L}*|jaggaer|delta\p{L}*|publicContracts\p{L}*|mytenders|sell2wales|find|contractsfinder|gcloud|microsoft|support|services?|maintenance|development|solutions?|systems?|management|provision|supply|purchase|contract|framework|licen\p{L}*|software)$/iu;

/**
 * Names of products that no list of ours has, where they stand right beside a word for software. Plain capitals count only after such
 * a word written small, and not in English or German headings; mixed cases count on both sides.
 * @example namesBeside("maintenance du progiciel Planisware", [{ start: 15, end: 24 }]) → [{ start: 25, end: 35 }]
 */
export function namesBeside(text: string, software: readonly Span[]): Span[] {
  const found = new Map<number, Span>();
  for (const word of software.slice(0, 200)) {
    const from = Math.max(0, word.start - REACH);
    const around = text.slice(from, word.end + REACH);
    for (const { 0: token, index } of around.matchAll(/\p{L}[\p{L}\d+-]*/gu)) {
      const [start, end] = [from + index, from + index + token.length];
      if (start > 0 && from === start && /[\p{L}\d]/u.test(text[start - 1] ?? "")) continue;
      if (isName(token, around.slice(0, index), around.slice(index + token.length))) found.set(start, { start, end });
    }
  }
  return [...found.values()];
}

function isName(token: string, left: string, right: string): boolean {
  if (!name.test(token) && !product.test(token)) return false;
  if (noName.test(token) || /^[.@]\w|^:\/\//.test(right) || /[/@.]$/.test(left)) return false;
  const follows = before.exec(left);
  if (product.test(token)) return follows !== null || after.test(right);
  const noun = follows?.[0].trim().replace(/^[^\p{L}]/u, "") ?? "";
  return (
    /^\p{Ll}/u.test(noun) &&
    !/^(?:software|license|produkt|suite)/u.test(noun) &&
    !/^\p{Lu}+$/u.test(token.slice(0, 3) === token ? token : "")
  );
}
