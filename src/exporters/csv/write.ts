import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null | undefined;

/** What a spreadsheet would run as a formula if it stood at the start of a cell. Those that are marked already are marked once more, so that unmarking gives back what was there. */
const formula = /^'*[=+\-@\t\r]/;

/** Text that a spreadsheet shows and does not run: a leading apostrophe marks what would be a formula. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes the mark off again: guardCell's reverse. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;
}

/** A table for spreadsheets: UTF-8 with its mark, so that they read every script, and no cell that they would run. */
export function spreadsheetCsv(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  const guarded = rows.map((row) =>
    columns.map((column) => (typeof row[column] === "string" ? guardCell(row[column]) : cellText(row[column]))),
  );
  return `\uFEFF${stringify([[...columns], ...guarded], { record_delimiter: "windows" })}`;
}

/** A table for programs: cells exactly as they are. */
export function plainCsv(columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string {
  return stringify([[...columns], ...rows.map((row) => columns.map((column) => cellText(row[column])))]);
}

function cellText(value: Cell): string {
  return value === null || value === undefined ? "" : String(value);
}
