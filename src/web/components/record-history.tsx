import type { Revision } from "../../registry/find.ts";
import { differences } from "../differences.ts";
import { dayOf } from "../measured.ts";
import type { Visit } from "../visit.ts";

const MOST = 12;

/** Every version of a check or an indicator: when, by whom, why, and what changed in it. */
export function RecordHistory({ visit, revisions }: { visit: Visit; revisions: readonly Revision[] }) {
  return (
    <ol class="history">
      {revisions.map(({ revision, at, who, why, before, after }) => {
        const changes = before ? differences(before, after) : [];
        return (
          <li>
            <p>
              {visit.t("check.version", { version: (after as { version?: number } | null)?.version ?? 0 })} ·{" "}
              <time datetime={dayOf(at)}>{visit.date(dayOf(at))}</time> · <bdi>{who}</bdi> · <span dir="auto">{why}</span> ·{" "}
              <a href={`${visit.href("/changes")}?with=${revision}`}>
                #<bdi>{revision}</bdi>
              </a>
            </p>
            {changes.length > 0 ? (
              <ul class="changes">
                {changes.slice(0, MOST).map(({ path, before: old, after: fresh }) => (
                  <li>
                    <code>{path}</code>: {old === undefined ? null : <del dir="auto">{old}</del>}{" "}
                    {fresh === undefined ? null : <ins dir="auto">{fresh}</ins>}
                  </li>
                ))}
                {changes.length > MOST ? <li>{visit.t("facets.more", { count: changes.length - MOST })}</li> : null}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
