import type { Excerpt, Piece } from "../../registry/search/excerpt.ts";
import type { ListingHit } from "../../registry/search/find-listing.ts";
import type { Visit } from "../visit.ts";

/** One line of the list: what it is, where, since when, in what standing, and the words that answered. */
export function ListingEntry({
  visit,
  hit,
  title,
  language,
  excerpt,
}: {
  visit: Visit;
  hit: ListingHit;
  title: readonly Piece[];
  language?: string | undefined;
  excerpt?: Excerpt | undefined;
}) {
  const reviewed = hit.standing === "reviewed";
  return (
    <li class={`entry ${hit.standing}`}>
      <h3>
        <a
          href={visit.href(reviewed ? `/instruments/${hit.id}` : `/claims/${hit.id}`)}
          {...(language && language !== visit.language ? { lang: language } : {})}
          dir="auto"
        >
          <Marked pieces={title} />
        </a>
      </h3>
      <p class="facts">
        <a href={visit.href(`/jurisdictions/${hit.jurisdiction}`)}>{visit.placeName(hit.jurisdiction)}</a>
        {hit.year === null ? null : (
          <>
            {" "}
            · <span class="figure">{hit.year}</span>
          </>
        )}
        {hit.type ? <> · {visit.code("type", hit.type)}</> : null}
        {reviewed && hit.force && hit.force !== "unknown" ? <> · {visit.code("force", hit.force)}</> : null}
        {hit.status ? (
          <>
            {" "}
            ·{" "}
            {hit.status === "unknown" ? (
              <>
                {visit.t("fact.status")}
                {visit.t("punctuation.colon")}
              </>
            ) : null}
            {visit.code("status", hit.status)}
          </>
        ) : null}
        {reviewed ? (
          <> · {visit.t("entry.provision-types", { count: hit.provision_types.length })}</>
        ) : (
          <>
            {" "}
            · <span class="reported-by">{visit.t("entry.reported", { collection: hit.id.split("-")[0]?.toUpperCase() ?? "" })}</span>
          </>
        )}
      </p>
      {excerpt ? (
        <p class="excerpt" lang={excerpt.language} dir="auto">
          {excerpt.locator ? <span class="locator">{excerpt.locator}: </span> : null}
          <Marked pieces={excerpt.pieces} />
        </p>
      ) : null}
    </li>
  );
}

/** Text with the words that were asked for marked. */
function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>;
}
