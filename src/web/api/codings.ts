import { z } from "zod";
import { bases, coding, strengths } from "../../registry/coding.ts";
import { findRecords, type Kept, listCodings } from "../../registry/find.ts";
import { areas } from "../../registry/provision-type.ts";
import { readCursor } from "./cursor.ts";
import { knownOn, limit, next, oneId, oneOf, severalOf } from "./parameters.ts";
import { holderOf } from "./provisions.ts";
import { keepingOf, keptShape, listOf, listShape, notFound } from "./records.ts";
import { type Api, addRoute } from "./route.ts";

const shape = keptShape("Coding", {
  ...coding.omit({ id: true }).shape,
  instrument: z.string(),
  provision: z.string().describe("identifier of the provision it reads"),
  locator: z.string(),
  jurisdiction: z.string(),
  source_address: z.string().optional().describe("address of the source it rests on"),
  area: z.enum([...areas, "unknown"]),
});

const example: z.input<typeof shape> = {
  id: "ch-embag-9.c1",
  page: "/en/instruments/ch-embag-9#c1",
  revision: 900,
  known_from: "2026-11-25T09:00:00.000Z",
  instrument: "ch-embag-9",
  provision: "ch-embag-9.art-9-1",
  locator: "Art. 9(1)",
  jurisdiction: "CH",
  type: "publish-new-code-by-default",
  area: "licensing",
  strength: "must",
  verb: "legen … offen",
  paraphrase: "Federal bodies disclose the source code of software that they develop.",
  basis: "text",
  confidence: "high",
  coder: "founding-team",
  verdict: "accepted",
  source: "s1",
  source_address: "https://www.fedlex.admin.ch/eli/cc/2023/682/de",
};

export function addCodings(api: Api): void {
  addRoute(
    api,
    {
      path: "/codings",
      tag: "codings",
      summary: "List the codings",
      description:
        "Readings of provisions: what each obliges whom to do, how strongly, and what the reading rests on. Figures of the site count those whose verdict is “accepted”.",
      query: {
        instrument: oneId("Of one instrument", "ch-embag-9"),
        provision: oneId("Of one provision", "ch-embag-9.art-9-1"),
        jurisdiction: severalOf("Of a jurisdiction's instruments"),
        type: severalOf("Of a provision type"),
        area: severalOf("Of an area", areas),
        strength: severalOf("Of a strength", strengths),
        basis: severalOf("Resting on this", bases),
        verdict: oneOf(["accepted", "unreviewed", "rejected"], "With this verdict"),
        "known-on": knownOn,
        limit,
        next,
      },
      answer: listShape(shape),
      example: { items: [example], total: 1, next: null },
    },
    async ({ db, url, query, time, reference }) => {
      const { limit: most, "known-on": _, next: __, ...filter } = query;
      const found = await listCodings(db, filter, { after: readCursor(url).after, limit: most + 1, time });
      const holders = await findRecords(db, "instrument", [...new Set(found.items.map((item) => item.instrument))], time);
      const { types } = await reference();
      return listOf(
        found.items,
        found.total,
        { url, query },
        (last) => ({ after: last.id }),
        (item) =>
          show(holders.get(item.instrument) as Kept<"instrument">, item.id, (type) => types.get(type)?.area) as z.input<typeof shape>,
      );
    },
  );
  addRoute(
    api,
    { path: "/codings/{id}", tag: "codings", summary: "Read one coding", query: { "known-on": knownOn }, answer: shape, example },
    async (asked) => {
      const holder = await holderOf(asked.db, asked.id, asked.time);
      const { types } = await asked.reference();
      const shown = holder && show(holder, asked.id, (type) => types.get(type)?.area);
      if (!shown) throw notFound("coding", asked);
      return shown;
    },
  );
}

function show(
  holder: Kept<"instrument">,
  id: string,
  areaOf: (type: string) => (typeof areas)[number] | undefined,
): z.input<typeof shape> | undefined {
  const { record } = holder;
  for (const provision of record.provisions) {
    const found = provision.codings.find((entry) => `${record.id}.${entry.id}` === id);
    if (found) {
      const address = record.sources.find((source) => source.id === found.source)?.address;
      return {
        ...keepingOf({ ...holder, id }, ""),
        ...found,
        id,
        page: `/en/instruments/${record.id}#${found.id}`,
        instrument: record.id,
        provision: `${record.id}.${provision.id}`,
        locator: provision.locator,
        jurisdiction: record.jurisdiction,
        area: areaOf(found.type) ?? "unknown",
        ...(address ? { source_address: address } : {}),
      };
    }
  }
  return undefined;
}
