import { coverageOf, type Holding } from "../../registry/coverage.ts";
import type { Jurisdiction } from "../../registry/jurisdiction.ts";
import { comparable, groupsOf, placeGroups } from "../../registry/places.ts";
import { locale } from "../languages/index.ts";
import type { Visit } from "../visit.ts";

const AT_FIRST = 24;

/** Places of the same level that share most of region, income group and EGDI level; by name among equals, never by what they have. */
export function ComparablePlaces({ visit, place, held }: { visit: Visit; place: Jurisdiction; held: ReadonlyMap<string, Holding> }) {
  const { t } = visit;
  const collator = new Intl.Collator(locale[visit.language]);
  const own = groupsOf(place, visit.reference.jurisdictions);
  const kinds = placeGroups.filter((kind) => own[kind] !== undefined);
  const others = comparable(place, visit.reference.jurisdictions)
    .map(({ jurisdiction, shared }) => ({ id: jurisdiction.id, name: visit.placeName(jurisdiction.id), shared: shared.length }))
    .sort((a, b) => b.shared - a.shared || collator.compare(a.name, b.name));
  if (others.length === 0) return null;
  const list = new URLSearchParams({
    standing: "reviewed",
    ...(kinds.length > 0 ? Object.fromEntries(kinds.map((kind) => [kind, own[kind] ?? ""])) : { level: place.level }),
  });
  const item = ({ id, name }: { id: string; name: string }) => {
    const known = coverageOf(id, visit.reference.coverage, held.get(id));
    return (
      <li>
        <a href={visit.href(`/jurisdictions/${id}`)}>{name}</a>{" "}
        <span class="small">
          {known.reviewed > 0 ? t("place.reviewed-count", { count: known.reviewed }) : visit.code("coverage", known.outcome)}
        </span>
      </li>
    );
  };
  const first = Map.groupBy(others.slice(0, AT_FIRST), (other) => other.shared);
  return (
    <section aria-labelledby="comparable">
      <h2 id="comparable">{t("place.comparable")}</h2>
      <p>
        {kinds.length > 0
          ? t("place.comparable-by", { groups: kinds.map((kind) => visit.code(kind, own[kind] ?? "")).join(" · ") })
          : t("place.comparable-level")}
      </p>
      {[...first].map(([shared, equals]) => (
        <>
          {kinds.length > 0 ? <h3>{t("place.shares", { shared, of: kinds.length })}</h3> : null}
          <ul class="names">{equals.map(item)}</ul>
        </>
      ))}
      {others.length > AT_FIRST ? (
        <details>
          <summary>{t("facets.more", { count: others.length - AT_FIRST })}</summary>
          <ul class="names">{others.slice(AT_FIRST).map(item)}</ul>
        </details>
      ) : null}
      <p>
        <a href={`${visit.href("/instruments")}?${list}`}>{t("place.comparable-list")}</a>
      </p>
    </section>
  );
}
