import { z } from "zod";
import { type Strength, strengths } from "../registry/coding.ts";
import { identifier } from "../shared/identifier.ts";
import { languageTag } from "../shared/localized-text.ts";
import { type Said, says } from "../shared/problem.ts";
import { profile } from "./profile.ts";

/** What a draft is made of, in order. A part has a heading alone; the articles behind it belong to it. */
const elementKinds = ["preamble", "part", "article", "annex"] as const;

/**
 * Where a draft stands. drafting: anybody with the role writes · review, approval: the text is closed while it is judged ·
 * approved: it may be adopted · adopted: it is an instrument of the registry and changes no more · set-aside: nobody goes on with it.
 */
const draftStates = ["drafting", "review", "approval", "approved", "adopted", "set-aside"] as const;
export type DraftState = (typeof draftStates)[number];

/** Where a draft stands, as it is told when something cannot be done there. */
export const stateNames: Record<DraftState, Said> = {
  drafting: says`being written`,
  review: says`in review`,
  approval: says`waiting for approval`,
  approved: says`approved`,
  adopted: says`adopted`,
  "set-aside": says`set aside`,
};

/** How a draft began. */
const beginnings = ["profile", "instrument", "upload", "nothing"] as const;

/** What an element of a draft says that its provision does: as in a coding of the registry, with a verdict of a person. */
const draftCoding = z
  .strictObject({
    type: identifier.describe("id of a provision type"),
    strength: z.enum(strengths).optional().describe("absent where a proposal found no verb; a person who accepts says it"),
    verb: z.string().max(200).optional(),
    addressee: z.string().max(300).optional(),
    deadline: z.string().max(300).optional(),
    exception: z.string().max(500).optional(),
    by: z.enum(["clause", "machine", "person"]).describe("who proposed it"),
    because: z
      .array(z.strictObject({ what: z.string().max(40), text: z.string().max(300) }))
      .max(20)
      .default([]),
    verdict: z.enum(["proposed", "accepted", "refused"]).describe("a person's; only accepted ones count"),
    decided_by: z.string().max(200).optional(),
  })
  .refine(({ verdict, strength }) => verdict !== "accepted" || strength !== undefined, "an accepted coding needs a strength");
export type DraftCoding = z.infer<typeof draftCoding>;
/** A coding that a person stands by. */
export type AcceptedCoding = DraftCoding & { strength: Strength };

/** Where an element came from, so that every wording can be traced. */
const origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("own") }),
  z.strictObject({
    kind: z.literal("clause"),
    clause: identifier,
    version: z.int(),
    variant: identifier,
    strength: z.enum(strengths),
  }),
  z.strictObject({
    kind: z.literal("instrument"),
    instrument: identifier,
    provision: identifier.optional(),
    locator: z.string().max(200).optional(),
  }),
  z.strictObject({ kind: z.literal("upload"), file: z.string().max(200), number: z.string().max(60).optional() }),
]);
export type Origin = z.infer<typeof origin>;

/**
 * One piece of a draft. Its text is plain: an empty line parts paragraphs, a line that begins with "- " is an item. Numbers are
 * made when it is shown. {name} is a blank that the draft's answers fill; [[provision-type]] or [[#element]] refers to an article.
 */
export const element = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  kind: z.enum(elementKinds),
  heading: z.string().max(300).default(""),
  text: z.string().max(100_000).default(""),
  origin: origin.default({ kind: "own" }),
  codings: z.array(draftCoding).max(30).default([]),
});
export type DraftElement = z.infer<typeof element>;

/** What somebody writes of an element. */
export const wordingShape = element.pick({ heading: true, text: true });

/** A draft without what only the database knows. The elements stand in their order. */
export const draftContent = z.strictObject({
  title: z
    .string()
    .max(300)
    .regex(/[\p{L}\p{N}\p{S}]/u, "expected at least one letter or digit"),
  language: languageTag,
  profile,
  beginning: z.enum(beginnings),
  derived_from: identifier.optional().describe("the instrument whose structure it took over"),
  answers: z
    .record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), z.string().max(500))
    .default({})
    .describe("blank → what fills it"),
  elements: z.array(element).max(1000),
});
export type DraftContent = z.infer<typeof draftContent>;

/** An element as it is held: with the revision that a save must name. */
export interface HeldElement extends DraftElement {
  revision: number;
  changedAt: string;
  changedBy: string;
}

/** A draft as it is held. */
export interface Draft extends Omit<DraftContent, "elements"> {
  id: string;
  workspace: string;
  state: DraftState;
  createdAt: string;
  changedAt: string;
  /** the instrument it became */
  adoptedAs?: string;
  elements: readonly HeldElement[];
}

/** The codings of an element that count. */
export function acceptedCodings(element: Pick<DraftElement, "codings">): AcceptedCoding[] {
  return element.codings.filter((coding): coding is AcceptedCoding => coding.verdict === "accepted" && coding.strength !== undefined);
}
