import type { ClauseVariant } from "../../registry/clause.ts";
import type { Visit } from "../visit.ts";

/** The legal forms and capacities that a wording was written for, or that it is for any. */
export function WrittenFor({ visit, variant: { forms, capacities } }: { visit: Visit; variant: ClauseVariant }) {
  const words = [...forms.map((form) => visit.code("form", form)), ...capacities.map((capacity) => visit.code("capacity", capacity))];
  if (words.length === 0) return <>{visit.t("clauses.for-any")}</>;
  return (
    <>
      {visit.t("clauses.written-for")}
      {visit.t("punctuation.colon")}
      {words.join(visit.t("punctuation.comma"))}
    </>
  );
}
