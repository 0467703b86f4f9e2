import { type RawBuilder, sql } from "kysely";

/** Narrows listRecords by fields of the record: each that is given must hold the value, or have it among its values. Nothing given, nothing narrowed. */
export function whereFields(fields: Readonly<Record<string, string | undefined>>): RawBuilder<boolean> | undefined {
  const conditions = Object.entries(fields).flatMap(([field, value]) =>
    value === undefined
      ? []
      : [
          sql`(r.record->>${field}::text = ${value} or (jsonb_typeof(r.record->${field}::text) = 'array' and r.record->${field}::text ? ${value}))`,
        ],
  );
  return conditions.length > 0 ? sql<boolean>`${sql.join(conditions, sql` and `)}` : undefined;
}

/** Conditions that must all hold; those that are absent are left out. */
export function allOf(...conditions: readonly (RawBuilder<boolean> | undefined)[]): RawBuilder<boolean> | undefined {
  const given = conditions.filter((condition) => condition !== undefined);
  return given.length > 0 ? sql<boolean>`${sql.join(given, sql` and `)}` : undefined;
}
