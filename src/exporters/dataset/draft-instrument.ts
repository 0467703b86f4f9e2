import type { Draft } from "../../drafting/draft.ts";
import { type Around, identifierFrom, publicationOf } from "../../drafting/publication.ts";
import type { LegalForm } from "../../registry/clause.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { Problem } from "../../shared/problem.ts";

/** As what a form of draft stands in the registry while nobody has adopted it. */
const types: Record<LegalForm, Instrument["type"]> = {
  statute: "bill",
  decree: "decree",
  directive: "directive",
  "procurement-rule": "regulation",
  "executive-memorandum": "executive-memorandum",
  "spend-gate": "directive",
  "funding-condition": "funding-condition",
  "municipal-resolution": "council-resolution",
  "international-organisation-policy": "agency-policy",
  contract: "framework-contract",
};

const LICENCE = "not said: a draft, whose author says on adoption who may quote it";

/**
 * A draft as an instrument of the dataset, read as adoption would read it, but with the status draft and no force. `issuingBody` is the id of
 * a body of the registry; without one the id is made from the name, and that body has to be added to the dataset's.
 * @throws Problem invalid-input where the profile names no place, which every instrument has
 */
export function draftInstrument(draft: Draft, around: Around, issuingBody: string | undefined): Instrument {
  const { jurisdiction, form, issuing_body: name } = draft.profile;
  if (!jurisdiction)
    throw new Problem(
      "invalid-input",
      "The profile of the draft names no place, and every instrument of the dataset has one. Name it under “Title and profile”.",
    );
  const day = draft.changedAt.slice(0, 10);
  const { instrument } = publicationOf(
    { ...draft, elements: [...draft.elements] },
    {
      id: identifierFrom(`${jurisdiction} draft ${draft.title}`, `${jurisdiction} draft ${draft.id}`),
      title: draft.title,
      type: types[form],
      force: "unknown",
      level: levelOf(form, jurisdiction),
      jurisdiction,
      body: issuingBody ? { held: issuingBody } : { name: name ?? "issuing body" },
      adopted: day,
      licence: LICENCE,
    },
    around,
  );
  return {
    ...instrument,
    force: { value: "unknown", note: "A draft binds nobody yet." },
    dates: {},
    statuses: [{ value: "draft", from: day, source: "s1", confidence: "high" }],
    texts: instrument.texts.map(({ authentic, ...text }) => ({ ...text, version: `draft of ${day}` })),
    sources: instrument.sources.map((source) => ({
      ...source,
      version: `draft of ${day}`,
      note: "The draft itself. While it is not published, this address opens for the members of its workspace alone.",
    })),
  };
}

function levelOf(form: LegalForm, jurisdiction: string): Instrument["level"] {
  if (form === "municipal-resolution") return "municipal";
  if (form === "international-organisation-policy" || /^UN\b/.test(jurisdiction)) return "international-organisation";
  if (jurisdiction === "EU") return "supranational";
  return jurisdiction.includes("-") ? "subnational" : "national";
}
