/** Phrases and words of several languages that mean one thing where a policy is named. Written without accents, longest first. */
const concepts: readonly [concept: string, spellings: string][] = [
  [
    "foss",
    "free and open source software|free and open-source software|free/libre and open source software|open source software|open-source software|free software|open source code|open source|open-source|software libre|software livre|logiciels? libres?|codigo abierto|codigo aberto|codigo fuente abierto|software de fonte aberta|phan mem ma nguon mo|phan mem nguon mo|ma nguon mo|oppen kallkod|software aperto|open software|perisian sumber terbuka|floss|foss|oss|sca|오픈소스|공개sw|オープンソース|オープン・ソース・ソフトウェア|开源|開源",
  ],
  ["publicsoftware", "public software|software publico|software pubblico|logiciel public|public code"],
  [
    "openstandard",
    "open standards?|estandares abiertos|normas abertas|padroes abertos|standards? ouverts?|offene standards|apna standarder",
  ],
  [
    "sourcecode",
    "source codes?|codigo fuente|codigo-fonte|codigo fonte|codes? sources?|codice sorgente|quellcode|quelltext|broncode|software code|source code of software",
  ],
  [
    "egovernment",
    "e-government|egovernment|electronic government|electronic governance|e-governance|gobierno electronico|governo eletronico|administration electronique|elektronische verwaltung|elektronnoto upravlenie|електронното управление",
  ],
  ["digital", "digital(?:e|es|is|iza?tion|ization|isation)?|numerique"],
  [
    "administration",
    "public administrations?|administracion publica|administracao publica|administrations? publiques?|pubbliche amministrazioni|pubblica amministrazione|bundesverwaltung|federal administration|administrations?|administracion|administracao",
  ],
  ["government", "governments?|gobiernos?|governos?|gouvernements?|governo|regering|state|estado|etat|estatal"],
  ["law", "law|ley|lei|loi|legge|act|gesetz|zakon|закон|wet|lag|riigivaraseadus"],
  ["decree", "decree|decreto|decret|dekret|decree-law"],
  ["policy", "policy|policies|politicas?|politique|politik|beleid|mediniyut"],
  ["strategy", "strategy|strategies|strategic|estrategias?|estrategica|estrategia|strategie|strategien|strategische|stratégie"],
  ["plan", "plan|plans|plano|planes|piano|masterplan|roadmap|hoja de ruta"],
  [
    "guideline",
    "guidelines?|guides?|guidance|guias?|linee guida|lignes directrices|leitlinien|leitfaden|praxisleitfaden|richtlinjer?|riktlinjer?|vejledning|lineamientos|directrices|instructions",
  ],
  ["framework", "framework|marco|cadre|quadro|esquema|scheme|referentiel"],
  [
    "interoperability",
    "interoperability|interoperabilidad|interoperabilidade|interoperabilite|interoperabel|interoperable|interoperabilita",
  ],
  ["code", "code|codigo|codice"],
  ["agreement", "agreement|acuerdo|accord|acordo"],
  ["resolution", "resolution|resolucion|resolucao"],
  ["ordinance", "ordinance|portaria"],
  ["circular", "circular|circulaire|thong tu|surat edaran|memorandum|memo"],
  ["directive", "directives?|directiva|direttiva|chi thi|weisung"],
  ["regulation", "regulations?|reglamentos?|regulamento|reglement|regulating|regulates|reglamenta"],
  ["reuse", "re-use|reuse|reutilizacion|reutilizacao|reutilisation|riuso|wiederverwendung|hergebruik"],
  ["acquisition", "acquisition|acquiring|adquisicion|aquisicao|acquisizione|achat|procurement|purchase|contrataciones"],
  ["contribution", "contribution|contributing|contribucion|contribuicao"],
  [
    "body",
    "agency|agencies|bodies|organi[sz]ations?|organismos?|organos?|entities|entidades|co quan|to chuc|institutions|instituciones|organy|instances",
  ],
  ["publish", "publishing|publication|publicacion|releasing|release|liberacion|vrijgeven"],
  ["licence", "licen[cs]es?|licen[cs]ing|licencias?|licencas?|licenciamiento|lizenz"],
  ["implementation", "implementation|implementacion|implementacao|implementing"],
  ["development", "development|desarrollo|desenvolvimento|developpement|utveckling|developing"],
  ["use", "use|uso|using|utilisation|utilization|utilizing|einsatz|usage|adoption|adopcion|utilizacion|pemanfaatan"],
  ["promotion", "promotion|promoting|promocion|promote|foerderung|forderung|진흥법|진흥"],
  ["software", "software|softwares|소프트웨어|programvara|phan mem|perangkat lunak|aplicaciones"],
  ["application", "applications?"],
  ["platform", "platform|plataforma|plateforme|plattform|平臺|portal|exchange"],
  ["knowledge", "knowledge|conocimientos?|conhecimento"],
  ["economy", "economy|economia"],
  ["republic", "republic|republica|republique"],
  ["security", "security|secure|seguridad|seguranca|securite|sicherheit"],
  ["information", "information|informacion|informacao|informatics|informatica|informatique"],
  ["data", "data|datos|dados|donnees?|daten"],
  ["algorithm", "algorithms?|algoritmos?|algorithmes?"],
  ["artificialintelligence", "artificial intelligence|inteligencia artificial|ai|ia"],
  ["property", "property|propiedad|assets?|patrimonio"],
  ["technology", "technology|technologies|technological|tecnologia|tecnologias|ict|icts|tic|tics|it"],
  ["electronic", "electronic|electronicos?|elektronischer?|eletronico"],
  ["format", "formats?|formatos?"],
  ["practice", "practices?|practicas|praticas"],
  ["good", "good|best|buenas"],
  ["sovereignty", "sovereignty|soberania|souverainete|souveranitat"],
  ["social", "social"],
];

