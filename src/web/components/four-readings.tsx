import type { Child } from "hono/jsx";
import { capacityTypes, type Reading } from "../../measurement/reading.ts";
import type { Strength as StrengthValue } from "../../registry/coding.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { questionKey } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { type AroundFigures, figureId } from "./duty-figures.tsx";
import { FigureBar, figureText } from "./figure.tsx";
import { OwnText } from "./own-text.tsx";
import { expiryText } from "./statements.tsx";
import { Strength } from "./strength.tsx";

interface Shown {
  visit: Visit;
  reading: Reading;
  instrument: Instrument;
}

/** Four things that are told apart and never added up: what is promised, what stands behind the promise, what there is to keep it with, what is done. */
export function FourReadings({ visit, reading, instrument, around, today }: Shown & { around: AroundFigures; today: string }) {
  return (
    <div class="four">
      <Commitment visit={visit} reading={reading} instrument={instrument} />
      <Enforceability visit={visit} reading={reading} instrument={instrument} />
      <Capacity visit={visit} reading={reading} around={around} today={today} />
      <Implementation visit={visit} around={around} />
    </div>
  );
}

function Quarter({ id, title, lead, children }: { id: string; title: string; lead: string; children: Child }) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p class="small">{lead}</p>
      {children}
    </section>
  );
}

function Commitment({ visit, reading, instrument }: Shown) {
  const { t } = visit;
  return (
    <Quarter id="commitment" title={t("reading.commitment")} lead={t("reading.commitment-means")}>
      <ul class="plain">
        {reading.commitment.map(({ area, strength, provisions }) => (
          <li>
            {visit.code("area", area)}
            {t("punctuation.colon")}
            <Strength visit={visit} value={strength as StrengthValue} />{" "}
            <Articles visit={visit} instrument={instrument} provisions={provisions} />
          </li>
        ))}
      </ul>
    </Quarter>
  );
}

const answers = { yes: "✓", no: "–", unknown: "?" } as const;

function Enforceability({ visit, reading, instrument }: Shown) {
  const { t } = visit;
  return (
    <Quarter id="enforceability" title={t("reading.enforceability")} lead={t("reading.enforceability-means")}>
      <ul class="plain">
        {reading.enforceability.map(({ fact, answer, provisions }) => (
          <li>
            {t(`reading.fact-${fact}`)}
            {t("punctuation.colon")}
            <strong class="figure">
              <span aria-hidden="true">{answers[answer]}</span> {t(`reading.answer-${answer}`)}
            </strong>{" "}
            <Articles visit={visit} instrument={instrument} provisions={provisions} />
          </li>
        ))}
      </ul>
      <p class="small">{t(instrument.read === "full" ? "reading.no-means" : "reading.unknown-means")}</p>
    </Quarter>
  );
}

function Capacity({ visit, reading, around, today }: { visit: Visit; reading: Reading; around: AroundFigures; today: string }) {
  const { t } = visit;
  const attested = new Set(reading.capacity.map(({ provisionType }) => provisionType));
  const silent = capacityTypes.filter((type) => !attested.has(type) && visit.reference.types.has(type));
  return (
    <Quarter id="capacity" title={t("reading.capacity")} lead={t("reading.capacity-means")}>
      {reading.capacity.length > 0 ? (
        <ul class="plain">
          {reading.capacity.map(({ attestation, provisionType, says, givenOn, expiresOn }) => (
            <li>
              {visit.typeName(provisionType)}
              {t("punctuation.colon")}
              <a href={`${visit.href(`/bodies/${around.dossier.id}`)}#attestation-${attestation}`}>
                {t("reading.attested", { says: t(`body.says-${says}`), date: visit.date(givenOn) })}
              </a>
              {t("punctuation.comma")}
              <span class="small">{expiryText(visit, expiresOn, today)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {silent.length > 0 ? (
        <p>
          <strong>{t("reading.nobody-attested")}</strong>
          {t("punctuation.colon")}
          {silent.map(visit.typeName).join(t("punctuation.semicolon"))}
        </p>
      ) : null}
    </Quarter>
  );
}

/** Each question once, where it is asked first; article by article it follows below. */
function Implementation({ visit, around }: { visit: Visit; around: AroundFigures }) {
  const { t } = visit;
  const told = [...around.first].flatMap(([key, duty]) => {
    const entry = duty.figures.find((one) => questionKey(one) === key);
    return entry && entry.figure.denominator > 0 ? [{ key, entry }] : [];
  });
  return (
    <Quarter id="implementation" title={t("reading.implementation")} lead={t("reading.implementation-means")}>
      {told.length === 0 ? <p>{t("reading.nothing-measured")}</p> : null}
      <ul class="plain">
        {told.map(({ key, entry }) => {
          const names = (entry.by === "check" ? around.checks : around.indicators).get(entry.id)?.names ?? { en: entry.id };
          return (
            <li>
              <a href={`#${figureId(key)}`}>
                <OwnText visit={visit} texts={names} />
              </a>
              {t("punctuation.colon")}
              <span class="figure">
                {figureText(visit, entry.figure)}
                {entry.figure.unknown > 0 ? `${t("punctuation.comma")}${t("figure.unknown-count", { unknown: entry.figure.unknown })}` : ""}
              </span>{" "}
              <FigureBar figure={entry.figure} />
            </li>
          );
        })}
      </ul>
    </Quarter>
  );
}

function Articles({ visit, instrument, provisions }: { visit: Visit; instrument: Instrument; provisions: readonly string[] }) {
  return (
    <span class="small">
      {provisions.map((id, index) => (
        <>
          {index > 0 ? visit.t("punctuation.comma") : ""}
          <a class="locator" href={visit.href(`/instruments/${instrument.id}#${id}`)} dir="auto">
            {instrument.provisions.find((provision) => provision.id === id)?.locator ?? id}
          </a>
        </>
      ))}
    </span>
  );
}
