/** The value below which a share of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How long something takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface Row {
  what: string;
  measured: string;
  ratio?: number | undefined;
  limit: string;
  holds: boolean | undefined;
}

/** One line of the table that the bench prints. */
export function row(what: string, measured: string, limit: string, holds: boolean | undefined, ratio?: number): Row {
  return { what, measured, limit, holds, ratio };
}

export function printTable(rows: readonly Row[]): void {
  console.log("\n| what | measured | limit | holds |\n|---|---|---|---|");
  for (const { what, measured, limit, holds } of rows)
    console.log(`| ${what} | ${measured} | ${limit} | ${holds === undefined ? "not measured" : holds ? "yes" : "**no**"} |`);
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;
