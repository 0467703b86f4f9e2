import { because } from "../../measurement/because.ts";
import type { FactDefinition, Observation } from "../../measurement/fact.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Because } from "../../measurement/finding.ts";
import type { Correction } from "../../registry/dossier.ts";
import type { Visit } from "../visit.ts";
import { FactValueInWords } from "./fact-value.tsx";
import type { Around } from "./finding-entry.tsx";
import { OwnText } from "./own-text.tsx";
import { Places } from "./places.tsx";
import { Statement } from "./statement.tsx";

const MOST_PLACES = 2;

interface Seen {
  definition: FactDefinition;
  reason: Because;
}

/** Every fact of a subject with value, unit and place, corrections beside; then what could not be observed, and why. */
export function FactsSeen({
  visit,
  observation,
  corrections,
  around,
}: {
  visit: Visit;
  observation: Observation;
  corrections: readonly Correction[];
  around: Around;
}) {
  const seen: Seen[] = definitionsOf(observation.subject.kind).definitions.flatMap((definition) =>
    because(observation, [definition.name]).map((reason) => ({ definition, reason })),
  );
  const missing = Map.groupBy(
    seen.filter(({ reason }) => reason.value === undefined),
    ({ reason }) => reason.notObservable ?? "",
  );
  return (
    <>
      <dl class="facts-list seen">
        {seen
          .filter(({ reason }) => reason.value !== undefined)
          .map(({ definition, reason }) => (
            <Fact visit={visit} seen={{ definition, reason }} corrections={corrections} around={around} />
          ))}
      </dl>
      {missing.size > 0 ? (
        <>
          <h3>{visit.t("subject.not-observable")}</h3>
          <ul>
            {[...missing].map(([why, facts]) => (
              <li>
                <span lang="en" dir="auto">
                  {why}
                </span>
                {visit.t("punctuation.colon")}
                {facts.map(({ definition }, index) => (
                  <>
                    {index > 0 ? visit.t("punctuation.comma") : ""}
                    <OwnText visit={visit} texts={definition.label} />
                  </>
                ))}
                {corrections
                  .filter(({ fact }) => facts.some(({ definition }) => definition.name === fact))
                  .map((correction) => (
                    <Statement visit={visit} kind="correction" statement={correction} sources={around.sources} />
                  ))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Fact({
  visit,
  seen: { definition, reason },
  corrections,
  around,
}: {
  visit: Visit;
  seen: Seen;
  corrections: readonly Correction[];
  around: Around;
}) {
  return (
    <div id={`fact-${definition.name}`}>
      <dt>
        <OwnText visit={visit} texts={definition.label} />
      </dt>
      <dd>
        <FactValueInWords visit={visit} value={reason.value ?? null} definition={definition} />
        <Places visit={visit} places={reason.where} shown={around.shown} most={MOST_PLACES} language={around.language} />
        {corrections
          .filter(
            ({ fact }) => fact === definition.name || fact.startsWith(`${definition.name}.`) || fact.startsWith(`${definition.name}[`),
          )
          .map((correction) => (
            <Statement visit={visit} kind="correction" statement={correction} sources={around.sources} />
          ))}
      </dd>
    </div>
  );
}
