import { Hono } from "hono";
import { listAsked, policyId } from "../../measurement/asked.ts";
import { factAt } from "../../measurement/fact.ts";
import { findLooks, type Look } from "../../measurement/find.ts";
import type { Outcome as OutcomeValue } from "../../measurement/finding.ts";
import { correctionsOf, repliesOn } from "../../measurement/stated.ts";
import { type ToldFinding, tellSubjects } from "../../measurement/tell.ts";
import type { Dossier } from "../../registry/dossier.ts";
import { findRecord } from "../../registry/find.ts";
import type { Measurement } from "../../registry/measurement.ts";
import { languageTag } from "../../shared/localized-text.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { BadgeOffer } from "../components/badge-offer.tsx";
import { BodyName } from "../components/body-name.tsx";
import { EnglishNote } from "../components/english-note.tsx";
import { FactsSeen } from "../components/facts-seen.tsx";
import { type Around, FindingEntry } from "../components/finding-entry.tsx";
import { render } from "../components/layout.tsx";
import { Objection } from "../components/objection.tsx";
import { Outcome } from "../components/outcome.tsx";
import { OwnText } from "../components/own-text.tsx";
import { PastLooks } from "../components/past-looks.tsx";
import { Statement } from "../components/statement.tsx";
import { WebAddress } from "../components/web-address.tsx";
import { shortened } from "../parameters.ts";
import type { Visit } from "../visit.ts";

/** What needs somebody first. */
const order: readonly OutcomeValue[] = ["not-met", "not-observable", "error", "met", "not-applicable"];

/** One subject: what was seen of it and where, what the checks say of that, and what people say beside it. */
export const subjectPage = new Hono<Site>();

subjectPage.get("/subjects/:key", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const key = context.req.param("key");
  const looks = await looksAt(visit, key);
  const [look] = looks as [Look];
  const { subject } = look.observation;
  const told = (await tellSubjects(visit.db, look.body, [look])).get(key) ?? [];
  const dossier = (await findRecord(visit.db, "dossier", look.body))?.record;
  const measurement = (await findRecord(visit.db, "measurement", look.measurement))?.record;
  const asked = await listAsked(visit.db, look.body);
  const policies = [...new Map(asked.map(({ policy }) => [policyId(policy), policy])).values()];
  const around = aroundOf(look, measurement, dossier);
  const replies = repliesOn(dossier, subject);
  const name = subject.name ?? subject.id;
  return render(
    visit,
    {
      title: name,
      trail: [
        [`/bodies/${look.body}`, visit.bodyName(look.body)],
        [`/bodies/${look.body}/subjects?kind=${look.kind}`, visit.code("kinds", look.kind)],
      ],
      alternates: [["application/json", `/api/v1/subjects/${key}`, "JSON"]],
    },
    <article>
      <div class="heading">
        <h1 dir="auto">{name}</h1>
        <p class="forms">
          <a href={`/api/v1/subjects/${key}`}>JSON</a> <a href="#badge">{t("subject.badge")}</a>
        </p>
      </div>
      {look.current ? null : <p class="remark">{t("subject.gone")}</p>}
      <Seen visit={visit} look={look} measurement={measurement} />
      <section aria-labelledby="findings">
        <h2 id="findings">{t("subject.findings")}</h2>
        {replies.map((reply) => (
          <Statement visit={visit} kind="reply" statement={reply} sources={around.sources} />
        ))}
        {told.length === 0 ? <p>{t("subject.no-findings")}</p> : null}
        <Findings visit={visit} told={told} around={around} />
      </section>
      <section aria-labelledby="facts">
        <h2 id="facts">{t("subject.facts")}</h2>
        <p class="small">{t("subject.facts-what")}</p>
        <FactsSeen visit={visit} observation={look.observation} corrections={correctionsOf(dossier, subject)} around={around} />
      </section>
      <section aria-labelledby="looks">
        <h2 id="looks">{t("subject.looks")}</h2>
        <PastLooks visit={visit} looks={looks} asked={asked} />
      </section>
      <BadgeOffer visit={visit} subject={key} policies={policies} />
      <Objection visit={visit} look={look} />
    </article>,
  );
});

