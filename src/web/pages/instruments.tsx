import { setImmediate } from "node:timers/promises";
import { Hono } from "hono";
import { findRecords } from "../../registry/find.ts";
import { titleIn } from "../../registry/listing.ts";
import { type Excerpt, excerptOf, markWords, type Piece } from "../../registry/search/excerpt.ts";
import { findListing, type ListingHit, type ListingResult } from "../../registry/search/find-listing.ts";
import type { Site } from "../app.tsx";
import { FacetForm } from "../components/facet-form.tsx";
import { render } from "../components/layout.tsx";
import { ListingEntry } from "../components/listing-entry.tsx";
import { Pages } from "../components/pages.tsx";
import { countAllFacets, knownOnTime, readListingRequest, requestAddress, toListingQuery } from "../listing-request.ts";
import type { Visit } from "../visit.ts";

const PAGE = 20;

/** Search and list: reviewed instruments and reported claims, narrowed by facets, sorted, page by page. */
export const instrumentsPage = new Hono<Site>();

instrumentsPage.get("/instruments", async (context) => {
  const visit = context.get("visit");
  const { reference, t } = visit;
  const request = readListingRequest(visit.url.searchParams);
  const result = await findListing(visit.db, toListingQuery(request, reference, { limit: PAGE, offset: (request.page - 1) * PAGE }));
  const counts = await countAllFacets(visit.db, request, reference, result);
  const excerpts = await excerptsOf(visit, result, knownOnTime(request.knownOn));
  const address = requestAddress(request);
  const titled = request.words ? t("list.title-for", { words: request.words }) : t("list.title");
  return render(
    visit,
    {
      title: titled,
      trail: [["/instruments", t("nav.instruments")]],
      hideFromSearchEngines: address !== "",
      alternates: [
        ["application/atom+xml", `${visit.href("/instruments.atom")}${address}`, "Atom"],
        ["application/json", `${visit.href("/instruments.json")}${address}`, "JSON"],
        ["text/csv", `${visit.href("/instruments.csv")}${address}`, "CSV"],
      ],
    },
    <>
      <div class="heading">
        <h1>{titled}</h1>
        <p class="forms">
          <a href={`${visit.href("/instruments.csv")}${address}`}>CSV</a>{" "}
          <a href={`${visit.href("/codings.csv")}${address}`}>{t("list.csv-codings")}</a>{" "}
          <a href={`${visit.href("/instruments.json")}${address}`}>JSON</a>{" "}
          <a href={`${visit.href("/instruments.atom")}${address}`}>{t("list.feed")}</a>
        </p>
      </div>
      <p>{t("list.counts", { reviewed: counts.standing.get("reviewed") ?? 0, reported: counts.standing.get("reported") ?? 0 })}</p>
      <div class="with-facets">
        <FacetForm visit={visit} request={request} counts={counts} />
        <section aria-labelledby="results">
          <h2 id="results">
            {result.atLeast ? t("list.results-over", { count: result.total }) : t("list.results", { count: result.total })}
          </h2>
          <Remarks visit={visit} result={result} />
          {request.knownOn ? <p class="remark">{t("list.known-on", { date: visit.date(request.knownOn) })}</p> : null}
          {request.inForceOn ? <p class="remark">{t("list.in-force-on", { date: visit.date(request.inForceOn) })}</p> : null}
          {result.items.length === 0 ? <Nothing visit={visit} /> : null}
          <ol class="entries" start={(request.page - 1) * PAGE + 1}>
            {result.items.map((hit) => (
              <ListingEntry
                visit={visit}
                hit={hit}
                title={excerpts.get(hit.id)?.title ?? markWords(hit.title, "en", result.question.terms)}
                language={excerpts.get(hit.id)?.language}
                excerpt={excerpts.get(hit.id)?.excerpt}
              />
            ))}
          </ol>
          <Pages
            visit={visit}
            page={request.page}
            of={Math.ceil(result.total / PAGE)}
            address={(page) => `${visit.href("/instruments")}${requestAddress(request, { page })}`}
          />
        </section>
      </div>
    </>,
  );
});

async function excerptsOf(visit: Visit, result: ListingResult, time: string | undefined) {
  const ids = result.items.filter((hit: ListingHit) => hit.noun === "instrument").map((hit) => hit.id);
  const held = await findRecords(visit.db, "instrument", ids, time);
  const { terms } = result.question;
  const excerpts = new Map<string, { title: Piece[]; language: string; excerpt: Excerpt | undefined }>();
  for (const { id, record } of held.values()) {
    const { text, language } = titleIn(record, visit.language);
    excerpts.set(id, { title: markWords(text, language, terms), language, excerpt: excerptOf(record, terms) });
    // Twenty long instruments in one go would hold up every other reader.
    await setImmediate();
  }
  return excerpts;
}

function Remarks({ visit, result }: { visit: Visit; result: ListingResult }) {
  const { terms, unknown } = result.question;
  const guessed = terms.filter((term) => term.guessed);
  return (
    <>
      {result.match === "some" && result.items.length > 0 ? <p class="remark">{visit.t("search.some")}</p> : null}
      {guessed.length > 0 ? (
        <p class="remark">
          {visit.t("search.guessed", {
            words: guessed
              .map((term) => `${term.word} → ${term.stems.slice(0, 3).join(visit.t("punctuation.comma"))}`)
              .join(visit.t("punctuation.semicolon")),
          })}
        </p>
      ) : null}
      {unknown.length > 0 ? <p class="remark">{visit.t("search.unknown", { words: unknown.join(visit.t("punctuation.comma")) })}</p> : null}
    </>
  );
}

function Nothing({ visit }: { visit: Visit }) {
  return (
    <div class="nothing">
      <p>{visit.t("list.nothing")}</p>
      <p>
        <a href={visit.href("/instruments")}>{visit.t("list.all")}</a>
      </p>
    </div>
  );
}
