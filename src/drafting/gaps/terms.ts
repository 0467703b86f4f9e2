import type { Gap } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

interface TermWords {
  /** finds a definition, in brackets behind what it names too; the first group that is there is the term */
  defines: RegExp;
  /** words that carry duties, and the clause that defines each */
  watched: Readonly<Record<string, string>>;
}

const source = "oss-legal-definition";
const standard = "open-standard-definition";

/** How definitions are written, and which words need one, by language of the draft. */
const byLanguage: Readonly<Record<string, TermWords>> = {
  en: {
    defines:
      /[“"]([^“”"\n]{2,60})[”"],? (?:means?|has the meaning|have the meaning|refers? to|includes?)(?!\p{L})|[“"]([^“”"\n]{2,60})[”"](?= and [“"][^“”"\n]{2,60}[”"] means?(?!\p{L}))|\((?:the |hereinafter (?:the )?)?[“"]([^“”"\n]{2,60})[”"]\)/gu,
    watched: {
      "open-source software": source,
      "open source software": source,
      "open-source licence": source,
      "open-source license": source,
      "custom code": source,
      "source code": source,
      "public repository": source,
      "open standard": standard,
      "public body": "",
    },
  },
  fr: {
    defines:
      /«[\s\u00a0\u202f]?([^«»\n]{2,60}?)[\s\u00a0\u202f]?»[\s\u00a0\u202f]?(?::|,? (?:désigne|désignent|s’entend|s'entend|signifie))|entend par «[\s\u00a0\u202f]?([^«»\n]{2,60}?)[\s\u00a0\u202f]?»|«[\s\u00a0\u202f]?([^«»\n]{2,60}?)[\s\u00a0\u202f]?»(?= et «[^«»\n]{2,64}» désignent)|\((?:ci-après (?:le |la |les )?|le |la |les )?«[\s\u00a0\u202f]?([^«»\n]{2,60}?)[\s\u00a0\u202f]?»\)/gu,
    watched: {
      "logiciel libre": source,
      "licence libre": source,
      "code sur mesure": source,
      "code source": source,
      "dépôt public": source,
      "norme ouverte": standard,
      "standard ouvert": standard,
      "organisme public": "",
    },
  },
  es: {
    defines: /[«“"]([^«»“”"\n]{2,60})[»”"]:? (?:significa|se entiende|designa)|entiende por [«“"]?([^«»“”",:\n]{2,60})[»”",:]/gu,
    watched: { "software libre": source, "código abierto": source, "código fuente": source, "estándar abierto": standard },
  },
  ar: {
    defines: /[«“"]([^«»“”"\n]{2,60})[»”"] ?(?::|يقصد|تعني|يعني)|يقصد (?:بـ|بعبارة|بمصطلح) ?[«“"]([^«»“”"\n]{2,60})[»”"]/gu,
    watched: { "البرمجيات مفتوحة المصدر": source, "البرمجيات الحرة": source, "المعايير المفتوحة": standard },
  },
};

const FEWEST_USES = 2;
/** Each is looked for in the whole draft. */
const MOST_DEFINITIONS = 200;

interface Definition {
  term: string;
  element: string;
}

/** Terms that carry duties and are defined nowhere, terms that are defined and not used, and terms defined twice. */
export function terms({ elements, language, byType }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  const words = byLanguage[language];
  if (!words) return [];
  const definitions: Definition[] = elements
    .flatMap(({ id, text }) =>
      [...text.matchAll(words.defines)]
        .slice(0, 100)
        .map((match) => ({ term: (match.slice(1).find((group) => group !== undefined) ?? "").trim(), element: id })),
    )
    .slice(0, MOST_DEFINITIONS);
  const texts = elements.map(({ id, heading, text }) => ({ id, text: `${heading}\n${text}`.toLowerCase() }));
  const uses = (term: string) => {
    const [shape, stem] = [
      anyNumber(term),
      term
        .toLowerCase()
        .split(/[\s\u00a0]/)[0]
        ?.slice(0, -1) ?? "",
    ];
    // Looking for the plain stem first spares most texts the slower pattern.
    return texts.flatMap(({ id, text }) => (text.includes(stem) ? [...text.matchAll(shape)].map(() => id) : []));
  };
  const gaps: Gap[] = [];
  const seen = new Map<string, Definition>();
  for (const definition of definitions) {
    const key = definition.term.toLowerCase();
    const first = seen.get(key);
    if (first) {
      if (first.element !== definition.element)
        gaps.push({ ...about("term-defined-twice", "contradiction", definition.term, first.element), other: definition.element });
      continue;
    }
    seen.set(key, definition);
    if (uses(key).length <= 1) gaps.push(about("term-unused", "doubt", definition.term, definition.element));
  }
  for (const [term, clause] of Object.entries(words.watched)) {
    if (seen.has(term)) continue;
    const used = uses(term);
    if (used.length < FEWEST_USES) continue;
    const mends = clause && clauses.has(clause) && !byType.has(clause);
    gaps.push({
      ...about("term-undefined", "doubt", term, used[0]),
      values: { term, count: used.length },
      ...(mends ? { clause } : {}),
    });
  }
  return gaps;
}

function about(kind: Gap["kind"], level: Gap["level"], term: string, element: string | undefined): Gap {
  return { kind, level, types: [], values: { term }, ...(element ? { element } : {}), evidence: [] };
}

/** Finds a term in one or several number: "licence libre" in "licences libres", "public body" in "public bodies". */
function anyNumber(term: string): RegExp {
  const words = term
    .toLowerCase()
    .split(/[\s\u00a0]+/)
    .map((word) => {
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return escaped.endsWith("y") ? `${escaped.slice(0, -1)}(?:y|ies)` : `${escaped}(?:s|es|x)?`;
    });
  return new RegExp(`(?<!\\p{L})${words.join("[\\s\\u00a0]+")}(?!\\p{L})`, "gu");
}
