import type { Strength } from "../../registry/coding.ts";
import { deonticsIn } from "../reading/deontic.ts";
import { sentencesOf } from "../reading/words.ts";
import type { Gap } from "./gap.ts";
import type { ReadDraft } from "./read-draft.ts";
import type { GapSurroundings } from "./surroundings.ts";

/**
 * Codings whose strength no verb of their article carries any more, as after every "should" was changed to "must". Quiet where the article has no
 * such verb, or the language none that is known here, and where the coding says what a word means.
 */
export function strengthsNotSaid({ elements, language }: ReadDraft, { clauses }: GapSurroundings): Gap[] {
  return elements.flatMap((element) => {
    const said = strengthsSaid(element.text, language);
    if (said.size === 0) return [];
    const types = new Set<string>();
    return element.codings.flatMap(({ type, strength }): Gap[] => {
      const otherStrength = saidInstead(strength, said);
      if (!otherStrength || types.has(type) || clauses.get(type)?.part === "definitions") return [];
      types.add(type);
      return [
        {
          kind: "strength-not-said",
          level: "doubt",
          types: [type],
          values: { strength, otherStrength },
          element: element.id,
          evidence: [],
        },
      ];
    });
  });
}

function strengthsSaid(text: string, language: string): Set<Strength> {
  return new Set(sentencesOf(text).flatMap((sentence) => deonticsIn(sentence, language).map(({ strength }) => strength)));
}

/**
 * What binds where the coding does not, and "should" where the coding binds. Verbs that allow say little of a duty beside them, and what one "should"
 * and what one "may" are too near for words to tell ("suggestions are welcome").
 */
function saidInstead(coded: Strength, said: ReadonlySet<Strength>): Strength | undefined {
  const binding = said.has("must") ? "must" : said.has("must-not") ? "must-not" : undefined;
  if (said.has(coded)) return undefined;
  if (coded === "should" || coded === "may") return binding;
  return binding === undefined && said.has("should") ? "should" : undefined;
}
