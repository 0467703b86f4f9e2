import type { KyselyPlugin, PluginTransformResultArgs, QueryResult, RootOperationNode, UnknownRow } from "kysely";

const isTime = /_(at|until)$/;

/**
 * Hands times to the sign-in library as Dates. Our queries read them as text, and the library compares what it gets with Dates: a text is never
 * earlier than a Date, so that no session would ever end.
 */
export const timesAsDates: KyselyPlugin = {
  transformQuery: ({ node }: { node: RootOperationNode }) => node,
  transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, isTime.test(name) && typeof value === "string" ? new Date(value) : value]),
      ),
    ),
  }),
};
