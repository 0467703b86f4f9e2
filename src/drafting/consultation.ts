import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { languageTag } from "../shared/localized-text.ts";
import { partialDate } from "../shared/partial-date.ts";
import { Problem, type Said, says } from "../shared/problem.ts";
import type { DraftContent } from "./draft.ts";
import type { Labels } from "./labels.ts";

/** Why a comment is not published. How often each was given is published. */
export const commentRefusals = ["off-topic", "abusive", "personal-data", "advertising", "repeated", "unlawful"] as const;
export type CommentRefusal = (typeof commentRefusals)[number];

/** What keeps a form for everybody from being flooded. */
export const commentLimits = {
  characters: 5000,
  links: 2,
  /** a person needs longer than this to read and to type */
  leastSeconds: 4,
  /** a form older than this is given out anew, with what was typed */
  mostSeconds: 86_400,
  perNetwork: 10,
  perNetworkSeconds: 3600,
  /** comments of one consultation that may wait at once */
  waiting: 2000,
} as const;

const day = partialDate.refine((text) => text.length === 10, "expected a day as YYYY-MM-DD");

/** What an organisation says when it opens a consultation. */
export const consultationFacts = z
  .strictObject({
    title: z.string().trim().min(1).max(300),
    introduction: z.string().trim().min(1).max(10_000),
    language: languageTag,
    answered_by: z.string().trim().min(1).max(300).describe("who reads and answers, by role"),
    opens_on: day,
    closes_on: day,
  })
  .refine(({ opens_on: from, closes_on: until }) => from <= until, "the last day is before the first; mend one of them");
type ConsultationFacts = z.infer<typeof consultationFacts>;

export interface Consultation extends ConsultationFacts {
  id: string;
  draft: string;
  version: number;
  closed_at: string | null;
  made_at: string;
}

export interface Theme {
  theme: number;
  title: string;
  answer: string | null;
  changed: string | null;
}

export interface ConsultationComment {
  comment: number;
  element: string | null;
  body: string;
  name: string | null;
  organisation: string | null;
  state: "waiting" | "published" | "refused";
  refusal: CommentRefusal | null;
  theme: number | null;
  sent_on: string;
}

/** A consultation as the public sees it: the text, what was published, and how many comments were not, by reason. */
export interface PublicConsultation {
  consultation: Consultation;
  content: DraftContent;
  /** how what its text leaves open is called */
  labels: Labels;
  themes: Theme[];
  /** the published ones, in the order in which they came */
  comments: ConsultationComment[];
  refused: Partial<Record<CommentRefusal, number>>;
  waiting: number;
}

/** Where a consultation stands on a day: not begun, open, or ended. */
export function standingOf(
  { opens_on: from, closes_on: until, closed_at: closed }: Consultation,
  today: string,
): "announced" | "open" | "ended" {
  if (closed !== null || today > until) return "ended";
  return today < from ? "announced" : "open";
}

export interface TypedComment {
  body: string;
  name: string;
  organisation: string;
}

/** A comment as it may be kept; throws a Problem where it is empty, too long or full of links. Nothing in it is ever run: pages escape it. */
export function readComment({ body, name, organisation }: TypedComment): {
  body: string;
  name: string | null;
  organisation: string | null;
} {
  const said = tidy(body);
  if (!said) throw new Problem("invalid-input", "The comment is empty; expected some words. Write what you want to say.");
  if (said.length > commentLimits.characters)
    throw new Problem(
      "too-large",
      says`The comment has ${said.length} characters; at most ${commentLimits.characters} are kept. Shorten it.`,
    );
  const links = said.match(/https?:\/\/|\bwww\.|\[url/gi)?.length ?? 0;
  if (links > commentLimits.links)
    throw new Problem("invalid-input", says`The comment has ${links} links; at most ${commentLimits.links} are taken. Take some out.`);
  return { body: said, name: line(name, says`name`), organisation: line(organisation, says`organisation`) };
}

function line(text: string, what: Said): string | null {
  const said = tidy(text).replace(/\s+/g, " ");
  if (said.length > 150) throw new Problem("too-large", says`The ${what} has ${said.length} characters; at most 150 are kept. Shorten it.`);
  if (/https?:\/\//i.test(said))
    throw new Problem("invalid-input", says`The ${what} is an address of the web; expected words. Write it without.`);
  return said || null;
}

/** Line ends as they are held; without control characters and the marks that turn the direction of what stands around them. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What a form carries to show when it was given out: "1795430000.Yw…". */
export function signForm(secret: string, about: string, now = Date.now()): string {
  const seconds = Math.floor(now / 1000);
  return `${seconds}.${signature(secret, about, seconds)}`;
}

/** Throws a Problem where a form was not given out here, came back faster than anybody types, or is too old. */
export function requireTimely(secret: string, about: string, given: string, now = Date.now()): void {
  const match = /^(\d{9,11})\.([\w-]{20,60})$/.exec(given);
  const seconds = Number(match?.[1]);
  const expected = Buffer.from(signature(secret, about, seconds));
  const shown = Buffer.from(match?.[2] ?? "");
  const isOurs = match !== null && shown.length === expected.length && timingSafeEqual(shown, expected);
  const age = now / 1000 - seconds;
  if (!isOurs || age > commentLimits.mostSeconds)
    throw new Problem("conflict", "The form is too old. What you wrote stands below: send it once more.");
  if (age < commentLimits.leastSeconds)
    throw new Problem(
      "too-many-requests",
      "That was sent faster than anybody types. What you wrote stands below: wait a moment, then send it once more.",
    );
}

function signature(secret: string, about: string, seconds: number): string {
  return createHmac("sha256", secret).update(`comment ${about} ${seconds}`).digest("base64url");
}
