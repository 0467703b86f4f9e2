import { type Asked, askingProvisions } from "../../measurement/asked.ts";
import { figureOfCounts } from "../../measurement/figure.ts";
import { currentStatus } from "../../registry/standing.ts";
import { behindAddress, readingAddress } from "../measured.ts";
import type { ToMend } from "../mend-first.ts";
import type { Visit } from "../visit.ts";
import { figureText } from "./figure.tsx";
import { InstrumentTitle } from "./instrument-title.tsx";
import { OwnText } from "./own-text.tsx";
import { Strength } from "./strength.tsx";

/** What is not met, in the order in which to mend it: how many, what to do, who asks, and which they are. */
export function MendList({ visit, list }: { visit: Visit; list: readonly ToMend[] }) {
  return (
    <ol class="mend">
      {list.map((entry) => (
        <MendEntry visit={visit} entry={entry} />
      ))}
    </ol>
  );
}

function MendEntry({ visit, entry: { finding, check, askers } }: { visit: Visit; entry: ToMend }) {
  const { t } = visit;
  const { body, counts } = finding;
  return (
    <li>
      <p>
        <a href={visit.href(`/checks/${check.id}`)}>
          <OwnText visit={visit} texts={check.names} />
        </a>
        {t("punctuation.colon")}
        <a class="figure" href={behindAddress(visit, body, check, finding.parametersKey, "not-met")}>
          {t("body.not-met", { count: counts.notMet })}
        </a>{" "}
        <span class="small">
          {t("body.met-share")}
          {t("punctuation.colon")}
          {figureText(visit, figureOfCounts(counts))}
        </span>
      </p>
      <p>
        <span class="small">{t("body.remedy")}</span>
        {t("punctuation.colon")}
        <OwnText visit={visit} texts={check.remedy} />
      </p>
      {check.caveat ? (
        <p class="small">
          {t("check.caveat")}
          {t("punctuation.colon")}
          <OwnText visit={visit} texts={check.caveat} />
        </p>
      ) : null}
      {askers.length === 0 ? (
        <p class="small">{t("body.asked-by-default")}</p>
      ) : (
        <ul class="plain small">
          {askers.map((asked) => (
            <li>
              {t("body.asked-by")}
              {t("punctuation.colon")}
              <Asker visit={visit} body={body} asked={asked} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Asker({ visit, body, asked }: { visit: Visit; body: string; asked: Asked }) {
  const { instrument } = asked.policy;
  if (!instrument) return null;
  const status = currentStatus(instrument);
  return (
    <>
      <InstrumentTitle visit={visit} instrument={instrument} />
      {status === "in-force" ? "" : ` (${visit.code("status", status)})`}
      {visit.t("punctuation.colon")}
      {visit.typeName(asked.provisionType)}
      {askingProvisions(asked).map(({ provision: { id, locator }, strength }) => (
        <>
          {visit.t("punctuation.comma")}
          <a class="locator" href={`${readingAddress(visit, body, instrument.id)}#article-${id}`} dir="auto">
            {locator}
          </a>{" "}
          <Strength visit={visit} value={strength} />
        </>
      ))}
    </>
  );
}