const stopWords = new Set(
  (
    "a an the of for in on to and or by with from at as its their this that de del la las el los y e o u da do das dos em para por con que se un una uno le les du des et aux au en relative relatif relatives " +
    "sur pour dans il lo gli di dei delle della per su der die das und zur zum des fur ueber uber von im mit och av om i over het een van voor " +
    "no nr n no nro num number art arts article articles section sections abs version draft v text texto testo issuing approve approves approval establishes provides other provisions"
  ).split(" "),
);

const conceptPatterns = concepts.map(([concept, spellings]) => {
  const alternatives = spellings
    .split("|")
    .sort((a, b) => b.length - a.length)
    .join("|");
  return [concept, new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, "gu")] as const;
});
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a title that can tell it from others: accents, plurals and languages folded, numbers and years left to their own comparison. */
export function wordsOf(title: string): string[] {
  let text = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("ß", "ss")
    .replace(/[’'`´‐‑]/gu, (sign) => (sign === "‐" || sign === "‑" ? "-" : " "));
  for (const [concept, pattern] of conceptPatterns) text = text.replace(pattern, ` ${concept} `);
  const words = text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !stopWords.has(word) && !/\d/.test(word))
    .map(singular);
  return [...new Set(words.flatMap((word) => (unspaced.test(word) ? pairsOf(word) : [word])))];
}

function singular(word: string): string {
  return word.length > 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Chinese and Japanese write no blanks: two signs at a time stand for words. */
function pairsOf(word: string): string[] {
  const signs = [...word];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Words that titles carry or leave out as they please. */
const fillers = new Set(["government", "national", "public", "federal", "central", "official", "body", "ministry", "department"]);

/** The name of the place says nothing: every claim and every instrument compared here is of that place. */
export function withoutPlace(words: readonly string[], jurisdiction: string): string[] {
  const name = placeWords(jurisdiction.slice(0, 2));
  return words.filter(
    (word) => !name.some((part) => word === part || (part.length >= 5 && word.startsWith(part.slice(0, Math.max(5, part.length - 2))))),
  );
}

const placeNames = new Intl.DisplayNames(["en"], { type: "region" });

function placeWords(code: string): string[] {
  const name =
    code === "EU"
      ? "european union commission"
      : code === "UN"
        ? "united nations"
        : /^[A-Z]{2}$/.test(code)
          ? (placeNames.of(code) ?? "")
          : "";
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
}

export type Weights = (word: string) => number;

/** Words that every other title has say little; those of one jurisdiction's every title say nothing. */
export function rarity(instruments: readonly { texts: readonly (readonly string[])[] }[]): Weights {
  const counts = new Map<string, number>();
  for (const { texts } of instruments) for (const word of new Set(texts.flat())) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = Math.max(instruments.length, 20);
  return (word) => (fillers.has(word) ? 0.06 : Math.max(0.25, Math.log((all + 1) / ((counts.get(word) ?? 0) + 1)) / Math.log(all + 1)));
}

/** 0 to 1: how much of each of two titles the other covers, by weight; near spellings count for most of a word. */
export function titleLikeness(a: readonly string[], b: readonly string[], weightOf: Weights): { score: number; common: string[] } {
  if (a.length === 0 || b.length === 0) return { score: 0, common: [] };
  const common: string[] = [];
  let shared = 0;
  for (const word of a) {
    const nearness = b.includes(word) ? 1 : Math.max(0, ...b.map((other) => spellingLikeness(word, other)));
    if (nearness > 0) {
      shared += nearness * weightOf(word);
      common.push(word);
    }
  }
  const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);
  const [inA, inB] = [Math.min(1, shared / weigh(a)), Math.min(1, shared / weigh(b))];
  const whole = inA > 0.95 && a.length >= 3 ? 0.62 : 0.45;
  const score = (1 - whole) * Math.min(inA, inB) + whole * Math.max(inA, inB);
  const substance = 1 - Math.exp(-shared / 0.55);
  return { score: score * substance, common };
}

function spellingLikeness(a: string, b: string): number {
  if (a.length < 6 || b.length < 6 || unspaced.test(a)) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return same >= 6 && same / long.length >= 0.7 ? 0.8 : 0;
}
