/** The day an ISO 8601 date or time begins with, "2019-06-05"; undefined where it names no day of the calendar. */
export function readDay(written: string | undefined): string | undefined {
  const day = written?.match(/^(\d{4})-(\d{2})-(\d{2})(?![\d-])/)?.[0];
  if (day === undefined) return undefined;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}
