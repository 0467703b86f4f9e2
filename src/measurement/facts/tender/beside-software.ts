import { isEveryday } from "./everyday.ts";
import type { Span } from "./terms.ts";

const REACH = 40;
/** Where the same word written small would show that it is no name. */
const AROUND = 2000;
/** Mixed cases or a figure within, as names of products have them. */
const striking = /^(?:\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]*|\p{Ll}{1,3}\p{Lu}\p{L}+|\p{Lu}{2,}-\p{Ll}+|\p{Lu}\p{Ll}+\d+|\p{Lu}{3,}\d+)$/u;
/** Kinds of software, public tasks, portals for offers, and words that follow a noun with a capital. */
const noName =
  /^(?:e-?\p{L}+|github|gitlab|javascript|typescript|node\.?js|graphql|youtube|linkedin|facebook|whatsapp|ebuy|fedramp|fedbid|procurex|atamis|télérecours|tenderned|tendernet|achatpublic|maximilien|doffin|visma|ivalua|proactis|repro|zamawiaj\p{L}*|wykonawc\p{L}*|offerors?|vendors?|auftragg\p{L}*|auftragn\p{L}*|bieter\p{L}*|bewerber\p{L}*|opdracht\p{L}*|inschrijv\p{L}*|oppdragsgiv\p{L}*|leverandør\p{L}*|tilbyder\p{L}*|acheteur\p{L}*|titulaire\p{L}*|candidat\p{L}*|soumissionnaire\p{L}*|adjudicat\p{L}*|licitador\p{L}*|appaltat\p{L}*|stazione|amministrazione|azienda|ente|clients?|trainers|saas|paas|iaas|sirh|crm|erp|ged|gmao|sig|gis|bim|scada|dms|cms|lims|pacs|hris|itsm|siem|sso|apis?|iot|html\d?|css\d|https?|covid|gmbh|phd|ipv\d|mfa|voip|opex|capex|pdf|xml|json|lot\d*|los\d*|teil\d*|art\d+|iso\d*|cpv\d*|q\d|h\d|intend|proContract|multiquote|mercell|tendsign|bravo\p{L}*|jaggaer|delta\p{L}*|publicContracts\p{L}*|mytenders|sell2wales|contractsfinder|gcloud|microsoft|support|services?|maintenance|development|solutions?|systems?|management|provision|supply|purchase|contract|framework|licen\p{L}*|software|onboard|computeri[sz]ed\p{L}*)$/iu;
