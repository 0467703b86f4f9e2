import type { RenderedElement } from "./rendered.ts";
import { plainWords } from "./wording.ts";

/** A rendered text as plain lines: paragraphs with their numbers, items with their letters, an empty line between them. */
export function plainText({ elements }: { elements: readonly RenderedElement[] }, { headings = true } = {}): string {
  return elements
    .flatMap(({ label, heading, paragraphs }) => [
      ...(headings ? [[label, heading].filter(Boolean).join(". ")] : []),
      ...paragraphs.map(({ number, pieces, items }) =>
        [
          `${number ? `(${number}) ` : ""}${plainWords(pieces)}`.trim(),
          ...items.map(({ letter, pieces: item }) => `(${letter}) ${plainWords(item)}`),
        ]
          .filter(Boolean)
          .join("\n"),
      ),
    ])
    .filter(Boolean)
    .join("\n\n");
}
