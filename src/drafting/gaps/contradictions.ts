import type { Gap } from "./gap.ts";
import type { ReadDraft, ReadElement } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

/** What two places of a draft cannot both mean, and what cannot be met any more. `today` is an ISO day. */
export function contradictions(draft: ReadDraft, around: GapSurroundings, today: string): Gap[] {
  return [
    ...conflictingClauses(draft, around),
    ...differingStrengths(draft),
    ...severalDefaultLicences(draft),
    ...pastDeadlines(draft, today),
  ];
}

function conflictingClauses({ byType }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  const gaps: Gap[] = [];
  const told = new Set<string>();
  for (const [type, [element]] of byType)
    for (const { clause: other, because } of clauses.get(type)?.conflicts ?? []) {
      const [against] = byType.get(other) ?? [];
      const pair = [type, other].sort().join(" ");
      if (!element || !against || told.has(pair)) continue;
      told.add(pair);
      gaps.push({
        kind: "clauses-conflict",
        level: "contradiction",
        types: [type, other],
        values: {},
        element: element.id,
        ...(against.id === element.id ? {} : { other: against.id }),
        because,
        evidence: [],
      });
    }
  return gaps;
}

/** The same rule for the same addressee, once as a duty and once as less or as its opposite. */
function differingStrengths({ byType }: ReadDraft): Gap[] {
  const gaps: Gap[] = [];
  for (const [type, elements] of byType) {
    const said = elements.flatMap(({ id, codings }) =>
      codings.flatMap(({ type: coded, strength, addressee }) => (coded === type ? [{ id, strength, addressee: plain(addressee) }] : [])),
    );
    for (const group of Map.groupBy(said, ({ addressee }) => addressee).values()) {
      const [first] = group;
      const differing = group.find(({ strength, id }) => strength !== first?.strength && id !== first?.id);
      if (!first || !differing) continue;
      gaps.push({
        kind: "strengths-differ",
        level: "contradiction",
        types: [type],
        values: { strength: first.strength, otherStrength: differing.strength },
        element: first.id,
        other: differing.id,
        evidence: [],
      });
    }
  }
  return gaps;
}

const plain = (text: string | undefined): string => (text ?? "").trim().toLowerCase();

function severalDefaultLicences({ byType }: ReadDraft): Gap[] {
  const [first, second] = byType.get("default-licence") ?? [];
  if (!first || !second) return [];
  return [
    {
      kind: "default-licences",
      level: "contradiction",
      types: ["default-licence"],
      values: {},
      element: first.id,
      other: second.id,
      evidence: [],
    },
  ];
}

/** A deadline of a coding that has passed contradicts the duty; a day in the text may belong to a transition and is for a person to look at. */
function pastDeadlines({ elements }: ReadDraft, today: string): Gap[] {
  return elements.flatMap((element) => {
    const stated = element.codings.flatMap(({ type, deadline }) => {
      const day = deadline ? lastDayIn(deadline) : undefined;
      return day && day < today ? [past("deadline-past", "contradiction", element, [type], day, deadline as string)] : [];
    });
    if (stated.length > 0) return stated;
    const found = [...element.text.matchAll(BY_DAY)].slice(0, 20).flatMap(([quote]) => {
      const day = lastDayIn(quote);
      return day && day < today ? [past("date-past", "doubt", element, [], day, quote.trim())] : [];
    });
    return found.slice(0, 1);
  });
}

function past(
  kind: "deadline-past" | "date-past",
  level: Gap["level"],
  element: ReadElement,
  types: string[],
  day: string,
  quote: string,
): Gap {
  return { kind, level, types, values: { day }, element: element.id, quote, evidence: [] };
}

const MONTHS: readonly (readonly string[])[] = [
  ["january", "janvier", "enero", "januar", "gennaio"],
  ["february", "février", "febrero", "februar", "febbraio"],
  ["march", "mars", "marzo", "märz"],
  ["april", "avril", "abril", "aprile"],
  ["may", "mai", "mayo", "maggio"],
  ["june", "juin", "junio", "juni", "giugno"],
  ["july", "juillet", "julio", "juli", "luglio"],
  ["august", "août", "agosto"],
  ["september", "septembre", "septiembre", "settembre"],
  ["october", "octobre", "octubre", "oktober", "ottobre"],
  ["november", "novembre", "noviembre"],
  ["december", "décembre", "diciembre", "dezember", "dicembre"],
];
const month = MONTHS.flat().join("|");
const DAY = `\\d{4}-\\d{2}-\\d{2}|(?:\\d{1,2}(?:er|\\.|º)? (?:de )?)?(?:${month}) (?:de )?\\d{4}|(?:19|20)\\d{2}`;
const BY_DAY = new RegExp(
  `(?<!\\p{L})(?:by|until|no later than|not later than|at the latest by|au plus tard le|avant le|jusqu’au|d’ici le|bis zum|spätestens am|a más tardar el|antes del|entro il) (?:the end of )?(?:${DAY})(?!\\p{L}|\\d)`,
  "giu",
);
const ONE_DAY = new RegExp(
  `(\\d{4})-(\\d{2})-(\\d{2})|(?:(\\d{1,2})(?:er|\\.|º)? (?:de )?)?(${month}) (?:de )?(\\d{4})|((?:19|20)\\d{2})(?!\\d)`,
  "iu",
);

/** The last day that a date in words may mean: "March 2025" is "2025-03-31", "2025" is "2025-12-31". */
function lastDayIn(text: string): string | undefined {
  const match = ONE_DAY.exec(text);
  if (!match) return undefined;
  const [, year, isoMonth, isoDay, day, name, yearBehind, bareYear] = match;
  if (year) return `${year}-${isoMonth}-${isoDay}`;
  if (bareYear) return `${bareYear}-12-31`;
  const number = MONTHS.findIndex((names) => names.includes((name ?? "").toLowerCase())) + 1;
  return `${yearBehind}-${String(number).padStart(2, "0")}-${day ? day.padStart(2, "0") : "31"}`;
}
