import type { Claim } from "../../registry/claim.ts";
import { type Fault, Problem } from "../../shared/problem.ts";
import { type FlagRule, flagRules } from "./flags.ts";
import { governments } from "./governments.ts";
import { type CsisRow, objectiveColumns } from "./read.ts";

/** Two spellings of one word in the publisher's column. */
const actions: Readonly<Record<string, string>> = { "How to use": "How to Use" };

/**
 * Rows of the CSIS table as claims: facts only, never the publisher's remarks. Titles stay as given, line breaks inside
 * them become blanks. Throws a Problem that names every government unknown to the table in governments.ts.
 */
export function translateCsis(rows: readonly CsisRow[]): Claim[] {
  const faults: Fault[] = rows
    .filter((row) => !Object.hasOwn(governments, cell(row, "Government")))
    .map((row) => ({
      file: row.file,
      line: row.line,
      at: "Government",
      message: `row ${row.number}: unknown government “${cell(row, "Government")}”; add its code to governments.ts`,
    }));
  if (faults.length > 0)
    throw new Problem("invalid-file", `${faults[0]?.file}, line ${faults[0]?.line}: ${faults[0]?.message}.`, { faults });
  return rows.map(claimOf);
}

function claimOf(row: CsisRow): Claim {
  const addresses = addressesIn(row.cells.Source ?? "", row.cells["Source II"] ?? "");
  const rules = flagRules.filter((rule) => applies(rule, row, addresses));
  const action = cell(row, "Action");
  return {
    id: `csis-${row.number}`,
    collection: "csis",
    row: `row ${row.number}, line ${row.line}`,
    jurisdiction: governments[cell(row, "Government")] as string,
    title: cell(row, "Title"),
    years: [Number(cell(row, "Date"))],
    ...given("kind", cell(row, "Type")),
    ...given("status", cell(row, "Status")),
    ...given("action", actions[action] ?? action),
    objectives: objectiveColumns.filter((column) => cell(row, column).toUpperCase() === "X").map((column) => column.replace(/^.*: /, "")),
    addresses,
    languages: ["en"],
    flags: [...new Set(rules.map((rule) => rule.flag))],
    ...given(
      "flag_note",
      firstOfEachFlag(rules)
        .map((rule) => rule.note)
        .join(" "),
    ),
  };
}

function given<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === "" || value === "-" ? {} : ({ [key]: value } as Record<K, string>);
}

function cell(row: CsisRow, column: string): string {
  return (row.cells[column] ?? "").replace(/\s+/gu, " ").trim();
}

/** Where two rules give the same flag, the one that stands first knows more about the row. */
function firstOfEachFlag(rules: readonly FlagRule[]): FlagRule[] {
  return rules.filter((rule, index) => rules.findIndex((other) => other.flag === rule.flag) === index);
}

function applies({ where }: FlagRule, row: CsisRow, addresses: readonly string[]): boolean {
  const remark = row.cells.Comments ?? "";
  return (
    (where.government === undefined || where.government === cell(row, "Government")) &&
    (where.title?.test(cell(row, "Title")) ?? true) &&
    (where.type === undefined || where.type === cell(row, "Type")) &&
    (where.status === undefined || where.status === cell(row, "Status")) &&
    (where.area === undefined || where.area === cell(row, "Issuing Area of Government")) &&
    (where.year?.includes(Number(cell(row, "Date"))) ?? true) &&
    (where.notes?.test(cell(row, "Notes")) ?? true) &&
    (where.remark?.test(remark) ?? true) &&
    !(where.remarkLacks?.test(remark) ?? false) &&
    (where.address === undefined || addresses.some((address) => where.address?.test(address))) &&
    (where.noAddress === undefined || addresses.length === 0)
  );
}

/**
 * The web addresses in a row's source cells. A remark beside an address is left out; an address that the publisher broke
 * in its middle is left out whole, because half an address leads elsewhere.
 */
export function addressesIn(...cells: string[]): string[] {
  const found = cells.flatMap((text) => {
    const words = text
      .split(/\s+/u)
      .map((word) => word.replace(/^\/\/(?=https?:)/, ""))
      .filter(Boolean);
    const addresses = words.filter((word) => /^https?:\/\/[^\s<>"]+$/i.test(word));
    const remark = words.filter((word) => !addresses.includes(word)).join(" ");
    const broken = addresses.length > 0 && remark !== "" && !/^(\(.*\)|[&;,])$/u.test(remark);
    return broken ? [] : addresses;
  });
  return [...new Set(found)];
}
