import type { ChosenClause, Outline, Reason } from "../../drafting/outline.ts";
import { policyParts } from "../../registry/clause.ts";
import type { Visit } from "../visit.ts";

/** The proposed clauses to tick, by part of a policy, each with the reasons for and against it. */
export function OutlineChoice({ visit, outline }: { visit: Visit; outline: Outline }) {
  const { t } = visit;
  return (
    <>
      {policyParts.map((part) => {
        const chosen = outline.chosen.filter(({ clause }) => clause.part === part);
        const leftOut = outline.leftOut.filter(({ clause }) => clause.part === part);
        if (chosen.length + leftOut.length === 0) return null;
        return (
          <fieldset class="outline">
            <legend>
              <h2>{visit.code("policy-part", part)}</h2>
            </legend>
            <ul class="plain">
              {chosen.map((one) => (
                <Box visit={visit} one={one} checked />
              ))}
            </ul>
            {leftOut.length > 0 ? (
              <details>
                <summary>{t("outline.left-out", { count: leftOut.length })}</summary>
                <ul class="plain">
                  {leftOut.map((one) => (
                    <Box visit={visit} one={one} checked={false} />
                  ))}
                </ul>
              </details>
            ) : null}
          </fieldset>
        );
      })}
    </>
  );
}

function Box({ visit, one, checked }: { visit: Visit; one: ChosenClause; checked: boolean }) {
  const { clause, variant, strength, because } = one;
  const language = visit.language === "fr" ? "fr" : "en";
  return (
    <li>
      <label>
        <input type="checkbox" name="clause" value={clause.id} checked={checked} /> {visit.typeName(clause.id)}
      </label>
      <span class="small">
        {visit.code("strength", strength)}
        {clause.variants.length > 1 ? (
          <>
            {" · "}
            <span lang={language}>{variant.label[language]}</span>
          </>
        ) : null}
        {" · "}
        {reasonsInWords(visit, because).join(visit.t("punctuation.semicolon"))}{" "}
        <a href={visit.href(`/clauses/${clause.id}`)}>
          {visit.t("outline.read")}
          <span class="unseen">: {visit.typeName(clause.id)}</span>
        </a>
      </span>
    </li>
  );
}

/** Reasons of one kind are told together: needed by “A”, “B”. */
function reasonsInWords(visit: Visit, reasons: readonly Reason[]): string[] {
  return [...Map.groupBy(reasons, ({ code }) => code)].flatMap(([code, alike]) => {
    const abouts = alike.flatMap(({ about }) => (about === undefined ? [] : [about]));
    if (code === "not-for-form" && abouts.length > 0) return abouts.map((about) => visit.code("not-for-form", about));
    return [visit.t(`outline.because-${code}`, { about: namesOf(visit, code, abouts) })];
  });
}

/** The sentence holds the outer quotation marks: joined here they stay in one isolate, which an Arabic sentence needs to keep its order. */
function namesOf(visit: Visit, code: Reason["code"], abouts: readonly string[]): string {
  if (code === "asks-for") return abouts.map((about) => visit.code("means", about)).join(visit.t("punctuation.comma"));
  return abouts.map((about) => visit.typeName(about)).join(visit.t("outline.between"));
}
