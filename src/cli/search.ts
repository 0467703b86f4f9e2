import { findListing } from "../registry/search/find-listing.ts";
import { Problem } from "../shared/problem.ts";
import { type Command, progressLine } from "./command.ts";
import { fillIfEmpty } from "./ship.ts";

/** Searches the registry from the command line. */
export const search: Command = {
  name: "search",
  summary: "Search policies and laws",
  help: `Usage: openfirst search <words …> [--limit N] [--reviewed] [--json]

Finds reviewed instruments and reported claims, best match first. Ends with 1 where nothing is found.

Example: openfirst search publish new code switzerland`,
  options: { limit: { type: "string" }, reviewed: { type: "boolean" } },
  async run({ words, options }, surface) {
    const limit = Number(options.limit ?? 10);
    if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
      throw new Problem("invalid-input", `--limit is “${options.limit}”; expected a number from 1 to 1000.`);
    if (words.length === 0) throw new Problem("invalid-input", "Name the words to search for: openfirst search publish new code");
    const opened = await surface.open("openfirst search");
    try {
      await fillIfEmpty(opened.db, surface.environment, progressLine("Filling the registry for the first time", surface.err));
      const result = await findListing(opened.db, {
        words: words.join(" "),
        limit,
        ...(options.reviewed ? { narrow: { standing: ["reviewed"] } } : {}),
      });
      if (options.json) surface.out(JSON.stringify({ total: result.total, items: result.items }));
      else {
        for (const hit of result.items)
          surface.out([hit.id, hit.jurisdiction, hit.year ?? "year not known", hit.standing, hit.title].join("\t"));
        surface.out(
          result.items.length === 0
            ? "Nothing found. That does not mean that there is no such policy."
            : `${result.items.length} of ${result.atLeast ? "over " : ""}${result.total}`,
        );
      }
      return result.items.length > 0 ? 0 : 1;
    } finally {
      await opened.close();
    }
  },
};
