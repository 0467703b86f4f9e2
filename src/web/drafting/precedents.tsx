import type { Draft, HeldElement } from "../../drafting/draft.ts";
import type { Clause } from "../../registry/clause.ts";
import { findRecord } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import type { Visit } from "../visit.ts";

/** What the clause of an article rests on: why it is there, how such clauses go wrong, and the real provisions with their wording. */
export async function Precedents({ visit, draft, element }: { visit: Visit; draft: Draft; element: HeldElement }) {
  const { t } = visit;
  const type =
    element.origin.kind === "clause" ? element.origin.clause : element.codings.find(({ verdict }) => verdict === "accepted")?.type;
  const clause = type ? (await findRecord(visit.db, "clause", type))?.record : undefined;
  if (!clause) return null;
  const language = visit.language === "fr" ? "fr" : "en";
  const precedents = await Promise.all(
    clause.precedents.map(async (one) => ({ ...one, held: (await findRecord(visit.db, "instrument", one.instrument))?.record })),
  );
  return (
    <section aria-labelledby="precedents">
      <h2 id="precedents">{t("precedents.title")}</h2>
      <Notes visit={visit} clause={clause} language={language} />
      <ul class="plain">
        {precedents.map(({ held, provision, instrument }) =>
          held ? (
            <Precedent visit={visit} draft={draft} element={element} instrument={held} provision={provision} />
          ) : (
            <li>{instrument}</li>
          ),
        )}
      </ul>
      <p>
        <a href={visit.href(`/clauses/${clause.id}`)}>{t("precedents.clause")}</a>
      </p>
    </section>
  );
}

function Notes({ visit, clause, language }: { visit: Visit; clause: Clause; language: "en" | "fr" }) {
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

function Precedent({
  visit,
  draft,
  element,
  instrument,
  provision,
}: {
  visit: Visit;
  draft: Draft;
  element: HeldElement;
  instrument: Instrument;
  provision: string;
}) {
  const found = instrument.provisions.find(({ id }) => id === provision);
  const wording = found?.wording.find(({ language }) => language === draft.language) ?? found?.wording[0];
  return (
    <li class="entry">
      <p>
        <a href={visit.href(`/instruments/${instrument.id}#${provision}`)}>
          {visit.placeName(instrument.jurisdiction)}: <bdi>{titleOf(instrument, visit.language)}</bdi>, {found?.locator}
        </a>
      </p>
      {wording ? (
        <blockquote class="wording" lang={wording.language} dir="auto">
          <p>{wording.text}</p>
        </blockquote>
      ) : null}
      <p class="small">
        <a href={visit.href(`/drafts/${draft.id}/beside/${instrument.id}?element=${element.id}&provision=${provision}`)}>
          {visit.t("precedents.beside")}
        </a>
      </p>
    </li>
  );
}
