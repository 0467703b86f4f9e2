import { Hono } from "hono";
import type { Claim } from "../../registry/claim.ts";
import { findRecord, findRecords, type Kept, listRelationsTo, listRevisions } from "../../registry/find.ts";
import { dateKinds, type Instrument, type Provision } from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import { inForceOn, periodsOf } from "../../registry/standing.ts";
import type { Coding } from "../../registry/coding.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { ClaimLine } from "../components/claim-line.tsx";
import { languageName } from "../components/facet-form.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { LessonLinks } from "../components/lesson-links.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import { SourceList } from "../components/source-list.tsx";
import { Strength } from "../components/strength.tsx";
import { Timeline } from "../components/timeline.tsx";
import { instrumentData } from "../../exporters/json-ld/instrument.ts";
import { differences } from "../differences.ts";
import { knownOnTime, readDay } from "../listing-request.ts";
import type { Visit } from "../visit.ts";

/** One instrument: facts with their sources, its standing over time, what it says article by article, and what others report of it. */
export const instrumentPage = new Hono<Site>();

instrumentPage.get("/instruments/:id{[a-z0-9-]+}", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const knownOn = readDay(visit.url.searchParams, "known-on");
  const day = readDay(visit.url.searchParams, "in-force-on");
  const kept = await findRecord(visit.db, "instrument", id, knownOnTime(knownOn));
  if (!kept) throw new Problem("not-found", knownOn ? `The registry knew no instrument “${id}” on ${knownOn}.` : `There is no instrument “${id}”.`);
  const instrument = kept.record;
  const title = titleOf(instrument, visit.language);
  const related = await relatedTo(visit, instrument);
  const claims = await claimsAbout(visit, id);
  const address = visit.href(`/instruments/${id}`);
  return render(
    visit,
    {
      title,
      trail: [["/instruments", t("nav.instruments")], [`/jurisdictions/${instrument.jurisdiction}`, visit.placeName(instrument.jurisdiction)]],
      alternates: [["application/json", `/api/v1/instruments/${id}`, "JSON"], ["application/yaml", `${address}.yml`, "YAML"]],
      data: instrumentData(instrument, visit.url.origin, visit.language),
    },
    <article class="instrument reviewed">
      <div class="heading">
        <h1><InstrumentTitle visit={visit} instrument={instrument} /></h1>
        <p class="forms">
          <a href="#cite">{t("instrument.cite")}</a> <a href={`${address}/history`}>{t("instrument.history")}</a> <a href={`${address}.yml`}>YAML</a> <a href={`/api/v1/instruments/${id}`}>JSON</a> <a href={visit.href(`/compare?instruments=${id}`)}>{t("instrument.compare")}</a> <a href={visit.href("/about#correct")}>{t("instrument.correct")}</a>
        </p>
      </div>
      {knownOn ? <p class="remark">{t("list.known-on", { date: visit.date(knownOn) })}</p> : null}
      {day ? <p class="remark">{t(`instrument.standing-${inForceOn(periodsOf(instrument), day)}`, { date: visit.date(day) })}</p> : null}
      {instrument.titles.filter((entry) => entry.text !== title).map((entry) => (
        <p class="other-title"><span lang={entry.language} dir="auto">{entry.text}</span> <span class="small">({languageName(visit, entry.language)}{t("punctuation.comma")}{visit.code("title-kind", entry.kind)})</span></p>
      ))}
      <Facts visit={visit} instrument={instrument} />
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t("instrument.timeline")}</h2>
        <Timeline visit={visit} instrument={instrument} />
      </section>
      <section aria-labelledby="provisions">
        <h2 id="provisions">{t("instrument.provisions")}</h2>
        <ByArea visit={visit} instrument={instrument} />
      </section>
      {related.length > 0 ? (
        <section aria-labelledby="relations">
          <h2 id="relations">{t("instrument.relations")}</h2>
          <ul>{related.map(({ type, other, incoming }) => <li>{visit.code(incoming ? "relation-from" : "relation", type)} <a href={visit.href(`/instruments/${other.id}`)}><InstrumentTitle visit={visit} instrument={other} /></a> ({visit.placeName(other.jurisdiction)})</li>)}</ul>
        </section>
      ) : null}
      <Frameworks visit={visit} instrument={instrument} />
      <section aria-labelledby="claims">
        <h2 id="claims">{t("instrument.claims")}</h2>
        {claims.length === 0 ? <p>{t("instrument.no-claims")}</p> : <ul class="entries">{claims.map((claim) => <ClaimLine visit={visit} claim={claim} />)}</ul>}
      </section>
      <LessonLinks visit={visit} types={typesOf(instrument)} instrument={id} />
      <SourceList visit={visit} sources={instrument.sources} />
      <section aria-labelledby="cite">
        <h2 id="cite">{t("instrument.cite")}</h2>
        <p class="citation" dir="ltr">Openfirst registry, “{titleOf(instrument)}” ({visit.reference.jurisdictions.get(instrument.jurisdiction)?.names.en ?? instrument.jurisdiction}), record {id}, revision {kept.revision}, {kept.knownFrom.slice(0, 10)}. {visit.url.origin}{address}. CC BY 4.0.</p>
        <p class="small">{t("instrument.kept", { who: kept.who, date: visit.date(kept.knownFrom.slice(0, 10)) })}</p>
      </section>
    </article>,
  );
});

