import type { Instrument } from "../../registry/instrument.ts";
import type { Visit } from "../visit.ts";
import { EnglishNote } from "./english-note.tsx";
import { languageName } from "./facet-form.tsx";
import { OwnText } from "./own-text.tsx";
import { SourceLink } from "./source-link.tsx";

/** What an instrument is, whose, with what force, in what state, and in which texts it was read. */
export function InstrumentFacts({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const { t } = visit;
  const status = instrument.statuses.at(-1);
  return (
    <dl class="facts-list">
      <div>
        <dt>{t("fact.jurisdiction")}</dt>
        <dd>
          <a href={visit.href(`/jurisdictions/${instrument.jurisdiction}`)}>{visit.placeName(instrument.jurisdiction)}</a>
          {t("punctuation.comma")}
          {visit.code("level", instrument.level)}
        </dd>
      </div>
      {instrument.number ? (
        <div>
          <dt>{t("fact.number")}</dt>
          <dd>
            <bdi>{instrument.number}</bdi>
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t("fact.type")}</dt>
        <dd>{visit.code("type", instrument.type)}</dd>
      </div>
      <div>
        <dt>{t("fact.force")}</dt>
        <dd>
          {visit.code("force", instrument.force.value)}
          <EnglishNote text={instrument.force.note} />
        </dd>
      </div>
      <div>
        <dt>{t("fact.issuing-body")}</dt>
        <dd>
          <OwnText visit={visit} texts={visit.reference.bodies.get(instrument.issuing_body)?.names ?? { en: instrument.issuing_body }} />
        </dd>
      </div>
      {status ? (
        <div>
          <dt>{t("fact.status")}</dt>
          <dd>
            {visit.code("status", status.value)}{" "}
            <span class="small">
              ({visit.code("confidence", status.confidence)}
              {status.source ? (
                <>
                  {t("punctuation.comma")}
                  <SourceLink id={status.source} />
                </>
              ) : null}
              )
            </span>
            <EnglishNote text={status.note} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t("fact.read")}</dt>
        <dd>{visit.code("read", instrument.read)}</dd>
      </div>
      {instrument.texts.length > 0 ? (
        <div>
          <dt>{t("fact.texts")}</dt>
          <dd>
            <ul>
              {instrument.texts.map((text) => (
                <li>
                  {languageName(visit, text.language)}
                  {text.version ? (
                    <>
                      {t("punctuation.comma")}
                      <bdi lang="en">{text.version}</bdi>
                    </>
                  ) : null}
                  {text.authentic === undefined
                    ? ""
                    : `${t("punctuation.comma")}${t(text.authentic ? "fact.authentic" : "fact.not-authentic")}`}
                  {text.licence ? (
                    <>
                      {t("punctuation.comma")}
                      <bdi lang="en">{text.licence}</bdi>
                    </>
                  ) : null}{" "}
                  (<SourceLink id={text.source} />)
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
      {instrument.notes ? (
        <div>
          <dt>{t("fact.notes")}</dt>
          <dd lang="en" dir="ltr">
            {instrument.notes}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