const following =
  /^[\s]{1,2}(?:d[ei] gesti[oó]n\w{0,2}\s(?:\p{Ll}{2,15}\s){0,4})?(?:(?:of|for|d['’]|de|du|des|di|del|do|da|dos|von|van|der|dla|för|the|la|le|il|système|systemu|system|sistema|métier|typ|typu|type)\s){0,2}["«„“'‘]?\s?(\p{L}[\p{L}\d+-]{2,29})(?![\p{L}\d@/]|\.\w)/u;
/** Words with a capital that tell whose or what kind of system it is, not its name. */
export const general =
  /^(?:the|this|our|your|their|all|any|each|new|one|two|first|second|lot|part|phase|trust|university|college|school|council|city|county|borough|district|board|government|ministry|department|agency|authority|commission|union|group|company|customer|client|contractors?|suppliers?|providers?|bidders?|tenderers?|offerors?|quoters?|vendors?|buyer|purchaser|service|national|regional|local|public|central|federal|state|european|british|english|scottish|welsh|irish|french|german|spanish|italian|polish|dutch|nordic|norwegian|swedish|danish|finnish|american|international|global|digital|electronic|online|mobile|internet|intranet|website|office|business|finance|financial|human|resource|resources|payroll|housing|asset|assets|case|care|clinical|patient|student|library|learning|security|data|information|communication|communications|telephone|telephony|video|audio|control|access|building|fire|emergency|police|health|social|education|research|transport|traffic|parking|waste|water|energy|quality|risk|project|programme|program|process|performance|personnel|procurement|tender|tendering|e-tendering|order|invoice|payment|core|main|key|standard|open|source|free|commercial|existing|current|future|full|single|integrated|corporate|enterprise|customer|technical|operating|operational|dynamic|purchasing|qualification|framework|agreement|contract|quality|environmental|safety|january|february|march|april|june|july|august|september|october|november|december|north|south|east|west|london|england|scotland|wales|ireland|europe|norway|sweden|denmark|finland|germany|france|spain|italy|poland|minist\p{L}*|urz[ęe]d\p{L}*|gmin\p{L}*|miast\p{L}*|monitoring\p{L}*|krajow\p{L}*|zarz[ąa]dz\p{L}*|elektronicz\p{L}*|informaty\p{L}*|szpital\p{L}*|wojew\p{L}*|powiat\p{L}*|policj\p{L}*|obieg\p{L}*|centr\p{L}*|zintegrowan\p{L}*|narodow\p{L}*|n[áa]rodn\p{L}*|m[ěe]st\p{L}*|krajsk\p{L}*|nemocni\p{L}*|univer[sz]\p{L}*|fakult\p{L}*|magistr[áa]t\p{L}*|mairie|ville|d[ée]partement\p{L}*|r[ée]gion\p{L}*|pr[ée]fect\p{L}*|h[ôo]pita\p{L}*|m[ée]tropole|agglom[ée]ration|communaut[ée]\p{L}*|conseil|[ée]tat|stadt\p{L}*|land\p{L}*|bund\p{L}*|kreis\p{L}*|gemeinde\p{L}*|hochschul\p{L}*|klinik\p{L}*|verwaltung\p{L}*|ayuntamiento|junta|diputaci[óo]n|consejer[íi]a|gobierno|comune|comuni|regione|provincia|azienda|gemeente\p{L}*|provincie|kommun\p{L}*|komun\p{L}*)$/iu;
const introduced =
  /(?:^|\s)(?:the|our|its|their|existing|current|legacy|incumbent|of|for|to|from|with|using|uses?|on|in|including|via|within|into|replace|replacing)\s["“‘']?(\p{Lu}[\p{Ll}\d]{3,29})["”’']?\s$/u;
/** Every German noun has a capital, short forms in capitals are names: "Software VIS". */
const germanArticle =
  /(?:^|\s)(?:die|der|des|das|dem|eingesetzten?|vorhandenen?) (?:Software|Fachverfahrens?|Fachanwendung|Verfahrens?|Anwendung|Programms?)$/u;
const ARTICLE = 16;
/** What Finnish joins to these by a hyphen is a name: "Zeltan-järjestelmä". */
const finnishNoun = /^(?:j[äa]rjestelm|ohjelmisto|sovellu|alusta)/i;
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
      /^\p{Ll}/u.test(text.slice(noun.start, noun.start + 1)) &&
      (!/^(?:software|licen[cs]es?|produ)/.test(text.slice(noun.start, noun.end)) || /^\s\p{Lu}/u.test(text.slice(noun.end, noun.end + 2)));
    const end = noun.end + match[0].length;
    const german =
      germanArticle.test(text.slice(Math.max(0, noun.start - ARTICLE), noun.end)) &&
      /^\p{Lu}{3,8}$/u.test(name) &&
      !general.test(name) &&
      !noName.test(name);
    if (german || isName(name, small)) found.set(end - name.length, { start: end - name.length, end });
  }
  for (const noun of after) {
    if (isSmallBefore(text, noun.start)) continue;
    const from = Math.max(0, noun.start - REACH);
    const match = preceding.exec(text.slice(from, noun.start));
    const compound =
      /-$/.test(match?.[0] ?? "") && finnishNoun.test(text.slice(noun.start, noun.end)) && /^\p{Lu}\p{Ll}+$/u.test(match?.[1] ?? "");
    const name = match && isName(match[1] as string, compound) ? match : introducedName(text, from, noun);
    if (!name) continue;
    const start = from + name.index + name[0].indexOf(name[1] as string);
    found.set(start, { start, end: start + (name[1] as string).length });
  }
  return [...found.values()];
}

/** Whether the word before is written small, "booking system", as most are: no name, and not worth a regular expression. */
function isSmallBefore(text: string, end: number): boolean {
  let at = end - 2;
  while (at >= 0 && text.charCodeAt(at) >= 97 && text.charCodeAt(at) <= 122) at--;
  return at < end - 2 && text[end - 1] === " " && (at < 0 || text[at] === " ");
}

/** "the Telwin system", "our existing Integra finance system": a plain capital after a small word, that the text writes small nowhere. */
function introducedName(text: string, from: number, noun: Span): RegExpExecArray | undefined {
  if (!/^\p{Ll}/u.test(text.slice(noun.start, noun.start + 1))) return undefined;
  const match = introduced.exec(text.slice(from, noun.start));
  const name = match?.[1];
  if (!match || !name || general.test(name) || noName.test(name) || isEveryday(name)) return undefined;
  return text.slice(Math.max(0, noun.start - AROUND), noun.end + AROUND).includes(name.toLowerCase()) ? undefined : match;
}

function isName(word: string, plainCapital: boolean): boolean {
  return (striking.test(word) || (plainCapital && /^\p{Lu}/u.test(word) && word.length > 3 && !general.test(word))) && !noName.test(word);
}
