import { isTextBased } from "../../registry/coding.ts";
import { type ComparisonCell, compareInstruments, shareOf } from "../../registry/comparison.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { currentStatus, leadingDate } from "../../registry/standing.ts";
import type { Visit } from "../visit.ts";
import { InstrumentTitle } from "./instrument-title.tsx";
import { Strength } from "./strength.tsx";

/** Instruments side by side: what each says of each provision type, and where nobody has read enough to say. */
export function ComparisonTable({ visit, instruments }: { visit: Visit; instruments: readonly Instrument[] }) {
  const { t } = visit;
  const shares = instruments.map(shareOf);
  return (
    <section class="scroll" tabindex={0} aria-labelledby="comparison">
      <table class="sticky compare">
        <caption id="comparison">
          <span>{t("compare.caption", { count: instruments.length })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("compare.provision-type")}</th>
            {instruments.map((instrument) => (
              <Head visit={visit} instrument={instrument} />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t("fact.read")}</th>
            {instruments.map((instrument) => (
              <td>{visit.code("read", instrument.read)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("compare.text-based")}</th>
            {shares.map(({ textBased, all }) => (
              <td>{t("compare.share", { some: textBased, of: all })}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("compare.enforced")}</th>
            {shares.map(({ enforced, all }) => (
              <td>{t("compare.share", { some: enforced, of: all })}</td>
            ))}
          </tr>
        </tbody>
        {compareInstruments(instruments, visit.reference.types).map(({ area, rows }) => (
          <tbody>
            <tr class="area-row">
              <th scope="rowgroup" colspan={instruments.length + 1}>
                {visit.code("area", area)}
              </th>
            </tr>
            {rows.map(({ type, cells }) => (
              <tr>
                <th scope="row">
                  <a href={visit.href(`/provision-types/${type}`)}>{visit.typeName(type)}</a>
                </th>
                {cells.map((cell, index) => (
                  <td>
                    <Cell visit={visit} cell={cell} instrument={instruments[index]?.id ?? ""} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Head({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const date = leadingDate(instrument);
  return (
    <th scope="col">
      <a href={visit.href(`/instruments/${instrument.id}`)}>
        <InstrumentTitle visit={visit} instrument={instrument} />
      </a>
      <p class="facts">
        {visit.placeName(instrument.jurisdiction)} ·{" "}
        {date ? (
          <span class="figure">
            {visit.code("date", date.kind)} {visit.date(date.value)}
          </span>
        ) : (
          visit.t("timeline.date-unknown")
        )}{" "}
        · {visit.code("type", instrument.type)} · {visit.t("fact.status")}
        {visit.t("punctuation.colon")}
        {visit.code("status", currentStatus(instrument))} · {visit.t("fact.force")}
        {visit.t("punctuation.colon")}
        {visit.code("force", instrument.force.value)}
      </p>
    </th>
  );
}

function Cell({ visit, cell, instrument }: { visit: Visit; cell: ComparisonCell; instrument: string }) {
  const { t } = visit;
  if (cell.outcome === "absent") return <span class="absent">– {t("compare.absent")}</span>;
  if (cell.outcome === "not-read")
    return (
      <span class="unread">
        {t("punctuation.question")} {t("compare.not-read")}
      </span>
    );
  if (cell.outcome === "proposed")
    return (
      <span class="unread">
        {t("punctuation.question")} {visit.code("verdict", "unreviewed")}
      </span>
    );
  return (
    <ul>
      {cell.places.map(({ provision, coding }) => (
        <li>
          <Strength visit={visit} value={coding.strength} />{" "}
          <a href={`${visit.href(`/instruments/${instrument}`)}#${coding.id}`} class="locator" dir="auto">
            {provision.locator}
          </a>
          {provision.statuses.length > 0 ? (
            <span class="small"> ({visit.code("status", provision.statuses.at(-1)?.value ?? "unknown")})</span>
          ) : null}
          {isTextBased(coding) ? null : <span class="small"> ({visit.code("basis", coding.basis)})</span>}
          {coding.enforcement ? (
            <p class="small">
              {t("coding.enforcement")}
              {t("punctuation.colon")}
              <span lang="en" dir="ltr">
                {coding.enforcement}
              </span>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
