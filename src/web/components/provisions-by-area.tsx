import type { Coding } from "../../registry/coding.ts";
import { dateKinds, type Instrument, type Provision } from "../../registry/instrument.ts";
import type { Visit } from "../visit.ts";
import { EnglishNote } from "./english-note.tsx";
import { EnglishRows } from "./english-rows.tsx";
import { languageName } from "./facet-form.tsx";
import { SourceLink } from "./source-link.tsx";
import { Strength } from "./strength.tsx";

/** What an instrument says, area by area, and behind them the articles that were read as nothing of these. A provision's wording stands once, where it is met first. */
export function ProvisionsByArea({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const entries = instrument.provisions.flatMap((provision) =>
    provision.codings.map((coding) => ({ provision, coding, area: visit.reference.types.get(coding.type)?.area ?? "unknown" })),
  );
  const uncoded = instrument.provisions.filter(({ codings }) => codings.length === 0);
  if (instrument.provisions.length === 0) return <p>{visit.t("instrument.no-provisions")}</p>;
  const order = [...new Set([...visit.reference.types.values()].map((type) => type.area as string))];
  const byArea = [...Map.groupBy(entries, (entry) => entry.area)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const metFirst = new Map(byArea.flatMap(([area, list]) => list.map(({ provision }) => [provision.id, area] as const)).reverse());
  return (
    <>
      {byArea.map(([area, list]) => (
        <section aria-labelledby={`area-${area}`} class="area">
          <h3 id={`area-${area}`}>{visit.code("area", area)}</h3>
          {[...Map.groupBy(list, ({ provision }) => provision)].map(([provision, codings]) => (
            <ProvisionEntry
              visit={visit}
              provision={provision}
              codings={codings.map(({ coding }) => coding)}
              first={metFirst.get(provision.id) === area}
            />
          ))}
        </section>
      ))}
      {uncoded.length > 0 ? (
        <section aria-labelledby="area-none" class="area">
          <h3 id="area-none">{visit.t("provision.uncoded", { count: uncoded.length })}</h3>
          <p class="small">{visit.t("provision.uncoded-what")}</p>
          {uncoded.map((provision) => (
            <ProvisionEntry visit={visit} provision={provision} codings={[]} first />
          ))}
        </section>
      ) : null}
    </>
  );
}

function ProvisionEntry({
  visit,
  provision,
  codings,
  first,
}: {
  visit: Visit;
  provision: Provision;
  codings: readonly Coding[];
  first: boolean;
}) {
  return (
    <div class="provision" {...(first ? { id: provision.id } : {})}>
      <h4>
        <span class="locator" dir="auto">
          {provision.locator}
        </span>
        {provision.heading ? (
          <>
            {" "}
            <span dir="auto">{provision.heading}</span>
          </>
        ) : null}
      </h4>
      {first ? (
        provision.wording.map((wording) => (
          <blockquote lang={wording.language} dir="auto" class="wording">
            <p>{wording.text}</p>
            <footer lang={visit.language} dir={visit.direction}>
              {languageName(visit, wording.language)} · <span dir="auto">{wording.licence}</span> · <SourceLink id={wording.source} />
            </footer>
          </blockquote>
        ))
      ) : provision.wording.length > 0 ? (
        <p class="small">
          <a href={`#${provision.id}`}>{visit.t("provision.wording-above", { locator: provision.locator })}</a>
        </p>
      ) : null}
      {dateKinds.map((kind) => {
        const date = provision.dates?.[kind];
        return date ? (
          <p class="small">
            {visit.code("date", kind)}
            {visit.t("punctuation.colon")}
            <time datetime={date.value}>{visit.date(date.value)}</time>
            {date.source ? (
              <>
                {visit.t("punctuation.comma")}
                <SourceLink id={date.source} />
              </>
            ) : null}
          </p>
        ) : null;
      })}
      {provision.statuses.map((status) => (
        <p class="small">
          {visit.code("status", status.value)}
          {status.from ? `${visit.t("punctuation.comma")}${visit.date(status.from)}` : ""}
          <EnglishNote text={status.note} />
        </p>
      ))}
      {codings.length > 0 ? (
        <ul class="codings">
          {codings.map((coding) => (
            <CodingEntry visit={visit} coding={coding} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function CodingEntry({ visit, coding }: { visit: Visit; coding: Coding }) {
  const { t } = visit;
  const details = [
    ["coding.scope", coding.scope],
    ["coding.condition", coding.condition],
    ["coding.exception", coding.exception],
    ["coding.deadline", coding.deadline],
    ["coding.enforcement", coding.enforcement],
  ] as const;
  const kinds = (coding.addressee?.kinds ?? []).map((kind) => visit.code("addressee", kind)).join(t("punctuation.semicolon"));
  const named = coding.addressee?.text;
  return (
    <li id={coding.id} class={`coding verdict-${coding.verdict}`}>
      <p>
        <Strength visit={visit} value={coding.strength} />{" "}
        <a href={visit.href(`/provision-types/${coding.type}`)} class="type">
          {visit.typeName(coding.type)}
        </a>
        {coding.verb ? (
          <>
            {" "}
            <span class="verb" dir="auto">
              «{coding.verb}»
            </span>
          </>
        ) : null}
      </p>
      {coding.paraphrase ? (
        <p lang="en" dir="ltr">
          {coding.paraphrase}
        </p>
      ) : null}
      {kinds || named || details.some(([, value]) => value) ? (
        <dl class="coding-details">
          {kinds || named ? (
            <div>
              <dt>{t("coding.addressee")}</dt>
              <dd>
                {kinds}
                {kinds && named ? t("punctuation.semicolon") : ""}
                {named ? <bdi>{named}</bdi> : null}
              </dd>
            </div>
          ) : null}
          <EnglishRows visit={visit} rows={details} />
        </dl>
      ) : null}
      <p class="small">
        {visit.code("basis", coding.basis)} · {visit.code("confidence", coding.confidence)} · {visit.code("verdict", coding.verdict)} ·{" "}
        <SourceLink id={coding.source} />
        <EnglishNote text={coding.note} />
      </p>
    </li>
  );
}
