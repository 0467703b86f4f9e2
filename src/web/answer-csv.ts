import { stringify } from "csv-stringify/sync";

/** A table as a CSV file. Cells that a spreadsheet would take for a formula are marked as text. */
export function answerCsv(file: string, columns: readonly string[], rows: readonly Readonly<Record<string, string | number>>[]): Response {
  const body = stringify([...rows], { header: true, columns: [...columns], escape_formulas: true });
  return new Response(body, { headers: { "content-type": "text/csv; charset=utf-8; header=present", "content-disposition": `inline; filename="${file}"`, "access-control-allow-origin": "*" } });
}
