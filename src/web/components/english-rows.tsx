import type { MessageKey } from "../languages/index.ts";
import type { Visit } from "../visit.ts";

/** Rows of a description list whose values stand in English only; those without a value are left out. */
export function EnglishRows({ visit, rows }: { visit: Visit; rows: readonly (readonly [MessageKey, string | undefined])[] }) {
  return (
    <>
      {rows.map(([key, value]) =>
        value ? (
          <div>
            <dt>{visit.t(key)}</dt>
            <dd lang="en" dir="auto">
              {value}
            </dd>
          </div>
        ) : null,
      )}
    </>
  );
}
