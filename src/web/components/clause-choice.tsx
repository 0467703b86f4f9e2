import type { Child } from "hono/jsx";
import { capacities, legalForms } from "../../registry/clause.ts";
import { strengths } from "../../registry/coding.ts";
import { type ClauseRequest, wordingLanguages } from "../clause-request.ts";
import type { Visit } from "../visit.ts";
import { languageName } from "./facet-form.tsx";

/** How many clauses a value stands for, by field and value. */
export type ChoiceCounts = (field: string, value: string) => number;

/** The legal form, capacity, strength and language for which somebody wants a wording, as fields of a form that asks again. */
export function ClauseChoice({
  visit,
  request,
  given = strengths,
  counts,
}: {
  visit: Visit;
  request: ClauseRequest;
  /** the strengths that can be chosen */
  given?: readonly (typeof strengths)[number][];
  counts?: ChoiceCounts;
}) {
  const { t } = visit;
  return (
    <>
      <Select visit={visit} name="form" words={legalForms} chosen={request.form} label={t("profile.form")} group="form" counts={counts} />
      <Select
        visit={visit}
        name="capacity"
        words={capacities}
        chosen={request.capacity}
        label={t("profile.capacity")}
        group="capacity"
        counts={counts}
      />
      <Select
        visit={visit}
        name="strength"
        words={given}
        chosen={request.strength}
        label={t("codings.strength")}
        group="strength"
        counts={counts}
      />
      <p>
        <label for="wording">{t("clauses.wording-language")}</label>
        <select id="wording" name="wording">
          {wordingLanguages.map((language) => (
            <option value={language} selected={language === (request.wording ?? (visit.language === "fr" ? "fr" : "en"))}>
              {languageName(visit, language)}
            </option>
          ))}
        </select>
      </p>
    </>
  );
}

/** One closed list to choose from, or none of it; counts behind each word where there are some. */
export function Select({
  visit,
  name,
  words,
  chosen,
  label,
  group,
  counts,
}: {
  visit: Visit;
  name: string;
  words: readonly string[];
  chosen: string | undefined;
  label: string;
  group: string;
  counts?: ChoiceCounts | undefined;
}): Child {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{visit.t("filter.any")}</option>
        {words.map((word) => (
          <option value={word} selected={word === chosen}>
            {visit.code(group, word)}
            {counts ? ` (${visit.number(counts(name, word))})` : ""}
          </option>
        ))}
      </select>
    </p>
  );
}
