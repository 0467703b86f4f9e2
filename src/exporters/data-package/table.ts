import type { Cell } from "../csv/write.ts";

/** Types of Frictionless Table Schema that we use. A list or group inside a cell is written as JSON. */
export type FieldType = "string" | "integer" | "number" | "boolean" | "array" | "object";

export interface Field {
  name: string;
  type: FieldType;
  description?: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: readonly string[]; pattern?: string };
}

/** `fields` of this table point to `to` in another; "" is this table itself. */
export interface Link {
  fields: readonly string[];
  resource: string;
  to: readonly string[];
}

export interface Table {
  name: string;
  description: string;
  fields: readonly Field[];
  key: readonly string[];
  links: readonly Link[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

/** How a row becomes one cell. */
export interface Column<R> extends Field {
  value(row: R): unknown;
}

export function column<R>(
  name: string,
  value: (row: R) => unknown,
  options: Omit<Field, "name" | "type"> & { type?: FieldType } = {},
): Column<R> {
  return { type: "string", ...options, name, value };
}

/** Columns that hold the fields of a row as they are. */
export function own<R>(...names: readonly (keyof R & string)[]): Column<R>[] {
  return names.map((name) => column<R>(name, (row) => row[name]));
}

export const required = { constraints: { required: true } } as const;

export function oneOf(words: readonly string[]): { constraints: { required: true; enum: readonly string[] } } {
  return { constraints: { required: true, enum: words } };
}

/** A date as exact as its source. */
export const dated = {
  description: "YYYY, YYYY-MM or YYYY-MM-DD, as exact as its source",
  constraints: { pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?" },
} as const;

export function table<R>(
  name: string,
  description: string,
  rows: readonly R[],
  columns: readonly Column<R>[],
  options: { key: readonly string[]; links?: readonly Link[] },
): Table {
  return {
    name,
    description,
    key: options.key,
    links: options.links ?? [],
    fields: columns.map(({ value: _, ...field }) => field),
    rows: rows.map((row) => Object.fromEntries(columns.map((each) => [each.name, cellOf(each.value(row), each.type)]))),
  };
}

/** One column that points to the identifier of another table. */
export function link(field: string, resource: string): Link {
  return { fields: [field], resource, to: ["id"] };
}

function cellOf(value: unknown, type: FieldType): Cell {
  if (value === undefined || value === null) return null;
  return type === "array" || type === "object" ? JSON.stringify(value) : (value as Cell);
}
