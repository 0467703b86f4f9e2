import type { Measurement } from "../../registry/measurement.ts";
import { dayOf } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { OwnText } from "./own-text.tsx";

/** Each look at a source of a body, the newest of a series first: whose data, under which licence, how old, read by what. */
export function MeasuredSources({ visit, measurements }: { visit: Visit; measurements: readonly Measurement[] }) {
  const bySeries = Map.groupBy(
    [...measurements].sort((a, b) => b.observed_at.localeCompare(a.observed_at)),
    ({ series }) => series,
  );
  return (
    <ul class="entries">
      {[...bySeries.values()].map(([newest, ...earlier]) =>
        newest ? (
          <li class="entry" id={`measurement-${newest.id}`}>
            <Look visit={visit} measurement={newest} />
            {earlier.length > 0 ? (
              <details>
                <summary>{visit.t("body.earlier-looks", { count: earlier.length })}</summary>
                {earlier.map((measurement) => (
                  <Look visit={visit} measurement={measurement} />
                ))}
              </details>
            ) : null}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Look({ visit, measurement: { titles, source, observed_at, reader, subjects } }: { visit: Visit; measurement: Measurement }) {
  const { t } = visit;
  const day = dayOf(observed_at);
  return (
    <>
      <p>
        <OwnText visit={visit} texts={titles} />
      </p>
      <p class="facts">
        {t("body.looked", { date: visit.date(day), count: subjects })} · {t("body.reader")}
        {t("punctuation.colon")}
        <bdi>{reader}</bdi>
      </p>
      <p class="small">
        {source.publisher ? (
          <>
            <bdi>{source.publisher}</bdi> ·{" "}
          </>
        ) : null}
        <bdi>{source.licence}</bdi>
        {source.date ? ` · ${t("body.data-of", { date: dataDate(visit, source.date) })}` : ""}
      </p>
      {source.address ? (
        <p class="small sources">
          <a href={source.address} rel="noopener nofollow" dir="ltr">
            {source.address}
          </a>
        </p>
      ) : null}
      {source.note ? (
        <p class="small" lang="en" dir="ltr">
          {source.note}
        </p>
      ) : null}
    </>
  );
}

/** The source's date as far as it is one; else as it is written there. */
function dataDate(visit: Visit, date: string): string {
  return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) ? visit.date(date) : date;
}
