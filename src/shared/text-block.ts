/**
 * One block of a text, as any reader (DOCX, PDF, HTML, Markdown, plain) gives it, in reading order.
 *
 * `level` is the depth of a heading (1 is the title) or of a list item (1 is the outermost). `number` is the number as written before the text or
 * as the list numbered it, without being part of `text` ("Art. 3", "§ 16a", "2-bis", "(a)"); it stays a string. `page` counts from 1. A table gives
 * one block a row, its cells joined by tabs.
 *
 * @example { kind: "paragraph", number: "2", text: "The agency shall publish its source code.", page: 3 }
 */
export interface TextBlock {
  readonly kind: "heading" | "paragraph" | "item" | "table-row";
  readonly level?: number;
  readonly number?: string;
  readonly text: string;
  readonly page?: number;
}
