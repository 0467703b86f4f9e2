import { renderClause } from "../../drafting/render-clause.ts";
import type { Piece } from "../../drafting/wording.ts";
import type { Clause, ClauseVariant } from "../../registry/clause.ts";
import type { Strength } from "../../registry/coding.ts";
import type { Visit } from "../visit.ts";
import { Paragraphs } from "./paragraphs.tsx";

/** The wording of one variant in one strength, its blanks by their label, what it refers to by name. `link` makes the names links. */
export function ClauseText({
  visit,
  clause,
  variant,
  strength,
  language,
  link,
}: {
  visit: Visit;
  clause: Clause;
  variant: ClauseVariant;
  strength: Strength;
  language: "en" | "fr";
  link?: (type: string) => string;
}) {
  const { paragraphs } = renderClause(variant, strength, language);
  const write = (pieces: readonly Piece[]) =>
    pieces.map((piece) => {
      if (piece.kind === "words" || piece.kind === "reference") return piece.text;
      if (piece.kind === "blank") return <mark class="blank">[{blankLabel(clause, piece.name, language)}]</mark>;
      const name = (
        <span lang={visit.language} dir="auto">
          {visit.typeName(piece.id)}
        </span>
      );
      return <mark class="blank">[{link ? <a href={link(piece.id)}>{name}</a> : name}]</mark>;
    });
  return (
    <blockquote class="wording" lang={language} dir="ltr">
      <Paragraphs paragraphs={paragraphs} write={(pieces) => <>{write(pieces)}</>} />
    </blockquote>
  );
}

function blankLabel({ blanks }: Clause, name: string, language: "en" | "fr"): string {
  return blanks.find((blank) => blank.name === name)?.label[language] ?? name;
}
