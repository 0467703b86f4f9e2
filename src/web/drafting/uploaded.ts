import type { Database } from "../../database/connect.ts";
import type { DraftElement } from "../../drafting/draft.ts";
import type { Actor } from "../../drafting/event.ts";
import { elementsFromText } from "../../drafting/from-text.ts";
import { addComment } from "../../drafting/record-comment.ts";
import { readUploadedText } from "../../importers/uploaded-text.ts";
import { Problem, says } from "../../shared/problem.ts";

/** What a draft holds at most; an article is cut at the second, so that it must not be reached. */
const [MOST_ELEMENTS, LONGEST_ARTICLE] = [1000, 100_000];

/**
 * An uploaded text as elements of a draft: split into articles, each with proposed codings that a person decides; and what a person should know of
 * how it was read.
 * @throws Problem too-large, unsupported, invalid-file, busy
 */
export async function readUpload(file: File, language: string): Promise<{ elements: DraftElement[]; notes: string[] }> {
  const { blocks, notes } = await readUploadedText(new Uint8Array(await file.arrayBuffer()), file.name);
  const elements = elementsFromText(blocks, { file: file.name.slice(0, 200), language });
  if (elements.length > MOST_ELEMENTS)
    throw new Problem("too-large", says`The text has ${elements.length} articles; a draft holds ${MOST_ELEMENTS}. Send it in parts.`);
  const long = elements.find(({ text }) => text.length >= LONGEST_ARTICLE);
  if (long)
    throw new Problem(
      "too-large",
      says`An article of the text (“${(long.heading || long.text).slice(0, 60)}”) has more than ${LONGEST_ARTICLE} characters. Part it by headings and send it again.`,
    );
  return { elements, notes };
}

/** Keeps the notes of the reader with the draft: as a comment on its first element, which a person resolves. */
export async function keepReadingNotes(
  db: Database,
  draft: string,
  { elements, notes }: { elements: readonly DraftElement[]; notes: readonly string[] },
  lead: string,
  actor: Actor,
): Promise<void> {
  const first = elements[0];
  if (!first || notes.length === 0) return;
  await addComment(db, draft, first.id, { body: [lead, ...notes.map((note) => `- ${note}`)].join("\n") }, actor);
}
