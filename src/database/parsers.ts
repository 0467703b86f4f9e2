/** One place where both databases learn how values become JavaScript: counts are numbers, dates and times are ISO strings. */
export const parsers: Record<number, (value: string) => unknown> = {
  20: Number, // int8
  1082: (value) => value, // date
  1114: (value) => value, // timestamp
  1184: (value) => (value.endsWith("infinity") ? value : new Date(value).toISOString()), // timestamptz
};
