import { type Language, languages, locale, type MessageKey } from "../languages/index.ts";
import {
  closedFacets,
  type Facet,
  type FacetCounts,
  facets,
  facetValueName,
  type ListingRequest,
  requestAddress,
} from "../listing-request.ts";
import type { Visit } from "../visit.ts";

const AT_FIRST = 12;

const collators = Object.fromEntries(languages.map((language) => [language, new Intl.Collator(locale[language])])) as Record<
  Language,
  Intl.Collator
>;

/** Narrowing without JavaScript: a form of checkboxes that asks again, and links that take each choice back. */
export function FacetForm({ visit, request, counts }: { visit: Visit; request: ListingRequest; counts: FacetCounts }) {
  const { t } = visit;
  const chosen = facets.flatMap((facet) => (request.chosen[facet] ?? []).map((value) => ({ facet, value })));
  return (
    <aside class="facets" aria-label={t("facets.label")}>
      {chosen.length > 0 ? (
        <div class="chosen">
          <h2>{t("facets.chosen")}</h2>
          <ul>
            {chosen.map(({ facet, value }) => (
              <li>
                <a
                  href={`${visit.href("/instruments")}${requestAddress(request, { chosen: { ...request.chosen, [facet]: request.chosen[facet]?.filter((other) => other !== value) } })}`}
                >
                  <span class="unseen">{t("facets.remove")} </span>
                  {t(`facet.${facet}`)}
                  {t("punctuation.colon")}
                  {nameOf(visit, facet, value)} <span aria-hidden="true">×</span>
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${visit.href("/instruments")}${requestAddress(request, { chosen: {} })}`}>{t("facets.clear")}</a>
          </p>
        </div>
      ) : null}
      <details class="narrow" open={chosen.length > 0}>
        <summary>{t("facets.narrow")}</summary>
        <form action={visit.href("/instruments")} method="get">
          {request.words ? <input type="hidden" name="q" value={request.words} /> : null}
          <p>
            <label for="sort">{t("sort.label")}</label>
            <select id="sort" name="sort">
              {(request.words
                ? (["relevance", "newest", "oldest", "title", "changed"] as const)
                : (["newest", "oldest", "title", "changed"] as const)
              ).map((sort) => (
                <option value={sort} selected={sort === request.sort}>
                  {t(`sort.${sort}`)}
                </option>
              ))}
            </select>
          </p>
          {facets.map((facet) => (
            <FacetGroup visit={visit} facet={facet} request={request} counts={counts[facet]} />
          ))}
          <p>
            <label for="in-force-on">{t("facets.in-force-on")}</label>
            <input id="in-force-on" name="in-force-on" type="date" value={request.inForceOn ?? ""} />
          </p>
          <p>
            <label for="known-on">{t("facets.known-on")}</label>
            <input id="known-on" name="known-on" type="date" value={request.knownOn ?? ""} />
          </p>
          <p>
            <button type="submit">{t("facets.apply")}</button>
          </p>
        </form>
      </details>
    </aside>
  );
}

function FacetGroup({
  visit,
  facet,
  request,
  counts,
}: {
  visit: Visit;
  facet: Facet;
  request: ListingRequest;
  counts: ReadonlyMap<string, number>;
}) {
  const chosen = request.chosen[facet] ?? [];
  const values = [...new Set([...chosen, ...counts.keys()])];
  if (values.length === 0) return null;
  const sorted = [
    ...chosen,
    ...inOrder(
      visit,
      facet,
      values.filter((value) => !chosen.includes(value)),
      counts,
    ),
  ];
  const box = (value: string) => (
    <li>
      <label>
        <input type="checkbox" name={facet} value={value} checked={chosen.includes(value)} /> {nameOf(visit, facet, value)}{" "}
        <span class="figure">{visit.number(counts.get(value) ?? 0)}</span>
      </label>
    </li>
  );
  return (
    <details open={chosen.length > 0 || facet === "standing"}>
      <summary>{visit.t(`facet.${facet}` as MessageKey)}</summary>
      <fieldset>
        <legend class="unseen">{visit.t(`facet.${facet}` as MessageKey)}</legend>
        <ul>{sorted.slice(0, AT_FIRST).map(box)}</ul>
        {sorted.length > AT_FIRST ? (
          <details>
            <summary>{visit.t("facets.more", { count: sorted.length - AT_FIRST })}</summary>
            <ul>{sorted.slice(AT_FIRST).map(box)}</ul>
          </details>
        ) : null}
      </fieldset>
    </details>
  );
}

/** Years from the newest, closed lists as they stand, places and languages by name, since a count would rank them; the others by count. */
function inOrder(visit: Visit, facet: Facet, values: string[], counts: ReadonlyMap<string, number>): string[] {
  if (facet === "year") return values.sort().reverse();
  const list = closedFacets[facet];
  if (list) return values.sort((a, b) => list.indexOf(a) - list.indexOf(b));
  const names = collators[visit.language];
  const byName = (a: string, b: string) => names.compare(nameOf(visit, facet, a), nameOf(visit, facet, b));
  if (facet === "jurisdiction" || facet === "language") return values.sort(byName);
  return values.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || byName(a, b));
}

function nameOf(visit: Visit, facet: Facet, value: string): string {
  return facetValueName(facet, value, { ...visit, languageName: (tag) => languageName(visit, tag) }, visit.reference);
}

// Making one takes as long as drawing a dozen lines.
const languageNames = new Map<string, Intl.DisplayNames>();

/** The name of a language in the reader's language. */
export function languageName(visit: Visit, tag: string): string {
  try {
    const names = languageNames.get(visit.language) ?? new Intl.DisplayNames([locale[visit.language]], { type: "language" });
    languageNames.set(visit.language, names);
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
