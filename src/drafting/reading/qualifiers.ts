import type { Sentence } from "./words.ts";

/** Words that tell a time limit, an exception, or who is bound, by language; written as in concepts.ts. */
const deadlines: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bwithin (?:\S{1,20} ){1,3}(?:days|months|years|weeks)\b/giu,
    /\b(?:no|not) later than\b[^.;\n]{0,60}/giu,
    /\bby (?:the end of )?(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)? ?(?:\d{1,2}, )?20\d\d\b/giu,
  ],
  fr: [
    /\bdans (?:un|le) délai[^.;\n]{0,60}/giu,
    /\bau plus tard\b[^.;\n]{0,60}/giu,
    /\b(?:avant le|jusqu['’]au) \d[^.;\n]{0,30}/giu,
    /\bà compter du \d[^.;\n]{0,30}/giu,
  ],
  de: [
    /\binnerhalb (?:von |einer Frist |eines |der )?(?:\S{1,20} ){0,2}(?:Tag|Monat|Jahr|Woche)\p{L}{0,4}/giu,
    /\bspätestens\b[^.;\n]{0,60}/giu,
    /\bbis (?:zum|Ende) (?:\S{1,15} ){0,3}(?:20)?\d\d\b/giu,
  ],
  it: [/\bentro (?:\S{1,20} ){0,4}(?:giorn|mes|ann|settiman|termin|il \d)\p{L}{0,8}/giu, /\bnon oltre\b[^.;\n]{0,60}/giu],
  es: [
    /\b(?:en (?:un|el) )?plazo (?:máximo |no mayor |de |en )[^.;\n]{0,60}/giu,
    /\ba más tardar\b[^.;\n]{0,60}/giu,
    /\bantes del? \d[^.;\n]{0,30}/giu,
    /\bsuperiores a \d{1,3} meses/giu,
  ],
  pt: [/\bno prazo (?:máximo )?de\b[^.;\n]{0,60}/giu, /\baté (?:o dia )?\d[^.;\n]{0,30}/giu],
  ar: [/خلال (?:مدة |فترة )?\S{1,20} (?:\S{1,20} )?(?:يوم|أيام|شهر|أشهر|سنة|سنوات)\p{L}{0,4}/giu, /في موعد أقصاه[^.;\n]{0,60}/giu],
};

const exceptions: Readonly<Record<string, RegExp>> = {
  en: /\b(?:unless|except(?:ed|ions?)?|exempt(?:ed|ions?)?|other than|does not apply|do not apply|waivers?)\b/giu,
  fr: /\b(?:sauf|excepté|hormis|exceptions?|dérogations?|exempté\p{L}{0,2})(?!\p{L})|à l['’]exception/giu,
  de: /\b(?:es sei denn|ausser wenn|außer wenn|Ausnahmen?|ausgenommen|ausschliessen würden|wo immer möglich|abgewichen)\b|würden dies ausschliessen|ausschliessen oder einschränken|wenn (?:wirtschaftlich|technisch)/giu,
  it: /\b(?:salvo|tranne|eccetto|ad eccezione|eccezione|eccezioni|a meno che|esclusi dall['’]obbligo|sono esclusi)\b/giu,
  es: /\b(?:salvo|excepto|excepción|excepciones|excepcionalmente|a menos que|exceptúa\p{L}{0,2}|no (?:será|serán) (?:de aplicación|aplicables?)|en caso de no existir|no se disponga|no pueda)(?!\p{L})/giu,
  pt: /\b(?:salvo|exceto|exceção|exceções|ressalvad\p{L}{1,3}|a menos que)(?!\p{L})/giu,
  ar: /(?:باستثناء|ما لم|إلا إذا|يستثنى|استثناء)/giu,
};

/** Kinds of addressee, most telling first; the first that stands in the sentence of the duty, or else in the article, is said. */
const addressees: Readonly<Record<string, readonly (readonly [kind: string, words: RegExp])[]>> = {
  en: [
    ["lead-body", /\b(?:central bodies|lead agency|the Administration will|OMB (?:shall|will)|Secretariat shall)\b/iu],
    ["suppliers", /\b(?:the )?(?:suppliers?|contractors?|tenderers?|bidders?|vendors?) (?:shall|must|should|may)\b/iu],
    ["local-government", /\b(?:municipalit(?:y|ies)|the city|local authorit(?:y|ies)|councils shall)\b/iu],
    ["subnational-government", /\b(?:ministries|province|provincial|BC government|state agencies|regional)\b/iu],
    ["agencies", /\b(?:agenc(?:y|ies)|departments?|team members?|staff|teammates|18F|CMS|DoD|you|your project)\b/iu],
    ["all-public-bodies", /\b(?:public (?:administrations?|bodies|sector|authorities)|government bodies|authorities)\b/iu],
    ["central-government", /\b(?:federal|government|ministr(?:y|ies)|employees)\b/iu],
    ["member-states", /\bMember States\b/iu],
    ["public", /\b(?:anyone|any person|users|contributors?)\b/iu],
  ],
  fr: [
    ["lead-body", /\b(?:DINUM|DINSIC|mission logiciels libres) (?:doit|veille|prend|produit|assure|publie|pilote|est chargée)/u],
    ["suppliers", /\b(?:le titulaire|les titulaires|prestataires?|fournisseurs?) (?:doi|devr|est tenu)/iu],
    ["local-government", /\b(?:communes?|collectivités? territoriales?|métropole)\b/iu],
    [
      "agencies",
      /\b(?:ministères?|ministériel\p{L}{0,3}|organismes?|agents?|employés|vous|votre|vos|équipes?|développeurs?|projets?)(?!\p{L})/iu,
    ],
    ["all-public-bodies", /\b(?:administrations?|organismes? publics?|secteur public|mission de service public|autorités)(?!\p{L})/iu],
    ["central-government", /\b(?:l['’]État|gouvernement|GC)(?!\p{L})/iu],
    ["public", /\b(?:toute personne|contributeurs?|citoyens?)(?!\p{L})/iu],
  ],
  de: [
    ["lead-body", /\b(?:Bundeskanzlei|Bereich DTI|OSPO)\b/u],
    ["local-government", /\b(?:Stadt|Stadtrat|LHM|Landeshauptstadt|Gemeinden?|Kommunen?)\b/u],
    ["suppliers", /\b(?:Lieferanten?|Auftragnehmer\p{L}{0,3}|Anbieter) (?:muss|müssen|soll|hat)/iu],
    ["subnational-government", /\b(?:Kantone?|Länder|Landesbehörden)\b/u],
    ["central-government", /\b(?:Bund(?:es)?(?:behörden?|verwaltung|ämter)?|Behörden des Bundes)\b/u],
    ["agencies", /\b(?:Verwaltungseinheit\p{L}{0,2}|Ämter|Amt|Behörden?)\b/u],
    ["all-public-bodies", /\b(?:öffentliche\p{L}? (?:Stellen|Verwaltung)|Verwaltung)\b/iu],
  ],
  it: [
    ["suppliers", /\b(?:Incaricato|fornitor[ei]|appaltatore|aggiudicatario)\b/iu],
    ["lead-body", /\bAgID (?:deve|pubblica|fornisce)\b/u],
    ["subnational-government", /\b(?:la|le|della|delle) Region[ei]\b/u],
    ["local-government", /\b(?:(?:i|dei|ai|il|un|del) [Cc]omun[ei]|enti locali)\b/u],
    ["all-public-bodies", /\b(?:amministrazion[ei]|PA|PP\.?AA\.?|P\.A\.|ente|enti)\b/u],
  ],
  es: [
    ["lead-body", /\b(?:SEGDI|SGTD|ente rector|Secretaría de Gobierno Digital|Presidencia del Consejo de Ministros)(?!\p{L})/u],
    [
      "subnational-government",
      /\b(?:Comunidad (?:Autónoma|Foral)|Euskadi|consejería|Administración (?:Regional|Pública Foral)|sector público autonómico|Gobierno de (?:La Rioja|Navarra|Aragón))/u,
    ],
    ["judiciary", /\bAdministración de Justicia|judicial(?:es)?(?!\p{L})/u],
    ["central-government", /\b(?:Administración General del Estado|Ministerio)(?!\p{L})/u],
    [
      "all-public-bodies",
      /\b(?:Administraci(?:ón|ones) Públicas?|administraci(?:ón|ones)|sector público|entidades (?:públicas|de la Administración)|entidad(?:es)?|órganos y [Ee]ntidades)(?!\p{L})/u,
    ],
    ["suppliers", /\b(?:proveedores|contratistas?|licitadores) (?:deber|tendr|entregar)/iu],
    ["public", /\b(?:toda entidad privada|(?:cualquier persona|ciudadan[oa]s) (?:tien|tendr|podr|deber)\p{L}{0,5})(?!\p{L})/iu],
  ],
  pt: [
    ["all-public-bodies", /\b(?:administração pública|órgãos e entidades|órgãos|entidades)(?!\p{L})/iu],
    ["central-government", /\b(?:União|Poder Executivo|governo federal)(?!\p{L})/u],
    ["suppliers", /\b(?:contratad[oa]|fornecedor(?:es)?)(?!\p{L})/iu],
  ],
  ar: [
    ["all-public-bodies", /(?:الجهات الحكومية|الجهات العامة|الإدارات العمومية|المؤسسات العامة)/u],
    ["central-government", /(?:الوزارات|الحكومة|الدولة)/u],
    ["suppliers", /(?:الموردين|المورد|المتعاقد)/u],
  ],
};

export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Time limits in a text, with their places; 20 at most. */
export function deadlinesIn(text: string, language: string): Span[] {
  return (deadlines[language] ?? []).flatMap((pattern) => spans(text, pattern));
}

/** Words that make an exception, with their places; 20 at most. */
export function exceptionsIn(text: string, language: string): Span[] {
  const pattern = exceptions[language];
  return pattern === undefined ? [] : spans(text, pattern);
}

function spans(text: string, pattern: RegExp): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push({ text: match[0].slice(0, 120), start: match.index, end: match.index + Math.min(match[0].length, 120) });
    if (found.length === 20) break;
  }
  return found;
}

/** Who is bound: the kind of addressee (registry/coding.ts) and the words that say so. Looks in the sentence first, then in the whole article. */
export function addresseeIn(
  text: string,
  sentence: Pick<Sentence, "start" | "end">,
  language: string,
): (Span & { readonly kind: string }) | undefined {
  const own = text.slice(sentence.start, sentence.end);
  for (const [kind, words] of addressees[language] ?? []) {
    const match = words.exec(own);
    if (match !== null)
      return { kind, text: match[0], start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
  }
  for (const [kind, words] of addressees[language] ?? []) {
    const match = words.exec(text);
    if (match !== null) return { kind, text: match[0], start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
