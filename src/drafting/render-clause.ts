import type { ClauseVariant } from "../registry/clause.ts";
import type { Strength } from "../registry/coding.ts";
import { paragraphsOf, type RenderedParagraph } from "./rendered.ts";
import { plainWords, type Surroundings, writeOut, writeStrength } from "./wording.ts";

/** A clause before it is in a draft: its strength written, its blanks open, what it refers to named by provision type. */
export interface RenderedClause {
  heading: string;
  paragraphs: RenderedParagraph[];
}

/** renderClause(variant, "must", "fr").heading → "Publication du code nouveau" */
export function renderClause({ heading, text }: ClauseVariant, strength: Strength, language: "en" | "fr"): RenderedClause {
  const alone: Surroundings = {
    answers: {},
    label: () => undefined,
    blank: (name) => ({ text: name, language }),
    missing: ({ id }) => ({ text: id, language }),
  };
  return {
    heading: plainWords(writeOut(writeStrength(heading[language], strength, language), alone)),
    paragraphs: paragraphsOf(writeStrength(text[language], strength, language), alone),
  };
}
