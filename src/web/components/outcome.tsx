import type { Outcome as OutcomeValue } from "../../measurement/finding.ts";
import type { Visit } from "../visit.ts";

const marks: Record<OutcomeValue | "excepted", string> = {
  met: "✓",
  excepted: "✓",
  "not-met": "✕",
  "not-observable": "?",
  error: "!",
  "not-applicable": "–",
};

/** An outcome by sign and word, never by colour alone. */
export function Outcome({ visit, value }: { visit: Visit; value: OutcomeValue | "excepted" }) {
  return (
    <span class={`outcome ${value}`}>
      <span aria-hidden="true">{marks[value]}</span> {visit.code("outcome", value)}
    </span>
  );
}
