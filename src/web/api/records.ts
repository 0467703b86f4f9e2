import type { RawBuilder } from "kysely";
import { z } from "zod";
import { findRecord, type Kept, listRecords } from "../../registry/find.ts";
import type { Noun } from "../../registry/nouns.ts";
import { Problem } from "../../shared/problem.ts";
import { shortened } from "../parameters.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { knownOn, limit, next } from "./parameters.ts";
import { type Api, type Asked, addRoute } from "./route.ts";

/** What every record of the API carries beside what it says. */
export const keeping = {
  id: z.string().describe("stable: the same in page, API, file and export"),
  page: z.string().describe("the page that shows it, in English; put fr or ar for en"),
  revision: z.number().int().describe("changes whenever the record does"),
  known_from: z.string().describe("when this revision was recorded, UTC"),
};

export type Keeping = { [K in keyof typeof keeping]: z.infer<(typeof keeping)[K]> };

/** A shape with what every record carries. Its own identifier stays as strict as it is. */
export function keptShape<S extends z.ZodRawShape>(name: string, shape: S) {
  return z.strictObject({ ...keeping, ...shape }).meta({ id: name });
}

export function keepingOf(kept: { id: string; revision: number; knownFrom: string }, page: string): Keeping {
  return { id: kept.id, page, revision: kept.revision, known_from: kept.knownFrom };
}

/** The one shape of every list. */
export function listShape<A extends z.ZodType>(item: A) {
  return z.strictObject({
    items: z.array(item),
    total: z.number().int().describe("how many answer to the question, on all pages together"),
    next: z.string().nullable().describe("the cursor to go on with; null at the end"),
  });
}

/** Items fetched one beyond the limit, as a list: the one beyond tells whether there is more. */
export function listOf<T, R>(
  items: readonly T[],
  total: number,
  asked: { url: URL; query: { limit: number } },
  placeOf: (last: T) => { after?: string; below?: number },
  shape: (item: T) => R,
): { items: R[]; total: number; next: string | null } {
  const shown = items.slice(0, asked.query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(shape),
    total,
    next: items.length > shown.length && last !== undefined ? writeCursor(asked.url, placeOf(last)) : null,
  };
}

interface RecordRoutes<N extends Noun, Q extends z.ZodRawShape, A extends z.ZodType> {
  noun: N;
  /** its name in addresses: provision-types */
  path: string;
  /** in sentences: "provision type", "provision types" */
  one: string;
  many: string;
  about: string;
  shape: A;
  example: z.input<A>;
  filters: Q;
  where?(query: z.output<z.ZodObject<Q>>, time: string | undefined): RawBuilder<boolean> | undefined;
  /** records as the API gives them, with what it takes from elsewhere */
  show(kept: readonly Kept<N>[], asked: Pick<Asked<Q>, "db" | "time" | "reference">): Promise<z.input<A>[]> | z.input<A>[];
}

/** The list of a noun and the record by its identifier. */
export function addRecordRoutes<N extends Noun, Q extends z.ZodRawShape, A extends z.ZodType>(
  api: Api,
  routes: RecordRoutes<N, Q, A>,
): void {
  const tag = routes.path;
  addRoute(
    api,
    {
      path: `/${routes.path}`,
      tag,
      summary: `List the ${routes.many}`,
      description: routes.about,
      query: { ...routes.filters, "known-on": knownOn, limit, next },
      answer: listShape(routes.shape),
      example: { items: [routes.example], total: 1, next: null } as never,
    },
    async (asked) => {
      const query = asked.query as z.output<z.ZodObject<Q>> & { limit: number };
      const found = await listRecords(asked.db, routes.noun, {
        after: readCursor(asked.url).after,
        limit: query.limit + 1,
        time: asked.time,
        where: routes.where?.(query, asked.time),
      });
      const listed = listOf(
        found.items,
        found.total,
        { url: asked.url, query },
        (last) => ({ after: last.id }),
        (item) => item,
      );
      return { ...listed, items: await routes.show(listed.items, asked as never) } as never;
    },
  );
  addRoute(
    api,
    {
      path: `/${routes.path}/{id}`,
      tag,
      summary: `Read one ${routes.one}`,
      query: { "known-on": knownOn },
      answer: routes.shape,
      example: routes.example,
    },
    async (asked) => {
      const kept = await findRecord(asked.db, routes.noun, asked.id, asked.time);
      const [shown] = kept ? await routes.show([kept], asked as never) : [];
      if (shown === undefined) throw notFound(routes.one, asked);
      return shown;
    },
  );
}

export function notFound(one: string, asked: { id: string; url: URL }): Problem {
  const day = asked.url.searchParams.get("known-on");
  return new Problem(
    "not-found",
    `There is no ${one} “${shortened(asked.id)}”${day ? ` in the record as it stood on ${shortened(day)}` : ""}. The list gives those that there are.`,
  );
}
