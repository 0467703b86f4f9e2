import { explainFinding, inOneSentence } from "../../measurement/explain.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Look } from "../../measurement/find.ts";
import { outcomes } from "../../measurement/finding.ts";
import { countOutcomes, type ToldFinding } from "../../measurement/tell.ts";
import { isAskedFor, type SubjectsRequest } from "../subjects-request.ts";
import type { Visit } from "../visit.ts";
import { Outcome } from "./outcome.tsx";

const MOST_REASONS = 4;

/** A subject in a list: with the reasons where a check narrows the list, with its outcomes counted otherwise. */
export function SubjectEntry({
  visit,
  look,
  told,
  request,
}: {
  visit: Visit;
  look: Look;
  told: readonly ToldFinding[];
  request: SubjectsRequest;
}) {
  const { subject, observedAt } = look.observation;
  const counts = countOutcomes(told.map(({ finding }) => finding));
  return (
    <li class="entry">
      <h3>
        <a href={visit.href(`/subjects/${look.key}`)} dir="auto">
          {subject.name ?? subject.id}
        </a>
      </h3>
      <p class="facts">
        {visit.code("kind", subject.kind)} · <time datetime={observedAt}>{visit.date(observedAt.slice(0, 10))}</time>
        {subject.name && subject.name !== subject.id ? (
          <>
            {" "}
            · <bdi class="address">{subject.id}</bdi>
          </>
        ) : null}
      </p>
      {request.check ? (
        told.filter(({ finding }) => isAskedFor(request, finding)).map((one) => <Judged visit={visit} told={one} />)
      ) : (
        <ul class="legend">
          {outcomes
            .filter((outcome) => outcome !== "not-applicable" && counts[outcome] > 0)
            .map((outcome) => (
              <li>
                <Outcome visit={visit} value={outcome} /> <span class="figure">{visit.number(counts[outcome])}</span>
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}

function Judged({ visit, told: { finding, check, exception } }: { visit: Visit; told: ToldFinding }) {
  const reasons = explainFinding(finding, check, definitionsOf(check.subject), visit.language).slice(0, MOST_REASONS);
  return (
    <>
      <p>
        <Outcome visit={visit} value={finding.outcome} />
        {exception ? (
          <>
            {" "}
            <Outcome visit={visit} value="excepted" />
          </>
        ) : null}
      </p>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li>{inOneSentence({ ...reason, places: reason.places.slice(0, 2) }, visit.language)}</li>
        ))}
      </ul>
    </>
  );
}
