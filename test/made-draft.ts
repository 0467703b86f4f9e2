import type { Draft, DraftElement } from "../src/drafting/draft.ts";
import type { DraftComment } from "../src/drafting/find.ts";
import { labelsFrom } from "../src/drafting/labels.ts";
import type { DraftContext } from "../src/exporters/document/context.ts";

/** Signs that XML, Word, Typst, Markdown or a reader's eye could take for something else than words. */
export const hostileText =
  '#import "x": * $x^2$ *bold* _it_ [link](javascript:alert(1)) @ref <label> \\ ` // c ~ -- = "q" <script>alert(1)</script> & ]]> <!-- \0\u0007\uFFFE\uD800 \u202Eevil\u202C 😀 👩‍👩‍👧 中 e\u0301 #{sys} {open} [[code-inventory]] [[#a1]] [[#none]]';

/** A draft with these elements, each with its own id. */
export function madeDraft(elements: readonly Partial<DraftElement>[], language = "en", title = "Open-source policy"): Draft {
  return {
    id: "d1",
    workspace: "local",
    state: "drafting",
    createdAt: "2026-11-22T10:00:00.000Z",
    changedAt: "2026-11-23T10:00:00.000Z",
    title,
    language,
    profile: { form: "decree", capacity: "starter", jurisdiction: "CH", addressees: [], stage: "unknown", means: [] },
    beginning: "nothing",
    answers: {},
    elements: elements.map((one, index) => ({
      id: `e${index}`,
      kind: "article",
      heading: "",
      text: "",
      origin: { kind: "own" },
      codings: [],
      revision: 1,
      changedAt: "2026-11-23T10:00:00.000Z",
      changedBy: "Dan",
      ...one,
    })),
  };
}

/** Every kind of element, items, references, open blanks, hostile words. */
export const everyKind: readonly Partial<DraftElement>[] = [
  { id: "pre", kind: "preamble", text: "The Minister,\n\nHaving regard to:\n- law 5;\n- law 6," },
  { id: "p1", kind: "part", heading: "General" },
  { id: "a1", heading: "Purpose", text: "This text serves {lead-body}." },
  {
    id: "a2",
    heading: "Inventory",
    text: "Each body must:\n- make an inventory;\n- publish it under [[#a1]].\n\nIt is renewed every year.",
  },
  { id: "p2", kind: "part", heading: "Other" },
  { id: "a3", heading: hostileText, text: `${hostileText}\n\n# heading\n\n1. one\n\n- ${hostileText}` },
  { id: "p3", kind: "part" },
  { id: "x1", kind: "annex", heading: "Form", text: "x" },
];

export function madeComment(comment: number, element: string, more: Partial<DraftComment> = {}): DraftComment {
  return {
    comment,
    element,
    answers: null,
    span: null,
    body: "A remark <b>",
    suggestion: null,
    verdict: null,
    who: "Amina & Co",
    at: "2026-11-20T10:00:00.000Z",
    resolvedBy: null,
    resolvedAt: null,
    ...more,
  };
}

/** What the registry calls the blank of `everyKind`. */
export const madeLabels = labelsFrom(
  [
    {
      blanks: [
        {
          name: "lead-body",
          type: "body",
          label: { en: "Lead body for digital government", fr: "Organisme chef de file du numérique public" },
          example: { en: "the Digital Agency", fr: "l’Agence du numérique" },
        },
      ],
    },
  ],
  [],
);

/** Nothing is known beside the draft but one precedent of code inventories. */
export function madeContext(comments: readonly DraftComment[] = []): DraftContext {
  const wording = { text: "Les organismes publient.", language: "fr", licence: "official text", address: "https://example.org/a?b=1&c=2" };
  return {
    comments,
    labels: madeLabels,
    names: new Map([["code-inventory", { en: "Code inventory" }]]),
    types: new Map([
      [
        "code-inventory",
        {
          precedents: [
            {
              instrument: "fr-loi",
              place: "France",
              title: { text: "Loi", language: "fr" },
              locator: "art. 1",
              address: wording.address,
              wording,
            },
          ],
          checks: [],
          lessons: [],
        },
      ],
    ]),
  };
}