/** Every look at a subject, the newest first. */
export async function looksAt(visit: Visit, key: string): Promise<Look[]> {
  const looks = /^[0-9a-f]{16}$/.test(key) ? await findLooks(visit.db, key) : [];
  if (looks.length === 0)
    throw new Problem(
      "not-found",
      says`Nothing is known under “${shortened(key)}”; expected the 16 digits of a subject that was looked at.`,
    );
  return looks;
}

function aroundOf(look: Look, measurement: Measurement | undefined, dossier: Dossier | undefined): Around {
  const { facts, subject } = look.observation;
  const text = (name: string) => {
    const value = factAt(facts, name);
    return typeof value === "string" ? value : undefined;
  };
  const language = languageTag.safeParse(text("language"));
  const isRepository = subject.kind === "repository";
  return {
    shown: {
      source: measurement?.source.address,
      repository: subject.address ?? (isRepository ? measurement?.source.address : undefined),
      commit: isRepository ? text("history.head") : undefined,
    },
    language: language.success ? language.data : undefined,
    sources: new Map(dossier?.sources.map((source) => [source.id, source])),
  };
}

/** Which subject, whose, seen when, by what, in whose data. */
function Seen({ visit, look, measurement }: { visit: Visit; look: Look; measurement: Measurement | undefined }) {
  const { t } = visit;
  const { subject, observedAt, reader } = look.observation;
  return (
    <dl class="facts-list">
      <div>
        <dt>{t("subject.what")}</dt>
        <dd>
          {visit.code("kind", subject.kind)}
          {t("punctuation.colon")}
          <WebAddress text={subject.id} />
        </dd>
      </div>
      <div>
        <dt>{t("subject.owner")}</dt>
        <dd>
          <a href={visit.href(`/bodies/${look.body}`)}>
            <BodyName visit={visit} id={look.body} />
          </a>
        </dd>
      </div>
      {subject.address && subject.address !== subject.id ? (
        <div>
          <dt>{t("subject.address")}</dt>
          <dd>
            <WebAddress text={subject.address} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t("subject.seen")}</dt>
        <dd>
          <time datetime={observedAt}>{visit.date(observedAt.slice(0, 10))}</time>
          {t("punctuation.comma")}
          <bdi>{reader}</bdi>
        </dd>
      </div>
      {measurement ? (
        <div>
          <dt>{t("subject.source")}</dt>
          <dd>
            <a href={`${visit.href(`/bodies/${look.body}`)}#measurements`}>
              <OwnText visit={visit} texts={measurement.titles} />
            </a>
            <Source visit={visit} source={measurement.source} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function Source({ visit, source }: { visit: Visit; source: Measurement["source"] }) {
  return (
    <p class="small">
      {source.publisher ? (
        <>
          <bdi lang="en">{source.publisher}</bdi> ·{" "}
        </>
      ) : null}
      <bdi>{source.licence}</bdi>
      {source.date ? <> · {visit.t("subject.data-of", { date: source.date })}</> : null}
      {source.address ? (
        <>
          {" "}
          · <WebAddress text={source.address} />
        </>
      ) : null}
      <EnglishNote text={source.note} />
    </p>
  );
}

function Findings({ visit, told, around }: { visit: Visit; told: readonly ToldFinding[]; around: Around }) {
  const byOutcome = Map.groupBy(told, ({ finding, exception }) => (exception ? "excepted" : finding.outcome));
  return (
    <>
      {[...order.slice(0, 1), "excepted" as const, ...order.slice(1)].map((outcome) => {
        const findings = byOutcome.get(outcome);
        return findings ? (
          <section aria-labelledby={`outcome-${outcome}`}>
            <h3 id={`outcome-${outcome}`}>
              <Outcome visit={visit} value={outcome} /> <span class="figure">{visit.number(findings.length)}</span>
            </h3>
            <ul class="plain">
              {findings.map((one) => (
                <FindingEntry visit={visit} told={one} around={around} />
              ))}
            </ul>
          </section>
        ) : null;
      })}
    </>
  );
}
