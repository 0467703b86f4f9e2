import type { Child } from "hono/jsx";
import { expiryOf } from "../../measurement/reading.ts";
import { subjectKey } from "../../measurement/subject.ts";
import type { Attestation, Dossier, Exception } from "../../registry/dossier.ts";
import type { Visit } from "../visit.ts";
import { ExceptionNote } from "./exception-note.tsx";
import { SourceLink } from "./source-link.tsx";
import { Statement } from "./statement.tsx";

/** All that is stated about a body, in full, with who and when. It stands beside what was measured, never over it. */
export function Statements({ visit, dossier, today }: { visit: Visit; dossier: Dossier; today: string }) {
  const { t } = visit;
  const sources = new Map(dossier.sources.map((source) => [source.id, source]));
  const about = (what: Exception["about"]) => <About visit={visit} body={dossier.id} about={what} />;
  return (
    <>
      <Group title={t("body.attestations")} none={t("body.no-attestations")} means={t("body.attestations-mean")}>
        {dossier.attestations.map((attestation) => (
          <AttestationEntry visit={visit} attestation={attestation} today={today} />
        ))}
      </Group>
      <Group title={t("body.exceptions")} none={t("body.no-exceptions")} means={t("body.exceptions-mean")}>
        {dossier.exceptions.map((exception) => (
          <li>
            {about(exception.about)}
            <ExceptionNote visit={visit} exception={exception} sources={sources} />
          </li>
        ))}
      </Group>
      <Group title={t("body.replies")} none={t("body.no-replies")}>
        {dossier.replies.map((reply) => (
          <li>
            {about(reply.about)}
            <Statement visit={visit} kind="reply" statement={reply} sources={sources} />
          </li>
        ))}
      </Group>
      <Group title={t("body.corrections")} none={t("body.no-corrections")} means={t("body.corrections-mean")}>
        {dossier.corrections.map((correction) => (
          <li>
            {about(correction)}
            <p class="small">
              <code dir="ltr">{correction.fact}</code>
            </p>
            <Statement visit={visit} kind="correction" statement={correction} sources={sources} />
          </li>
        ))}
      </Group>
    </>
  );
}

function Group({ title, none, means, children }: { title: string; none: string; means?: string; children: Child[] }) {
  return (
    <>
      <h3>{title}</h3>
      {children.length === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          {means ? <p class="small">{means}</p> : null}
          <ul class="plain">{children}</ul>
        </>
      )}
    </>
  );
}

function AttestationEntry({ visit, attestation, today }: { visit: Visit; attestation: Attestation; today: string }) {
  const { t } = visit;
  const { id, provision_type, says, numerator, denominator, role, given_on, text, language, source } = attestation;
  return (
    <li id={`attestation-${id}`}>
      <blockquote class="statement">
        <p>
          <a href={visit.href(`/provision-types/${provision_type}`)}>{visit.typeName(provision_type)}</a>
          {t("punctuation.colon")}
          <strong>{t(`body.says-${says}`)}</strong>
          {numerator !== undefined && denominator !== undefined
            ? `${t("punctuation.comma")}${t("figure.counts", { numerator, denominator })}`
            : ""}
        </p>
        <p lang={language} dir="auto">
          {text}
        </p>
        <p class="small">
          <bdi>{role}</bdi> · <time datetime={given_on}>{visit.date(given_on)}</time> · {expiryText(visit, expiryOf(attestation), today)}{" "}
          <SourceLink id={source} />
        </p>
      </blockquote>
    </li>
  );
}

/** "expires on 1 March 2028", or that it has. */
export function expiryText(visit: Visit, expiresOn: string, today: string): string {
  return visit.t(expiresOn < today ? "body.expired" : "body.expires", { date: visit.date(expiresOn) });
}

/** What is spoken about, as far as it is said: one subject, one check, one text. */
function About({ visit, body, about: { kind, subject, check, instrument } }: { visit: Visit; body: string; about: Exception["about"] }) {
  const parts: Child[] = [];
  if (subject) parts.push(kind ? <a href={visit.href(`/subjects/${subjectKey(body, kind, subject)}`)}>{subject}</a> : <bdi>{subject}</bdi>);
  if (check) parts.push(<a href={visit.href(`/checks/${check}`)}>{check}</a>);
  if (instrument) parts.push(<a href={visit.href(`/instruments/${instrument}`)}>{instrument}</a>);
  if (parts.length === 0) return null;
  return (
    <p class="small">
      {visit.t("body.about")}
      {visit.t("punctuation.colon")}
      {parts.map((part, index) => (
        <>
          {index > 0 ? " · " : ""}
          {part}
        </>
      ))}
    </p>
  );
}
