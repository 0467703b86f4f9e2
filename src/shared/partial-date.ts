import { z } from "zod";

/** A date as exact as its source: "2024", "2024-01" or "2024-01-31". Never padded: a year stays a year. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "expected a date as YYYY, YYYY-MM or YYYY-MM-DD; put prose into the note")
  .refine(isPossible, "expected a date that exists in the calendar, between 1800 and 2100");

export type PartialDate = string;

function isPossible(text: string): boolean {
  const [year, month = 1, day = 1] = text.split("-").map(Number) as [number, number?, number?];
  if (year < 1800 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The first day that a partial date can mean: "2024-02" → "2024-02-01". */
export function earliestDay(date: PartialDate): string {
  const [year, month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}`;
}

/** The last day that a partial date can mean: "2024-02" → "2024-02-29". */
export function latestDay(date: PartialDate): string {
  const [year, month = "12", day] = date.split("-");
  if (day) return date;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${String(last).padStart(2, "0")}`;
}
