import { objections } from "../outline.ts";
import { textEvidence } from "./coverage.ts";
import type { Evidence, Gap } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

/** Something whose absence made real policies fail. */
interface Essential {
  /** has the message "gaps.essential-<id>", which tells what happened where it lacked */
  id: string;
  /** provision types that give it; the first names the clause that is proposed */
  givenBy: readonly [string, ...string[]];
  lessons: readonly string[];
  instruments: readonly string[];
}

/** Each rests on lessons of the registry with their own sources, and on the instruments in which it was seen. */
export const essentials: readonly Essential[] = [
  {
    id: "officer",
    givenBy: ["responsible-officer", "ospo-or-lead-body"],
    lessons: ["ecuador-lead-body-dissolved", "legislation-alone-is-not-enough"],
    instruments: ["ec-decreto-1425"],
  },
  {
    id: "exceptions",
    givenBy: ["exception-governance"],
    lessons: ["ecuador-exceptions-without-procedure", "swiss-duty-without-consequence"],
    instruments: ["ec-decreto-1014", "ch-embag-9"],
  },
  {
    id: "register",
    givenBy: ["justify-proprietary-choice", "code-inventory"],
    lessons: ["uruguay-public-companies-stay-away"],
    instruments: ["uy-ley-19179"],
  },
  {
    id: "gate",
    givenBy: ["gatekeeping-review", "proprietary-purchase-authorisation"],
    lessons: ["portugal-check-before-money", "south-africa-framework-deals"],
    instruments: ["pt-prior-assessment", "za-foss-policy-2006"],
  },
  {
    id: "audit",
    givenBy: ["independent-audit"],
    lessons: ["swiss-duty-without-consequence", "x-road-agreements-missing"],
    instruments: ["ch-em002-strategic-guidelines"],
  },
  {
    id: "deadline",
    givenBy: ["implementing-regulation-deadline"],
    lessons: ["uruguay-regulation-came-late", "bulgaria-repository-years-late"],
    instruments: ["uy-decreto-44-015", "bg-ega-58a"],
  },
  {
    id: "money",
    givenBy: ["dedicated-oss-budget", "pooled-development-or-support"],
    lessons: ["south-africa-no-capacity", "pay-for-upkeep-before-adopting"],
    instruments: ["za-foss-policy-2006"],
  },
  {
    id: "review",
    givenBy: ["review-or-sunset-clause"],
    lessons: ["canada-guide-cites-a-rescinded-rule", "ecuador-lead-body-dissolved"],
    instruments: ["ca-gc-open-source-guides"],
  },
  {
    id: "rights",
    givenBy: ["acquire-rights-in-custom-code"],
    lessons: ["brazil-scope-narrowed-in-parliament", "los-angeles-timed-exclusivity"],
    instruments: ["br-lei-14063-2020"],
  },
];

/**
 * The essentials that a draft lacks. Where the institution can hardly carry one yet, or the draft goes into another text that may hold it, it is a
 * doubt: `values.later` or `values.host` says so.
 */
export function missingEssentials({ byType, elements, profile }: ReadDraft, { lessons: known, texts, clauses }: GapSurroundings): Gap[] {
  const hasOwnedDeadline = elements.some(({ codings }) => codings.some(({ deadline, addressee }) => deadline && addressee));
  return essentials
    .filter(({ id, givenBy }) => !givenBy.some((type) => byType.has(type)) && !(id === "deadline" && hasOwnedDeadline))
    .map(({ id, givenBy: [clause], lessons, instruments }) => {
      const worded = clauses.get(clause);
      const later = worded !== undefined && objections(profile, worded).some(({ code }) => code === "beyond-capacity");
      const host = profile.host !== undefined;
      const evidence: Evidence[] = [
        ...lessons.filter((lesson) => known.has(lesson)).map((lesson): Evidence => ({ kind: "lesson", id: lesson })),
        ...texts.filter((text) => instruments.includes(text.id)).map(textEvidence),
      ];
      return {
        kind: "essential",
        level: later || host ? "doubt" : "missing",
        types: [clause],
        values: { essential: id, later: later ? 1 : 0, host: host ? 1 : 0 },
        evidence,
        clause,
      };
    });
}
