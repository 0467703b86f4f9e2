import { type Cell, spreadsheetCsv } from "../exporters/csv/write.ts";

/** A table as a CSV file. Cells that a spreadsheet would take for a formula are marked as text. */
export function answerCsv(
  file: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  headers: Record<string, string> = {},
): Response {
  const body = spreadsheetCsv(columns, rows);
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `inline; filename="${file}"`,
      "access-control-allow-origin": "*",
      ...headers,
    },
  });
}
