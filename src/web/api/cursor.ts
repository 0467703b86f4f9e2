import { createHash } from "node:crypto";
import { z } from "zod";
import { Problem } from "../../shared/problem.ts";

// What a cursor may hold: where to go on, and of which question. Nothing in it is trusted.
const place = z.strictObject({
  question: z.string().length(8),
  after: z
    .string()
    .min(1)
    .max(400)
    .regex(/^[\w.-]+$/)
    .optional(),
  below: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  offset: z.number().int().min(1).max(10_000_000).optional(),
  revision: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

/** Where a list goes on: after an identifier, below a revision, or from an offset into the list as it stood at a revision. */
export type Place = Omit<z.infer<typeof place>, "question">;

/** The place as callers carry it: opaque to them, and good for the same question alone. */
export function writeCursor(url: URL, at: Place): string {
  return Buffer.from(JSON.stringify({ question: questionOf(url), ...at })).toString("base64url");
}

/** The place in a cursor; nothing where none is given. A cursor that was not ours, or is of another question, is refused. */
export function readCursor(url: URL): Place {
  const given = url.searchParams.get("next");
  if (!given) return {};
  const read = place.safeParse(parse(given));
  if (!read.success)
    throw new Problem(
      "invalid-input",
      "“next” is no cursor of this list; expected the value of “next” as the last answer gave it. Ask without it to begin anew.",
    );
  const { question, ...at } = read.data;
  if (question !== questionOf(url))
    throw new Problem(
      "invalid-input",
      "“next” belongs to another question; expected the same parameters as in the answer that gave it. Ask without it to begin anew.",
    );
  return at;
}

function parse(text: string): unknown {
  if (!/^[\w-]{1,2000}$/.test(text)) return undefined;
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

function questionOf(url: URL): string {
  const asked = [...url.searchParams]
    .filter(([name]) => name !== "next" && name !== "limit")
    .map(([name, value]) => JSON.stringify([name, value]))
    .sort();
  return createHash("sha256")
    .update(JSON.stringify([url.pathname, asked]))
    .digest("base64url")
    .slice(0, 8);
}
