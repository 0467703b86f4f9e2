import { Hono } from "hono";
import { findListing } from "../../registry/search/find-listing.ts";
import { markWords } from "../../registry/search/excerpt.ts";
import type { Site } from "../app.tsx";
import { ListingEntry } from "../components/listing-entry.tsx";
import { render } from "../components/layout.tsx";

/** What this is, a search, what is known where, and what changed last. */
export const home = new Hono<Site>();

home.get("/", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const newest = await findListing(visit.db, { narrow: { standing: ["reviewed"] }, sort: "changed", limit: 6 });
  return render(
    visit,
    { title: "Openfirst", alternates: [["application/atom+xml", visit.href("/changes.atom"), t("footer.changes")]] },
    <>
      <h1>{t("home.title")}</h1>
      <p class="lead">{t("home.lead", reference.counts)}</p>
      <form action={visit.href("/instruments")} method="get" class="large-search">
        <label for="home-search">{t("home.search")}</label>
        <span><input id="home-search" type="search" name="q" maxlength={400} /> <button type="submit">{t("search.button")}</button></span>
      </form>
      <section aria-labelledby="changes">
        <h2 id="changes">{t("home.changes")}</h2>
        <ol class="entries">{newest.items.map((hit) => <ListingEntry visit={visit} hit={hit} title={markWords(hit.title, "en", [])} />)}</ol>
        <p><a href={visit.href("/changes")}>{t("home.all-changes")}</a></p>
      </section>
    </>,
  );
});
