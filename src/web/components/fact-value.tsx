import { valueInWords } from "../../measurement/explain.ts";
import type { FactDefinition, FactValue } from "../../measurement/fact.ts";
import { webAddress } from "../place-address.ts";
import type { Visit } from "../visit.ts";
import { WebAddress } from "./web-address.tsx";

/** What was observed, in words and with its unit; of a list each element on a line of its own. */
export function FactValueInWords({ visit, value, definition }: { visit: Visit; value: FactValue; definition: FactDefinition | undefined }) {
  if (Array.isArray(value) && value.length > 1)
    return (
      <ul class="plain">
        {value.map((item) => (
          <li dir="auto">{valueInWords(item, undefined, visit.language)}</li>
        ))}
      </ul>
    );
  if (webAddress(value)) return <WebAddress text={String(value)} />;
  const words = valueInWords(value, definition, visit.language);
  const unit = typeof value === "number" && definition?.unit && definition.unit !== "share" ? unitInWords(visit, definition.unit) : "";
  return (
    <span dir="auto">
      {words}
      {unit ? <span class="small"> ({unit})</span> : null}
    </span>
  );
}

/** A unit that is the name of another fact, such as value.currency, stands beside it as that fact. */
function unitInWords(visit: Visit, unit: string): string {
  return unit.includes(".") ? "" : visit.code("unit", unit);
}
