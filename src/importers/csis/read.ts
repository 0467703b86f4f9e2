import { parse } from "csv-parse/sync";
import { type Fault, Problem } from "../../shared/problem.ts";

/** A file as it was handed in: the importer never opens anything itself. */
export interface InputFile {
  file: string;
  bytes: Uint8Array;
}

export const objectiveColumns = ["Cost", "Sovereignty", "Support for National Industry", "Modernization", "Transparency", "Security"].map(
  (name) => `Stated Objective: ${name}`,
);
const neededColumns = [
  "Government",
  "Issuing Area of Government",
  "Title",
  "Type",
  "Date",
  ...objectiveColumns,
  "Action",
  "Status",
  "Comments",
  "Source",
  "Source II",
  "Notes",
];
const showableColumns = ["Government", "Issuing Area of Government", "Title", "Type", "Date", ...objectiveColumns, "Action", "Status"];

const largestFile = 50_000_000;
const largestCell = 20_000;

/** One row of the publisher's table, cells as given, and where it stands: the number among the rows (from 1) and the line where it begins. */
export interface CsisRow {
  number: number;
  file: string;
  line: number;
  cells: Readonly<Record<string, string>>;
}

/**
 * Reads the publisher's CSV. Throws a Problem ("invalid-file" or "too-large") that lists every fault with its line:
 * one row that cannot be trusted means that the file was changed on its way here.
 */
export function readCsis({ file, bytes }: InputFile): CsisRow[] {
  const rows = rowsOf(decode({ file, bytes }), file);
  const faults = rows.flatMap(faultsOf);
  if (faults.length > 0)
    throw new Problem(
      "invalid-file",
      `${file} has ${faults.length} ${faults.length === 1 ? "fault" : "faults"}; the first in line ${faults[0]?.line}: ${faults[0]?.message}`,
      { faults },
    );
  return rows;
}

function decode({ file, bytes }: InputFile): string {
  if (bytes.length > largestFile) {
    const message = `the file has ${bytes.length} bytes; at most ${largestFile} are read. Split it`;
    throw new Problem("too-large", `${file}: ${message}.`, { faults: [{ file, line: 1, message }] });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text.replace(/\r\n?/g, "\n");
  } catch {
    // said below, with the line
  }
  const line = firstUnreadableLine(bytes);
  const message = "not UTF-8 text; save the table again as CSV UTF-8";
  throw new Problem("invalid-file", `${file}, line ${line}: ${message}.`, { faults: [{ file, line, message }] });
}

function firstUnreadableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      if (new TextDecoder("utf-8", { fatal: true }).decode(part).includes("\0")) return line;
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
  }
  return line;
}

function rowsOf(text: string, file: string): CsisRow[] {
  const fail = (line: number, message: string): never => {
    throw new Problem("invalid-file", `${file}, line ${line}: ${message}.`, { faults: [{ file, line, message }] });
  };
  let header: string[] = [];
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      max_record_size: 15_000_000,
      skip_empty_lines: true,
      columns: (names: string[]) => {
        header = names.map((name) => name.trim());
        return header;
      },
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    const missing = neededColumns.filter((name) => !header.includes(name));
    if (missing.length > 0)
      fail(
        1,
        `the ${missing.length === 1 ? "column is" : "columns are"} missing: ${missing.join(", ")}; take the publisher's own file, not an extract`,
      );
    if (new Set(header).size < header.length) fail(1, "a column stands twice; take the publisher's own file");
    return records.map(({ record, info }, index) => ({ number: index + 1, file, line: firstLine(record, info.lines), cells: record }));
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    const line = (cause as { lines?: number }).lines ?? 1;
    const message = `not a CSV table that can be read (${(cause as Error).message}); take the publisher's own file`;
    throw new Problem("invalid-file", `${file}, line ${line}: ${message}.`, { cause, faults: [{ file, line, message }] });
  }
}

/** The reader knows where a row ends; its cells tell how many lines it takes. */
function firstLine(record: Record<string, string>, lastLine: number): number {
  return lastLine - Object.values(record).reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
}

function faultsOf({ cells, file, line, number }: CsisRow): Fault[] {
  const fault = (column: string, message: string): Fault => ({ file, line, at: column, message: `row ${number}, “${column}”: ${message}` });
  const faults = Object.entries(cells).flatMap(([column, cell]) =>
    cell.length > largestCell
      ? [
          fault(
            column,
            `the cell has ${cell.length} characters; at most ${largestCell} are read. Look for a quotation mark that is not closed`,
          ),
        ]
      : [],
  );
  if (faults.length > 0) return faults;
  for (const column of showableColumns) {
    const cell = (cells[column] ?? "").trim();
    if (/<\s*[a-z/!][^>]*>?/i.test(cell)) faults.push(fault(column, "HTML in the cell; expected plain text. Take the marks off"));
    if (/^[=+@]|^-(?!\s*$)\s*[\w(]/.test(cell))
      faults.push(
        fault(column, "the cell begins like a formula of a spreadsheet; expected plain text. Take the sign at the beginning off"),
      );
  }
  if (!cells.Government?.trim()) faults.push(fault("Government", "empty; expected the government's name"));
  if ((cells.Title?.length ?? 0) > 600)
    faults.push(fault("Title", `the title has ${cells.Title?.length} characters; expected at most 600`));
  if (!cells.Title?.trim()) faults.push(fault("Title", "empty; expected the title of a policy"));
  if (!/^(199\d|20[0-2]\d|2030)$/.test(cells.Date?.trim() ?? ""))
    faults.push(fault("Date", `“${cells.Date?.slice(0, 40)}” is not a year between 1990 and 2030; expected four digits`));
  return faults;
}
