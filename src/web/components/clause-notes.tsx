import { clauseLanguage } from "../../drafting/from-clause.ts";
import type { Clause } from "../../registry/clause.ts";
import type { Visit } from "../visit.ts";

/** Why a clause is there, how such clauses go wrong, and what carrying one out costs. */
export function ClauseNotes({ visit, clause }: { visit: Visit; clause: Clause }) {
  const language = clauseLanguage(visit.language);
  return (
    <dl class="facts-list">
      {(["why", "mistakes", "cost"] as const).map((note) => (
        <div>
          <dt>{visit.t(`precedents.${note}`)}</dt>
          <dd lang={language} dir="auto">
            {clause[note][language]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The clauses that one needs, or contradicts, each with the reason. */
export function ClauseRelations({
  visit,
  relations,
  address,
}: {
  visit: Visit;
  relations: Clause["needs"];
  address: (clause: string) => string;
}) {
  const language = clauseLanguage(visit.language);
  return (
    <ul>
      {relations.map(({ clause, because }) => (
        <li>
          <a href={address(clause)}>{visit.typeName(clause)}</a>
          {visit.t("punctuation.colon")}
          <span lang={language} dir="auto">
            {because[language]}
          </span>
        </li>
      ))}
    </ul>
  );
}
