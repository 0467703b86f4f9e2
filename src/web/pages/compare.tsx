import { Hono } from "hono";
import { COMPARED_AT_MOST, compareInstruments } from "../../registry/comparison.ts";
import { findRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import { currentStatus, leadingDate } from "../../registry/standing.ts";
import { Problem, says } from "../../shared/problem.ts";
import { answerCsv } from "../answer-csv.ts";
import type { Site } from "../app.tsx";
import { type CompareRequest, findCandidates, readCompareRequest } from "../compare-request.ts";
import { ComparisonTable } from "../components/comparison-table.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";

/** Two to six policies side by side, provision type by provision type, and a form to choose them. */
export const comparePage = new Hono<Site>();

comparePage.get("/compare", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const request = await readCompareRequest(visit);
  const { chosen } = request;
  const tooMany = chosen.length > COMPARED_AT_MOST;
  const comparing = chosen.length >= 2 && !tooMany;
  const asked = `?instruments=${chosen.map(({ id }) => id).join(",")}`;
  return render(
    visit,
    {
      title: t("compare.title"),
      trail: [["/compare", t("nav.compare")]],
      hideFromSearchEngines: visit.url.search !== "",
      ...(comparing ? { alternates: [["text/csv", `${visit.href("/compare.csv")}${asked}`, "CSV"]] as const } : {}),
      ...(tooMany ? { status: 400 } : {}),
    },
    <>
      <div class="heading">
        <h1>{t("compare.title")}</h1>
        {comparing ? (
          <p class="forms">
            <a href="#choose">{t("compare.choose-others")}</a> <a href={`${visit.href("/compare.csv")}${asked}`}>CSV</a>
          </p>
        ) : null}
      </div>
      {comparing ? (
        <>
          <p class="small">{t("compare.legend")}</p>
          <ComparisonTable visit={visit} instruments={chosen} />
        </>
      ) : (
        <p class={tooMany ? "remark" : "lead"}>
          {tooMany
            ? t("compare.too-many", { count: chosen.length, most: COMPARED_AT_MOST })
            : t("compare.lead", { most: COMPARED_AT_MOST })}
        </p>
      )}
      {await Choose({ visit, request })}
    </>,
  );
});

comparePage.get("/compare.csv", async (context) => {
  const visit = context.get("visit");
  const { chosen } = await readCompareRequest(visit);
  if (chosen.length < 2 || chosen.length > COMPARED_AT_MOST)
    throw new Problem("invalid-input", says`“instruments” names ${chosen.length} instruments; expected two to ${COMPARED_AT_MOST}.`);
  const rows = compareInstruments(chosen, visit.reference.types).flatMap(({ area, rows }) =>
    rows.flatMap(({ type, cells }) =>
      cells.flatMap((cell, index) => {
        const row = { ...factsOf(chosen[index] as Instrument), area, provision_type: type, outcome: cell.outcome as string };
        return cell.outcome === "coded"
          ? cell.places.map(({ provision, coding }) => ({
              ...row,
              strength: coding.strength,
              locator: provision.locator,
              coding: coding.id,
              basis: coding.basis,
              enforcement: coding.enforcement ?? "",
              paraphrase: coding.paraphrase,
            }))
          : [row];
      }),
    ),
  );
  return answerCsv(
    "compare.csv",
    [
      "area",
      "provision_type",
      "instrument",
      "title",
      "jurisdiction",
      "type",
      "status",
      "force",
      "date",
      "read",
      "outcome",
      "strength",
      "locator",
      "coding",
      "basis",
      "enforcement",
      "paraphrase",
    ],
    rows,
  );
});

function factsOf(instrument: Instrument) {
  return {
    instrument: instrument.id,
    title: titleOf(instrument),
    jurisdiction: instrument.jurisdiction,
    type: instrument.type,
    status: currentStatus(instrument),
    force: instrument.force.value,
    date: leadingDate(instrument)?.value ?? "",
    read: instrument.read,
  };
}

/** One form for both steps: it keeps what is chosen, searches for more, and compares once two are chosen. */
async function Choose({ visit, request }: { visit: Visit; request: CompareRequest }) {
  const { t } = visit;
  const candidates = await findCandidates(visit, request);
  const held = await findRecords(
    visit.db,
    "instrument",
    candidates.map((hit) => hit.id),
  );
  const found = candidates.flatMap((hit) => held.get(hit.id)?.record ?? []);
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{t("compare.choose")}</h2>
      <form action={visit.href("/compare")} method="get" class="compare-form">
        {request.chosen.length > 0 ? (
          <fieldset>
            <legend>{t("compare.chosen")}</legend>
            <ul>
              {request.chosen.map((instrument) => (
                <Box visit={visit} instrument={instrument} chosen />
              ))}
            </ul>
          </fieldset>
        ) : null}
        <p>
          <label for="compare-words">{t("compare.search")}</label>
          <br />
          <input id="compare-words" type="search" name="q" maxlength={400} value={request.words} />{" "}
          <button type="submit">{t("search.button")}</button>
        </p>
        <fieldset>
          <legend>
            {request.words
              ? t("compare.found", { words: request.words })
              : t(request.chosen.length > 0 ? "compare.alike" : "compare.newest")}
          </legend>
          {found.length > 0 ? (
            <ul>
              {found.map((instrument) => (
                <Box visit={visit} instrument={instrument} />
              ))}
            </ul>
          ) : (
            <p>{t("list.nothing")}</p>
          )}
        </fieldset>
        <p>
          <button type="submit">{t("compare.compare")}</button>
        </p>
      </form>
    </section>
  );
}

function Box({ visit, instrument, chosen = false }: { visit: Visit; instrument: Instrument; chosen?: boolean }) {
  const date = leadingDate(instrument);
  return (
    <li>
      <label>
        <input type="checkbox" name="instruments" value={instrument.id} checked={chosen} />{" "}
        <InstrumentTitle visit={visit} instrument={instrument} />{" "}
        <span class="small">
          {visit.placeName(instrument.jurisdiction)}
          {date ? ` · ${date.value.slice(0, 4)}` : ""} · {visit.code("type", instrument.type)}
        </span>
      </label>
    </li>
  );
}
