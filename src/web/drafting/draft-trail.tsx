import type { Draft } from "../../drafting/draft.ts";
import { type DraftEvent, firstBroken } from "../../drafting/event.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { entryOf, shownFingerprint } from "../../drafting/trail.ts";
import { moment } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { Line } from "./form-fields.tsx";

const SHOWN = 100;

/** What was done to a draft, the newest first, and whether the trail is whole: each entry carries the fingerprint of the one before. */
export function DraftTrail({
  visit,
  draft,
  events,
  isWhole,
}: {
  visit: Visit;
  draft: Draft;
  events: readonly DraftEvent[];
  /** whether it tells of everything that the draft holds */
  isWhole: boolean;
}) {
  const { t } = visit;
  const broken = firstBroken(draft.id, events);
  const all = visit.url.searchParams.has("all");
  const shown = events.toReversed().slice(0, all ? undefined : SHOWN);
  const labels = new Map(renderDraft(draft).elements.map(({ id, label, heading }) => [id, label || heading]));
  return (
    <section aria-labelledby="trail">
      <h2 id="trail">{t("approval.trail")}</h2>
      {broken ? (
        <p class="remark" role="alert">
          {t("approval.trail-broken", { when: moment(visit, broken.at), number: broken.event })}
        </p>
      ) : !isWhole ? (
        <p class="remark" role="alert">
          {t("approval.trail-cut")}
        </p>
      ) : (
        <p>{t("approval.trail-whole", { count: events.length, fingerprint: shownFingerprint(events.at(-1) ?? { fingerprint: "" }) })}</p>
      )}
      <FingerprintCheck visit={visit} draft={draft} events={events} />
      <ul class="changes">
        {shown.map((event) => (
          <Entry visit={visit} event={event} labels={labels} />
        ))}
      </ul>
      {shown.length < events.length ? (
        <p>
          <a href={visit.href(`/drafts/${draft.id}/approval?all=1#trail`)}>{t("approval.trail-all", { count: events.length })}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Whether a fingerprint that somebody holds, from a file or an adoption, still stands in the trail. */
function FingerprintCheck({ visit, draft, events }: { visit: Visit; draft: Draft; events: readonly DraftEvent[] }) {
  const { t } = visit;
  const pasted = visit.url.searchParams.get("fingerprint")?.slice(0, 200) ?? "";
  const found = entryOf(events, pasted);
  const said =
    found === "too-short"
      ? t("approval.trail-too-short")
      : found === undefined
        ? t("approval.trail-not-there")
        : t("approval.trail-stands", { number: found, count: events.length, when: moment(visit, events[found - 1]?.at ?? "") });
  return (
    <details open={pasted !== ""}>
      <summary>{t("approval.trail-check")}</summary>
      <form method="get" action={`${visit.href(`/drafts/${draft.id}/approval`)}#trail`} class="drafting-form">
        <Line
          name="fingerprint"
          label={t("approval.trail-fingerprint")}
          hint={t("approval.trail-check-what")}
          value={pasted}
          longest={100}
          direction="ltr"
          required
        />
        {pasted ? (
          <p class="remark" role="status">
            {said}
          </p>
        ) : null}
        <button type="submit" class="quiet">
          {t("approval.trail-look")}
        </button>
      </form>
    </details>
  );
}

function Entry({ visit, event, labels }: { visit: Visit; event: DraftEvent; labels: ReadonlyMap<string, string> }) {
  const { what, detail, who, role, at } = event;
  const text = (name: string) => (typeof detail[name] === "string" ? detail[name] : undefined);
  const element = text("element");
  const parts = [
    element && (labels.get(element) ?? element),
    text("step") && visit.code("step", text("step") ?? ""),
    text("verdict") && what === "step-decided" && visit.code("step-verdict", text("verdict") ?? ""),
    text("to") && text("from") && `${visit.code("draft-state", text("from") ?? "")} → ${visit.code("draft-state", text("to") ?? "")}`,
    typeof detail.version === "number" && visit.t("approval.version", { version: detail.version }),
    detail.alone !== undefined && visit.t("approval.alone"),
    text("instrument"),
  ].filter(Boolean);
  return (
    <li>
      <span class="figure">{moment(visit, at)}</span> {visit.code("draft-event", what)}
      {parts.map((part) => (
        <>
          {" · "}
          <bdi>{part}</bdi>
        </>
      ))}
      {" · "}
      <bdi>{authorName(visit, who)}</bdi>
      {role ? ` (${visit.code("people.role", role)})` : ""}
      {text("note") ? <p dir="auto">{text("note")}</p> : null}
    </li>
  );
}
