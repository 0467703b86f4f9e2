import type { Child } from "hono/jsx";
import type { RenderedParagraph } from "../../drafting/rendered.ts";
import type { Piece } from "../../drafting/wording.ts";

/** Numbered paragraphs with their lettered items; `write` says how words, blanks and references look. */
export function Paragraphs({
  paragraphs,
  write,
}: {
  paragraphs: readonly RenderedParagraph[];
  write: (pieces: readonly Piece[]) => Child;
}) {
  return (
    <>
      {paragraphs.map(({ number, pieces, items }) => (
        <div class="paragraph">
          {pieces.length > 0 || number ? (
            <p>
              {number ? <span class="number">({number}) </span> : null}
              {write(pieces)}
            </p>
          ) : null}
          {items.length > 0 ? (
            <ul class="lettered">
              {items.map((item) => (
                <li>
                  <span class="number">({item.letter}) </span>
                  {write(item.pieces)}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </>
  );
}
