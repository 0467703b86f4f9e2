import type { Span } from "./terms.ts";

const REACH = 40;
/** Mixed cases or a figure within, as names of products have them. */
const striking = /^(?:\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Ll}{1,3}\p{Lu}\p{L}+|\p{Lu}{2,}-\p{Ll}+|\p{Lu}\p{Ll}+\d+|\p{Lu}{3,}\d+)$/u;
/** Kinds of software, public tasks, portals for offers, and words that follow a noun with a capital. */
const noName =
  /^(?:e-?\p{L}+|saas|paas|iaas|sirh|crm|erp|ged|gmao|sig|gis|bim|scada|dms|cms|lims|pacs|hris|itsm|siem|sso|apis?|iot|html\d?|css\d|https?|covid|gmbh|phd|ipv\d|mfa|voip|opex|capex|pdf|xml|json|lot\d*|los\d*|teil\d*|art\d+|iso\d*|cpv\d*|q\d|h\d|intend|proContract|multiquote|mercell|tendsign|bravo\p{L}*|jaggaer|delta\p{L}*|publicContracts\p{L}*|mytenders|sell2wales|contractsfinder|gcloud|microsoft|support|services?|maintenance|development|solutions?|systems?|management|provision|supply|purchase|contract|framework|licen\p{L}*|software)$/iu;
const following =
  /^[\s]{1,2}(?:(?:of|for|d['’]|de|du|des|di|del|do|da|dos|von|van|der|dla|för|the|la|le|il|système|systemu|system|sistema|métier|typ|typu|type)\s){0,2}["«„“'‘]?\s?(\p{L}[\p{L}\d+-]{2,29})(?![\p{L}\d@/]|\.\w)/u;
const preceding = /(?:^|[\s("«„“'‘/])(\p{L}[\p{L}\d+-]{3,29})["»”'’]?[\s-]$/u;

/**
 * Names of products that no list of ours has, where they stand right beside a word for software. Mixed cases count on both sides; a plain
 * capital only after such a word written small: headings and German nouns have capitals too.
 * @example namesBeside("du progiciel Planisware", [{ start: 3, end: 12 }], []) → [{ start: 13, end: 23 }]
 */
export function namesBeside(text: string, before: readonly Span[], after: readonly Span[]): Span[] {
  const found = new Map<number, Span>();
  for (const noun of before) {
    const match = following.exec(text.slice(noun.end, noun.end + REACH));
    if (!match) continue;
    const name = match[1] as string;
    const small =
      /^\p{Ll}/u.test(text.slice(noun.start, noun.start + 1)) && !/^(?:software|licen[cs]es?|produ)/.test(text.slice(noun.start, noun.end));
    const end = noun.end + match[0].length;
    if (isName(name, small)) found.set(end - name.length, { start: end - name.length, end });
  }
  for (const noun of after) {
    const from = Math.max(0, noun.start - REACH);
    const match = preceding.exec(text.slice(from, noun.start));
    if (!match || !isName(match[1] as string, false)) continue;
    const start = from + match.index + match[0].indexOf(match[1] as string);
    found.set(start, { start, end: start + (match[1] as string).length });
  }
  return [...found.values()];
}

function isName(word: string, plainCapital: boolean): boolean {
  return (striking.test(word) || (plainCapital && /^\p{Lu}/u.test(word) && word.length > 3)) && !noName.test(word);
}
