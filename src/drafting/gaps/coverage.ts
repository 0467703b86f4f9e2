import type { Comparable, Covered, Evidence, Gap } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";
import type { ComparableText, GapSurroundings } from "./surroundings.ts";

/** The areas that the call for such policies names. */
const calledAreas = ["funding", "procurement", "licensing", "development"] as const;

/** Fewer texts say nothing about what is usual. */
const FEWEST_TEXTS = 5;
const MOST_ROWS = 15;

/** What of the draft speaks to each of the four areas, and to each of the United Nations Open Source Principles. */
export function coverage({ byType }: ReadDraft, { types, principles }: GapSurroundings): { areas: Covered[]; principles: Covered[] } {
  const covered = (id: string, speakTo: readonly string[]): Covered => {
    const present = speakTo.filter((type) => byType.has(type));
    return { id, present, others: speakTo.length - present.length };
  };
  return {
    areas: calledAreas.map((area) =>
      covered(
        area,
        [...types.values()].filter((type) => type.area === area).map(({ id }) => id),
      ),
    ),
    principles: principles.map((item) => covered(item.id, item.types)),
  };
}

/**
 * Areas and principles to which nothing speaks, each with the clause that most texts of the registry would mend it by. Where a draft goes into another
 * text, that text may speak to them: a doubt.
 */
export function emptyCoverage(
  { profile }: Pick<ReadDraft, "profile">,
  covered: { areas: readonly Covered[]; principles: readonly Covered[] },
  around: GapSurroundings,
): Gap[] {
  const level = profile.host ? "doubt" : "missing";
  const areas = covered.areas.filter(({ present }) => present.length === 0);
  const principles = covered.principles.filter(({ present }) => present.length === 0);
  const usual = (candidates: readonly string[]) =>
    candidates
      .filter((type) => around.clauses.has(type))
      .map((type) => ({ type, count: around.texts.filter((text) => text.types.has(type)).length }))
      .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))[0]?.type;
  return [
    ...areas.map(({ id }): Gap => {
      const clause = usual([...around.types.values()].filter((type) => type.area === id).map((type) => type.id));
      return { kind: "area-empty", level, types: [], values: { area: id }, evidence: [], ...(clause ? { clause } : {}) };
    }),
    ...principles.map(({ id }): Gap => {
      const clause = usual(around.principles.find((item) => item.id === id)?.types ?? []);
      return {
        kind: "principle-empty",
        level,
        types: [],
        values: { principle: id },
        evidence: [{ kind: "framework", id: "un-open-source-principles" }],
        ...(clause ? { clause } : {}),
      };
    }),
  ];
}

/**
 * Provision types that the draft lacks and that comparable texts have: those of the same level, of places at the same stage of digital development,
 * of places with the same income. Of most texts only parts were read, so that a count says "at least".
 */
export function compareWithOthers({ byType, profile }: ReadDraft, { texts, places, clauses, types }: GapSurroundings): Comparable[] {
  const place = profile.jurisdiction ? places.get(profile.jurisdiction) : undefined;
  const wanted: [by: "level" | "stage" | "income", value: string | undefined][] = [
    ["level", levelOf(profile.form, place?.level)],
    ["stage", profile.stage === "unknown" ? place?.stage : profile.stage],
    ["income", place?.income],
  ];
  const groups = wanted.flatMap(([by, value]) => {
    const members = value === undefined ? [] : texts.filter((text) => text[by] === value);
    return value !== undefined && members.length >= FEWEST_TEXTS ? [{ by, value, members }] : [];
  });
  return [...types.keys()]
    .filter((type) => !byType.has(type))
    .map((type) => {
      const counted = groups.map(({ by, value, members }) => ({
        by,
        value,
        having: members.filter((text) => text.types.has(type)),
        of: members.length,
      }));
      return {
        type,
        groups: counted.map(({ by, value, having, of }) => ({ by, value, count: having.length, of })),
        instruments: [...new Set(counted.flatMap(({ having }) => having))].slice(0, 3).map(textEvidence),
        ...(clauses.has(type) ? { clause: type } : {}),
      };
    })
    .filter(({ groups }) => groups.some(({ count }) => count >= 2))
    .sort((a, b) => total(b) - total(a) || (a.type < b.type ? -1 : 1))
    .slice(0, MOST_ROWS);
}

export const textEvidence = ({ id, title }: ComparableText): Evidence => ({ kind: "instrument", id, title });

const total = ({ groups }: Pick<Comparable, "groups">): number => groups.reduce((sum, { count }) => sum + count, 0);

function levelOf(form: ReadDraft["profile"]["form"], level: string | undefined): string {
  if (form === "municipal-resolution") return "municipal";
  if (form === "international-organisation-policy") return "international-organisation";
  return level ?? "national";
}
