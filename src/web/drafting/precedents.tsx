import type { Draft, HeldElement } from "../../drafting/draft.ts";
import type { Clause } from "../../registry/clause.ts";
import { findRecord } from "../../registry/find.ts";
import { findPrecedents, type HeldPrecedent } from "../../registry/find-clause.ts";
import { titleOf } from "../../registry/listing.ts";
import { ClauseNotes } from "../components/clause-notes.tsx";
import type { Visit } from "../visit.ts";

export interface HeldClause {
  clause: Clause;
  precedents: readonly HeldPrecedent[];
}

/** The clause that an element comes from, or else the one for what it is said to do, with its precedents that are here. */
export async function findClauseOf(visit: Visit, element: HeldElement): Promise<HeldClause | undefined> {
  const type =
    element.origin.kind === "clause" ? element.origin.clause : element.codings.find(({ verdict }) => verdict === "accepted")?.type;
  const clause = type ? (await findRecord(visit.db, "clause", type))?.record : undefined;
  return clause && { clause, precedents: await findPrecedents(visit.db, clause) };
}

/** What the clause of an article rests on: why it is there, how such clauses go wrong, and the real provisions with their wording. */
export function Precedents({
  visit,
  draft,
  element,
  held,
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  held: HeldClause | undefined;
}) {
  const { t } = visit;
  if (!held) return null;
  const { clause, precedents } = held;
  return (
    <section aria-labelledby="precedents">
      <h2 id="precedents">{t("precedents.title")}</h2>
      <ClauseNotes visit={visit} clause={clause} />
      <ul class="plain">
        {precedents.map((precedent) => (
          <Precedent visit={visit} draft={draft} element={element} precedent={precedent} />
        ))}
      </ul>
      <p>
        <a href={visit.href(`/clauses/${clause.id}`)}>{t("precedents.clause")}</a>
      </p>
    </section>
  );
}

function Precedent({
  visit,
  draft,
  element,
  precedent: { instrument, provision },
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  precedent: HeldPrecedent;
}) {
  const wording = provision.wording.find(({ language }) => language === draft.language) ?? provision.wording[0];
  return (
    <li class="entry">
      <p>
        <a href={visit.href(`/instruments/${instrument.id}#${provision.id}`)}>
          {visit.placeName(instrument.jurisdiction)}: <bdi>{titleOf(instrument, visit.language)}</bdi>, {provision.locator}
        </a>
      </p>
      {wording ? (
        <blockquote class="wording" lang={wording.language} dir="auto">
          <p>{wording.text}</p>
        </blockquote>
      ) : null}
      <p class="small">
        <a href={visit.href(`/drafts/${draft.id}/beside/${instrument.id}?element=${element.id}&provision=${provision.id}`)}>
          {visit.t("precedents.beside")}
        </a>
      </p>
    </li>
  );
}
