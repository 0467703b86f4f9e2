import { z } from "zod";
import type { Database } from "../../database/connect.ts";
import { findRecord, findRecords, type Kept, listProvisions } from "../../registry/find.ts";
import { provision } from "../../registry/instrument.ts";
import { readCursor } from "./cursor.ts";
import { knownOn, limit, next, oneId } from "./parameters.ts";
import { keepingOf, keptShape, listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const shape = keptShape("Provision", {
  ...provision.omit({ id: true, codings: true }).shape,
  instrument: z.string(),
  jurisdiction: z.string(),
  codings: z.array(z.string()).describe("identifiers of its codings"),
});

const example: z.input<typeof shape> = {
  id: "ch-embag-9.art-9-1",
  page: "/en/instruments/ch-embag-9#art-9-1",
  revision: 900,
  known_from: "2026-11-25T09:00:00.000Z",
  instrument: "ch-embag-9",
  jurisdiction: "CH",
  locator: "Art. 9(1)",
  wording: [],
  statuses: [],
  codings: ["ch-embag-9.c1"],
};

export function addProvisions(api: Api): void {
  addRoute(
    api,
    {
      path: "/provisions",
      tag: "provisions",
      summary: "List the provisions",
      description:
        "Places in the texts of reviewed instruments, with their wording where its licence lets us quote it. What they oblige to stands in their codings.",
      query: { instrument: oneId("Of one instrument", "ch-embag-9"), "known-on": knownOn, limit, next },
      answer: listShape(shape),
      example: { items: [example], total: 1, next: null },
    },
    async ({ db, url, query, time }) => {
      const found = await listProvisions(
        db,
        { instrument: query.instrument },
        { after: readCursor(url).after, limit: query.limit + 1, time },
      );
      const holders = await findRecords(db, "instrument", [...new Set(found.items.map((item) => item.instrument))], time);
      return listOf(
        found.items,
        found.total,
        { url, query },
        (last) => ({ after: last.id }),
        (item) => show(holders.get(item.instrument) as Kept<"instrument">, item.id) as z.input<typeof shape>,
      );
    },
  );
  addRoute(
    api,
    { path: "/provisions/{id}", tag: "provisions", summary: "Read one provision", query: { "known-on": knownOn }, answer: shape, example },
    async (asked) => {
      const holder = await holderOf(asked.db, asked.id, asked.time);
      const shown = holder && show(holder, asked.id);
      if (!shown) throw notFound("provision", asked);
      return shown;
    },
  );
}

/** The instrument that a part such as ch-embag-9.art-9-1 belongs to. */
export function holderOf(db: Database, id: string, time: string | undefined): Promise<Kept<"instrument"> | undefined> {
  return findRecord(db, "instrument", id.split(".")[0] ?? "", time);
}

function show(holder: Kept<"instrument">, id: string): z.input<typeof shape> | undefined {
  const { record } = holder;
  const found = record.provisions.find((entry) => `${record.id}.${entry.id}` === id);
  if (!found) return undefined;
  const { codings, ...rest } = found;
  return {
    ...rest,
    ...keepingOf({ ...holder, id }, `/en/instruments/${record.id}#${found.id}`),
    instrument: record.id,
    jurisdiction: record.jurisdiction,
    codings: codings.map((coding) => `${record.id}.${coding.id}`),
  };
}