instrumentPage.get("/instruments/:id{[a-z0-9-]+}/history", async (context) => {
  const visit = context.get("visit");
  const id = context.req.param("id");
  const { items } = await listRevisions(visit.db, { noun: "instrument", id, limit: 200 });
  if (items.length === 0) throw new Problem("not-found", `There is no instrument “${id}”.`);
  const newest = items.find((item) => item.after)?.after as Instrument | undefined;
  const name = newest ? titleOf(newest, visit.language) : id;
  return render(
    visit,
    { title: visit.t("history.title", { title: name }), trail: [["/instruments", visit.t("nav.instruments")], [`/instruments/${id}`, name]] },
    <>
      <h1>{visit.t("history.title", { title: name })}</h1>
      <ol class="history">
        {items.map((item) => (
          <li>
            <p><time datetime={item.at}>{visit.date(item.at.slice(0, 10))}</time> · {item.who} · <span dir="auto">{item.why}</span> · <a href={`${visit.href(`/instruments/${id}`)}?known-on=${item.at.slice(0, 10)}`}>{visit.t("history.read")}</a></p>
            <ul class="changes">{differences(item.before, item.after).slice(0, 60).map(({ path, before, after }) => <li><code>{path}</code>: {before === undefined ? null : <del dir="auto">{before}</del>} {after === undefined ? null : <ins dir="auto">{after}</ins>}</li>)}</ul>
          </li>
        ))}
      </ol>
    </>,
  );
});

