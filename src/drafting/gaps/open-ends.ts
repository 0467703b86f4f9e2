import { blankLabel, labelsFrom } from "../labels.ts";
import { objections } from "../outline.ts";
import type { Gap } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

/** What the draft itself still asks for: clauses that its clauses need, references that lead nowhere, blanks, and codings nobody has decided. */
export function openEnds(draft: ReadDraft, around: GapSurroundings): Gap[] {
  return [...unmetNeeds(draft, around), ...brokenReferences(draft, around), ...openBlanks(draft, around), ...undecided(draft)];
}

/** One for each clause that lacks, with the first that needs it. A clause that something stands against in this profile is a doubt. */
function unmetNeeds({ byType, profile }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const [type, [element]] of byType)
    for (const { clause: needed, because } of clauses.get(type)?.needs ?? []) {
      if (byType.has(needed)) continue;
      const held = gaps.get(needed);
      if (held) {
        gaps.set(needed, { ...held, values: { others: Number(held.values.others) + 1 } });
        continue;
      }
      const worded = clauses.get(needed);
      const isDoubt = worded !== undefined && objections(profile, worded).length > 0;
      gaps.set(needed, {
        kind: "need-unmet",
        level: isDoubt ? "doubt" : "missing",
        types: [type, needed],
        values: { others: 0 },
        ...(element ? { element: element.id } : {}),
        because,
        evidence: [],
        ...(clauses.has(needed) ? { clause: needed } : {}),
      });
    }
  return [...gaps.values()];
}

function brokenReferences({ elements }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  return elements.flatMap(({ id, broken }) =>
    [...new Map(broken.map((reference) => [reference.id, reference])).values()].map(
      ({ to, id: wanted }): Gap => ({
        kind: "reference-broken",
        level: "missing",
        types: to === "provision-type" ? [wanted] : [],
        values: { wanted },
        element: id,
        evidence: [],
        ...(to === "provision-type" && clauses.has(wanted) ? { clause: wanted } : {}),
      }),
    ),
  );
}

/** All in one: a blank is filled once for every article in which it stands. */
function openBlanks({ elements, language }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  const names = [...new Set(elements.flatMap(({ blanks }) => blanks))];
  if (names.length === 0) return [];
  const labels = labelsFrom([...clauses.values()], []);
  const called = names.slice(0, 10).map((name) => blankLabel(labels, name, language).text);
  const shown = called.join("; ") + (names.length > 10 ? "; …" : "");
  return [{ kind: "blanks-open", level: "missing", types: [], values: { count: names.length, names: shown }, evidence: [] }];
}

function undecided({ elements }: ReadDraft): Gap[] {
  return elements
    .filter((element) => element.undecided > 0)
    .map((element) => ({
      kind: "codings-undecided",
      level: "doubt",
      types: [],
      values: { count: element.undecided },
      element: element.id,
      evidence: [],
    }));
}
