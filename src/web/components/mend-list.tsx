import { type Asked, askingProvisions, strengthOf } from "../../measurement/asked.ts";
import { figureOfCounts } from "../../measurement/figure.ts";
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
  const strength = askers[0] && strengthOf(askers[0]);
  return (
    <li>
      <p>
        {strength ? (
          <>
            <Strength visit={visit} value={strength} />{" "}
          </>
        ) : null}
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
  return (
    <>
      <InstrumentTitle visit={visit} instrument={instrument} />{" "}
      {askingProvisions(asked).map(({ provision: { id, locator } }, index) => (
        <>
          {index > 0 ? visit.t("punctuation.comma") : ""}
          <a class="locator" href={`${readingAddress(visit, body, instrument.id)}#article-${id}`} dir="auto">
            {locator}
          </a>
        </>
      ))}
    </>
  );
}