function Facts({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const { t } = visit;
  const status = instrument.statuses.at(-1);
  return (
    <dl class="facts-list">
      <div><dt>{t("fact.jurisdiction")}</dt><dd><a href={visit.href(`/jurisdictions/${instrument.jurisdiction}`)}>{visit.placeName(instrument.jurisdiction)}</a>{t("punctuation.comma")}{visit.code("level", instrument.level)}</dd></div>
      <div><dt>{t("fact.type")}</dt><dd>{visit.code("type", instrument.type)}</dd></div>
      <div><dt>{t("fact.force")}</dt><dd>{visit.code("force", instrument.force.value)}{instrument.force.note ? <> <span class="note" lang="en" dir="ltr">{instrument.force.note}</span></> : null}</dd></div>
      <div><dt>{t("fact.issuing-body")}</dt><dd><OwnText visit={visit} texts={visit.reference.bodies.get(instrument.issuing_body)?.names ?? { en: instrument.issuing_body }} /></dd></div>
      {status ? <div><dt>{t("fact.status")}</dt><dd>{visit.code("status", status.value)} <span class="small">({visit.code("confidence", status.confidence)}{status.source ? <>{t("punctuation.comma")}<SourceLink id={status.source} /></> : null})</span>{status.note ? <> <span class="note" lang="en" dir="ltr">{status.note}</span></> : null}</dd></div> : null}
      <div><dt>{t("fact.read")}</dt><dd>{visit.code("read", instrument.read)}</dd></div>
      {instrument.texts.length > 0 ? (
        <div>
          <dt>{t("fact.texts")}</dt>
          <dd><ul>{instrument.texts.map((text) => <li>{languageName(visit, text.language)}{text.version ? <>{t("punctuation.comma")}<bdi lang="en">{text.version}</bdi></> : null}{text.authentic === undefined ? "" : `${t("punctuation.comma")}${t(text.authentic ? "fact.authentic" : "fact.not-authentic")}`}{text.licence ? <>{t("punctuation.comma")}<bdi lang="en">{text.licence}</bdi></> : null} (<SourceLink id={text.source} />)</li>)}</ul></dd>
        </div>
      ) : null}
      {instrument.notes ? <div><dt>{t("fact.notes")}</dt><dd lang="en" dir="ltr">{instrument.notes}</dd></div> : null}
    </dl>
  );
}

function ByArea({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const entries = instrument.provisions.flatMap((provision) => provision.codings.map((coding) => ({ provision, coding, area: visit.reference.types.get(coding.type)?.area ?? "unknown" })));
  if (entries.length === 0) return <p>{visit.t("instrument.no-provisions")}</p>;
  const byArea = Map.groupBy(entries, (entry) => entry.area);
  const order = [...new Set([...visit.reference.types.values()].map((type) => type.area as string))];
  return (
    <>
      {[...byArea].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([area, list]) => (
        <section aria-labelledby={`area-${area}`} class="area">
          <h3 id={`area-${area}`}>{visit.code("area", area)}</h3>
          {[...Map.groupBy(list, ({ provision }) => provision)].map(([provision, codings]) => <ProvisionEntry visit={visit} provision={provision} codings={codings.map(({ coding }) => coding)} first={codings[0] === entries.find((entry) => entry.provision === provision)} />)}
        </section>
      ))}
    </>
  );
}

function ProvisionEntry({ visit, provision, codings, first }: { visit: Visit; provision: Provision; codings: readonly Coding[]; first: boolean }) {
  return (
    <div class="provision" {...(first ? { id: provision.id } : {})}>
      <h4><span class="locator" dir="auto">{provision.locator}</span>{provision.heading ? <> <span dir="auto">{provision.heading}</span></> : null}</h4>
      {first ? provision.wording.map((wording) => (
        <blockquote lang={wording.language} dir="auto" class="wording">
          <p>{wording.text}</p>
          <footer lang={visit.language} dir={visit.direction}>{languageName(visit, wording.language)} · <span dir="auto">{wording.licence}</span> · <SourceLink id={wording.source} /></footer>
        </blockquote>
      )) : provision.wording.length > 0 ? <p class="small"><a href={`#${provision.id}`}>{visit.t("provision.wording-above", { locator: provision.locator })}</a></p> : null}
      {dateKinds.map((kind) => {
        const date = provision.dates?.[kind];
        return date ? <p class="small">{visit.code("date", kind)}{visit.t("punctuation.colon")}<time datetime={date.value}>{visit.date(date.value)}</time>{date.source ? <>{visit.t("punctuation.comma")}<SourceLink id={date.source} /></> : null}</p> : null;
      })}
      {provision.statuses.map((status) => <p class="small">{visit.code("status", status.value)}{status.from ? `${visit.t("punctuation.comma")}${visit.date(status.from)}` : ""}{status.note ? <> <span class="note" lang="en" dir="ltr">{status.note}</span></> : null}</p>)}
      <ul class="codings">{codings.map((coding) => <CodingEntry visit={visit} coding={coding} />)}</ul>
    </div>
  );
}

function CodingEntry({ visit, coding }: { visit: Visit; coding: Coding }) {
  const { t } = visit;
  const details = [["coding.scope", coding.scope], ["coding.condition", coding.condition], ["coding.exception", coding.exception], ["coding.deadline", coding.deadline], ["coding.enforcement", coding.enforcement]] as const;
  const kinds = (coding.addressee?.kinds ?? []).map((kind) => visit.code("addressee", kind)).join(t("punctuation.semicolon"));
  const named = coding.addressee?.text;
  return (
    <li id={coding.id} class={`coding verdict-${coding.verdict}`}>
      <p>
        <Strength visit={visit} value={coding.strength} />{" "}
        <a href={visit.href(`/provision-types/${coding.type}`)} class="type">{visit.typeName(coding.type)}</a>
        {coding.verb ? <> <span class="verb" dir="auto">«{coding.verb}»</span></> : null}
      </p>
      <p lang="en" dir="ltr">{coding.paraphrase}</p>
      {kinds || named || details.some(([, value]) => value) ? (
        <dl class="coding-details">
          {kinds || named ? <div><dt>{t("coding.addressee")}</dt><dd>{kinds}{kinds && named ? t("punctuation.semicolon") : ""}{named ? <bdi>{named}</bdi> : null}</dd></div> : null}
          {details.map(([key, value]) => (value ? <div><dt>{t(key)}</dt><dd lang="en" dir="auto">{value}</dd></div> : null))}
        </dl>
      ) : null}
      <p class="small">{visit.code("basis", coding.basis)} · {visit.code("confidence", coding.confidence)} · {visit.code("verdict", coding.verdict)} · <SourceLink id={coding.source} />{coding.note ? <> <span class="note" lang="en" dir="ltr">{coding.note}</span></> : null}</p>
    </li>
  );
}

function SourceLink({ id }: { id: string }) {
  return <a href={`#source-${id}`} class="source">[{id}]</a>;
}

function Frameworks({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const items = new Set(typesOf(instrument).flatMap((type) => visit.reference.itemsOfType.get(type) ?? []));
  if (items.size === 0) return null;
  return (
    <section aria-labelledby="frameworks">
      <h2 id="frameworks">{visit.t("instrument.frameworks")}</h2>
      <dl class="facts-list">
        {[...visit.reference.frameworks.values()].map((framework) => {
          const spoken = framework.items.filter((item) => items.has(`${framework.id}.${item.id}`));
          if (spoken.length === 0) return null;
          return <div><dt><a href={visit.href(`/frameworks/${framework.id}`)}>{visit.own(framework.names)}</a></dt><dd>{visit.t("instrument.framework-share", { spoken: spoken.length, of: framework.items.length })}{visit.t("punctuation.colon")}{spoken.map((item) => `${item.number} ${visit.own(item.names)}`).join(visit.t("punctuation.semicolon"))}</dd></div>;
        })}
      </dl>
    </section>
  );
}

function typesOf(instrument: Instrument): string[] {
  return [...new Set(instrument.provisions.flatMap((provision) => provision.codings.map((coding) => coding.type)))];
}

async function relatedTo(visit: Visit, instrument: Instrument): Promise<{ type: string; other: Instrument; incoming: boolean }[]> {
  const incoming = await listRelationsTo(visit.db, instrument.id);
  const held = await findRecords(visit.db, "instrument", [...instrument.relations.map((relation) => relation.target), ...incoming.map((edge) => edge.instrument)]);
  const edges = [...instrument.relations.map((relation) => ({ type: relation.type as string, id: relation.target, incoming: false })), ...incoming.map((edge) => ({ type: edge.type, id: edge.instrument, incoming: true }))];
  return edges.flatMap(({ type, id, incoming }) => {
    const other = held.get(id)?.record;
    return other ? [{ type, other, incoming }] : [];
  });
}

async function claimsAbout(visit: Visit, id: string): Promise<Kept<"claim">["record"][]> {
  const links = visit.reference.linksOfInstrument.get(id) ?? [];
  const held = await findRecords(visit.db, "claim", links.map((link) => link.claim));
  return [...held.values()].map(({ record }) => record as Claim);
}
