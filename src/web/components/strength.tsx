import type { Strength as StrengthValue } from "../../registry/coding.ts";
import type { Visit } from "../visit.ts";

const marks: Record<StrengthValue, string> = { must: "■", should: "◧", may: "□", "must-not": "⊠" };

/** Strength by shape, word and colour together, never by colour alone. */
export function Strength({ visit, value }: { visit: Visit; value: StrengthValue }) {
  return (
    <span class={`strength ${value}`}>
      <span aria-hidden="true">{marks[value]}</span> {visit.code("strength", value)}
    </span>
  );
}
