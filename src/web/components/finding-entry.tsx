import { type Asked, askingProvisions } from "../../measurement/asked.ts";
import { definitionOf, explainFinding } from "../../measurement/explain.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Because } from "../../measurement/finding.ts";
import type { ToldFinding } from "../../measurement/tell.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { titleIn } from "../../registry/listing.ts";
import type { Shown } from "../place-address.ts";
import type { Visit } from "../visit.ts";
import { ExceptionNote } from "./exception-note.tsx";
import { FactValueInWords } from "./fact-value.tsx";
import { OwnText } from "./own-text.tsx";
import { Places } from "./places.tsx";
import { type Sources, Statement } from "./statement.tsx";
import { Strength } from "./strength.tsx";

const MOST_PLACES = 5;
const MOST_VALUES = 12;
const LONGEST_TITLE = 60;

/** What is known beside a finding: how places are shown, in which language the subject writes, which sources the dossier has. */
export interface Around {
  shown: Shown;
  language: string | undefined;
  sources: Sources;
}

/** One finding: the question, the outcome, the reasons with fact, value and place, what to do, who asks, and what people say beside it. */
export function FindingEntry({ visit, told, around }: { visit: Visit; told: ToldFinding; around: Around }) {
  const { t } = visit;
  const { finding, check, askers, exception, replies } = told;
  return (
    <li id={`${check.id}.${finding.parametersKey}`} class={`finding ${finding.outcome}`}>
      <h4>
        <a href={visit.href(`/checks/${check.id}`)}>
          <OwnText visit={visit} texts={check.question} />
        </a>
      </h4>
      <Reasons visit={visit} told={told} around={around} />
      {exception ? <ExceptionNote visit={visit} exception={exception} sources={around.sources} /> : null}
      {finding.remedy ? (
        <p>
          <strong>{t("subject.remedy")}</strong>
          {t("punctuation.colon")}
          <OwnText visit={visit} texts={finding.remedy} />
        </p>
      ) : null}
      {finding.outcome === "not-met" && check.caveat ? (
        <p class="small">
          {t("check.caveat")}
          {t("punctuation.colon")}
          <OwnText visit={visit} texts={check.caveat} />
        </p>
      ) : null}
      <Parameters visit={visit} told={told} />
      <div class="small">
        {askers.length === 0 ? <p>{t("subject.nobody-asks")}</p> : null}
        {askers.map((asked) => (
          <Asker visit={visit} asked={asked} />
        ))}
        <p>
          {visit.own(check.names)} · {t("check.version", { version: finding.checkVersion })}
        </p>
      </div>
      {replies.map((reply) => (
        <Statement visit={visit} kind="reply" statement={reply} sources={around.sources} />
      ))}
    </li>
  );
}

function Reasons({ visit, told: { finding, check }, around }: { visit: Visit; told: ToldFinding; around: Around }) {
  const definitions = definitionsOf(check.subject);
  const [failed] = finding.error === undefined ? [] : explainFinding(finding, check, definitions, visit.language);
  return (
    <ul class="reasons">
      {failed ? <li dir="auto">{failed.value}</li> : null}
      {finding.because.map((reason) => {
        const definition = definitionOf(reason.fact, definitions.definitions);
        return (
          <li>
            {definition ? <OwnText visit={visit} texts={definition.label} /> : <code>{reason.fact}</code>}
            {visit.t("punctuation.colon")}
            <Value visit={visit} reason={reason} definition={definition} />
            <Places visit={visit} places={reason.where} shown={around.shown} most={MOST_PLACES} language={around.language} />
          </li>
        );
      })}
    </ul>
  );
}

function Value({ visit, reason, definition }: { visit: Visit; reason: Because; definition: ReturnType<typeof definitionOf> }) {
  if (reason.value !== undefined)
    return (
      <strong>
        <FactValueInWords visit={visit} value={reason.value} definition={definition} />
      </strong>
    );
  return (
    <>
      {visit.code("outcome", "not-observable")}
      {visit.t("punctuation.comma")}
      <span lang="en" dir="auto">
        {reason.notObservable}
      </span>
    </>
  );
}

function Parameters({ visit, told: { finding, check } }: { visit: Visit; told: ToldFinding }) {
  if (check.parameters.length === 0) return null;
  return (
    <dl class="coding-details">
      {check.parameters.map(({ name, meaning }) => {
        const value = finding.parameters[name];
        const values = [value].flat();
        return (
          <div>
            <dt>
              <OwnText visit={visit} texts={meaning} />
            </dt>
            <dd>
              <bdi>{values.slice(0, MOST_VALUES).map(String).join(", ") || visit.t("check.none")}</bdi>
              {values.length > MOST_VALUES ? ` ${visit.t("facets.more", { count: values.length - MOST_VALUES })}` : ""}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The provisions of an instrument that ask, or the items of a framework. */
function Asker({ visit, asked }: { visit: Visit; asked: Asked }) {
  const { instrument, framework } = asked.policy;
  if (instrument)
    return (
      <p>
        {visit.t("subject.asked-by")}{" "}
        <a href={visit.href(`/instruments/${instrument.id}`)}>
          <ShortTitle visit={visit} instrument={instrument} />
        </a>
        {askingProvisions(asked).map(({ provision, strength }) => (
          <>
            {visit.t("punctuation.comma")}
            <a href={visit.href(`/instruments/${instrument.id}#${provision.id}`)} class="locator">
              <bdi>{provision.locator}</bdi>
            </a>{" "}
            <Strength visit={visit} value={strength} />
          </>
        ))}
      </p>
    );
  const items = framework.mapping.filter(({ provision_type }) => provision_type === asked.provisionType).map(({ item }) => item);
  return (
    <p>
      {visit.t("subject.asked-by")} <a href={visit.href(`/frameworks/${framework.id}`)}>{visit.own(framework.names)}</a>
      {items.map((item) => (
        <>
          {visit.t("punctuation.comma")}
          <a href={visit.href(`/frameworks/${framework.id}#item-${item}`)} class="locator">
            {framework.items.find(({ id }) => id === item)?.number ?? item}
          </a>
        </>
      ))}
    </p>
  );
}

/** The beginning of a title, for where it stands many times on one page. */
function ShortTitle({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const { text, language } = titleIn(instrument, visit.language);
  const short = text.length > LONGEST_TITLE ? `${text.slice(0, text.lastIndexOf(" ", LONGEST_TITLE)).replace(/[\s,:;]+$/, "")}…` : text;
  return (
    <span lang={language} dir="auto">
      {short}
    </span>
  );
}
