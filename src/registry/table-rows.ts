import { stringify } from "csv-stringify/sync";
import type { Claim } from "./claim.ts";
import type { Jurisdiction } from "./jurisdiction.ts";

/** CSV cells hold text alone; lists inside a cell are joined by " | ", and a bar inside a part is written \|. */
const listOf = (cell: string | undefined): string[] =>
  cell
    ? cell
        .split(/(?<!\\)\|/)
        .map((part) => part.trim().replaceAll("\\|", "|"))
        .filter(Boolean)
    : [];
// A blank or "0x1F" is no number here, though JavaScript reads one.
const numberOf = (cell: string | undefined): number | undefined =>
  cell === undefined ? undefined : /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
const yesNo = (cell: string | undefined): boolean | undefined =>
  cell === undefined ? undefined : cell === "yes" ? true : cell === "no" ? false : (cell as never);

/** A row of jurisdictions.csv. EGDI stands in one column a survey year: egdi_2010 … egdi_2024; an empty cell is not known. */
export function jurisdictionFromRow(row: Record<string, string>): unknown {
  const egdi = Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) => (column.startsWith("egdi_") ? [[column.slice(5), numberOf(cell)]] : [])),
  );
  const names = Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) => (column.startsWith("name_") ? [[column.slice(5), cell]] : [])),
  );
  const rest = Object.fromEntries(Object.entries(row).filter(([column]) => !column.startsWith("egdi_") && !column.startsWith("name_")));
  return {
    ...rest,
    ldc: yesNo(row.ldc),
    lldc: yesNo(row.lldc),
    sids: yesNo(row.sids),
    latitude: numberOf(row.latitude),
    longitude: numberOf(row.longitude),
    egdi,
    names,
  };
}

/** A row of claims/<collection>.csv. */
export function claimFromRow(row: Record<string, string>): unknown {
  return {
    ...row,
    years: listOf(row.years).map(numberOf),
    objectives: listOf(row.objectives),
    addresses: listOf(row.addresses),
    languages: listOf(row.languages),
    flags: listOf(row.flags),
  };
}

export const claimColumns = [
  "id",
  "collection",
  "row",
  "jurisdiction",
  "title",
  "years",
  "kind",
  "status",
  "action",
  "objectives",
  "addresses",
  "languages",
  "flags",
  "flag_note",
] as const satisfies readonly (keyof Claim)[];

/** The row that claimFromRow reads back as the same claim. */
export function claimToRow(claim: Claim): Record<(typeof claimColumns)[number], string> {
  const list = (parts: readonly (string | number)[]) => parts.map((part) => String(part).replaceAll("|", "\\|")).join(" | ");
  return {
    ...claim,
    years: list(claim.years),
    kind: claim.kind ?? "",
    status: claim.status ?? "",
    action: claim.action ?? "",
    objectives: list(claim.objectives),
    addresses: list(claim.addresses),
    languages: list(claim.languages),
    flags: list(claim.flags),
    flag_note: claim.flag_note ?? "",
  };
}

/** dataset/claims/<collection>.csv: the same claims always give the same bytes. */
export function claimsToCsv(claims: readonly Claim[]): string {
  return stringify(claims.map(claimToRow), { header: true, columns: [...claimColumns] });
}

/** jurisdictions.csv as jurisdictionFromRow reads it: the same places always give the same bytes. */
export function jurisdictionsToCsv(jurisdictions: readonly Jurisdiction[]): string {
  const years = [...new Set(jurisdictions.flatMap((jurisdiction) => Object.keys(jurisdiction.egdi)))].sort();
  const word = (value: boolean | undefined) => (value === undefined ? "" : value ? "yes" : "no");
  const rows = jurisdictions.map(({ egdi, names, ldc, lldc, sids, ...rest }) => ({
    ...rest,
    ldc: word(ldc),
    lldc: word(lldc),
    sids: word(sids),
    ...Object.fromEntries(years.map((year) => [`egdi_${year}`, egdi[year] === undefined ? "" : String(egdi[year])])),
    ...Object.fromEntries(Object.entries(names).map(([language, name]) => [`name_${language}`, name])),
  }));
  const columns = [
    "id",
    "level",
    "parent",
    "un_membership",
    "iso_numeric",
    "iso_alpha3",
    "wikidata",
    "region",
    "subregion",
    "income_group",
    "ldc",
    "lldc",
    "sids",
    "latitude",
    "longitude",
    ...years.map((year) => `egdi_${year}`),
    ...["en", "fr", "ar", "es", "ru", "zh"].map((language) => `name_${language}`),
  ];
  return stringify(rows, { header: true, columns });
}
