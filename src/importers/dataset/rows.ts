/** CSV cells hold text alone; lists inside a cell are joined by " | ". */
const listOf = (cell: string | undefined): string[] => (cell ? cell.split("|").map((part) => part.trim()).filter(Boolean) : []);
const numberOf = (cell: string | undefined): number | undefined => (cell === undefined ? undefined : Number(cell));
const yesNo = (cell: string | undefined): boolean | undefined => (cell === undefined ? undefined : cell === "yes" ? true : cell === "no" ? false : (cell as never));

/** A row of jurisdictions.csv. EGDI stands in one column a survey year: egdi_2010 … egdi_2024; an empty cell is not known. */
export function jurisdictionFromRow(row: Record<string, string>): unknown {
  const egdi = Object.fromEntries(Object.entries(row).flatMap(([column, cell]) => (column.startsWith("egdi_") ? [[column.slice(5), Number(cell)]] : [])));
  const names = Object.fromEntries(Object.entries(row).flatMap(([column, cell]) => (column.startsWith("name_") ? [[column.slice(5), cell]] : [])));
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
    years: listOf(row.years).map(Number),
    objectives: listOf(row.objectives),
    addresses: listOf(row.addresses),
    languages: listOf(row.languages),
    flags: listOf(row.flags),
  };
}
