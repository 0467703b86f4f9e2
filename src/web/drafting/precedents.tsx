import type { Draft, HeldElement } from "../../drafting/draft.ts";
import type { Clause } from "../../registry/clause.ts";
import { findRecord, findRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import type { Visit } from "../visit.ts";

export interface HeldPrecedents {
  clause: Clause;
  precedents: readonly { instrument: Instrument; provision: string }[];
}

/** The clause that an element comes from, or else the one for what it is said to do, with its precedents that are here. */
export async function findPrecedents(visit: Visit, element: HeldElement): Promise<HeldPrecedents | undefined> {
  const type =
    element.origin.kind === "clause" ? element.origin.clause : element.codings.find(({ verdict }) => verdict === "accepted")?.type;
  const clause = type ? (await findRecord(visit.db, "clause", type))?.record : undefined;
  if (!clause) return undefined;
  const instruments = await findRecords(
    visit.db,
    "instrument",
    clause.precedents.map(({ instrument }) => instrument),
  );
  const precedents = clause.precedents.flatMap(({ instrument, provision }) => {
    const held = instruments.get(instrument)?.record;
    return held ? [{ instrument: held, provision }] : [];
  });
  return { clause, precedents };
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
  held: HeldPrecedents | undefined;
}) {
  const { t } = visit;
  if (!held) return null;
  const { clause, precedents } = held;
  const language = visit.language === "fr" ? "fr" : "en";
  return (
    <section aria-labelledby="precedents">
      <h2 id="precedents">{t("precedents.title")}</h2>
      <Notes visit={visit} clause={clause} language={language} />
      <ul class="plain">
        {precedents.map(({ instrument, provision }) => (
          <Precedent visit={visit} draft={draft} element={element} instrument={instrument} provision={provision} />
        ))}
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
