import { dateKinds, type Instrument } from "../../registry/instrument.ts";
import { BEGINNING, OPEN_END, periodsOf } from "../../registry/standing.ts";
import { earliestDay, latestDay } from "../../shared/partial-date.ts";
import type { Visit } from "../visit.ts";
import { EnglishNote } from "./english-note.tsx";

/** A date and a status that say the same on the same source are one step. */
const steps: Partial<Record<(typeof dateKinds)[number], Instrument["statuses"][number]["value"]>> = {
  proposed: "proposed",
  adopted: "adopted",
  in_force: "in-force",
};

/** Dates and statuses in order, each with its source and how sure it is. */
export function Timeline({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const isOneStep = (status: Instrument["statuses"][number], kind: (typeof dateKinds)[number]) => {
    const date = instrument.dates[kind];
    return (
      steps[kind] === status.value &&
      date?.value === status.from &&
      date?.source === status.source &&
      date?.confidence === status.confidence
    );
  };
  const events = [
    ...dateKinds.flatMap((kind) => {
      const date = instrument.dates[kind];
      const notes = date
        ? [date.note, ...instrument.statuses.filter((status) => isOneStep(status, kind)).map((status) => status.note)]
        : [];
      return date
        ? [
            {
              when: date.value,
              what: visit.code("date", kind),
              confidence: date.confidence,
              source: date.source,
              note: [...new Set(notes.filter(Boolean))].join("; "),
            },
          ]
        : [];
    }),
    ...instrument.statuses
      .filter((status) => !dateKinds.some((kind) => isOneStep(status, kind)))
      .map((status) => ({
        when: status.from ?? "",
        what: `${visit.t("timeline.status")}${visit.t("punctuation.colon")}${visit.code("status", status.value)}`,
        confidence: status.confidence,
        source: status.source,
        note: status.note,
      })),
  ].sort((a, b) => (a.when || "9999").localeCompare(b.when || "9999"));
  const periods = periodsOf(instrument);
  return (
    <>
      <ol class="timeline">
        {events.map((event) => (
          <li>
            <span class="when figure">
              {event.when ? <time datetime={event.when}>{visit.date(event.when)}</time> : visit.t("timeline.date-unknown")}
            </span>{" "}
            <span>
              {event.what}{" "}
              <span class="small">
                ({visit.code("confidence", event.confidence)}
                {event.source ? (
                  <>
                    {visit.t("punctuation.comma")}
                    <a class="source" href={`#source-${event.source}`}>
                      [{event.source}]
                    </a>
                  </>
                ) : null}
                )
              </span>
              <EnglishNote text={event.note} />
            </span>
          </li>
        ))}
      </ol>
      <p class="small">
        {visit.t("timeline.periods")}{" "}
        {periods
          .map(
            (period) =>
              `${visit.code("status", period.status)} ${span(visit, period.fromEarliest, period.fromLatest)} – ${period.toLatest === OPEN_END && period.toEarliest === OPEN_END ? visit.t("timeline.open") : span(visit, period.toEarliest, period.toLatest)}`,
          )
          .join(visit.t("punctuation.semicolon"))}
      </p>
    </>
  );
}

function span(visit: Visit, earliest: string, latest: string): string {
  if (earliest === BEGINNING || latest === OPEN_END) return visit.t("timeline.date-unknown");
  // A month or a year of which the day is not known is written as such.
  const whole = [earliest, earliest.slice(0, 7), earliest.slice(0, 4)].find(
    (date) => earliestDay(date) === earliest && latestDay(date) === latest,
  );
  return whole ? visit.date(whole) : `${visit.date(earliest)} / ${visit.date(latest)}`;
}
