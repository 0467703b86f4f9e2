import { z } from "zod";
import { type Body, body } from "../registry/body.ts";
import type { Check, Parameters } from "../registry/check.ts";
import { addresseeKinds, type Coding } from "../registry/coding.ts";
import type { Dossier } from "../registry/dossier.ts";
import { forces, type Instrument, instrument, instrumentTypes, levels, type Provision, webAddress } from "../registry/instrument.ts";
import { identifier } from "../shared/identifier.ts";
import { partialDate } from "../shared/partial-date.ts";
import { Problem, says } from "../shared/problem.ts";
import type { AcceptedCoding, DraftContent, DraftElement } from "./draft.ts";
import type { Labels } from "./labels.ts";
import { parametersSetBy } from "./parameters-set.ts";
import { plainText } from "./plain-text.ts";
import { preambleIn, type RenderedElement, renderDraft } from "./rendered.ts";

/** The longest wording that the registry keeps of one provision; the whole text is kept beside it. */
const LONGEST_WORDING = 5000;

const day = partialDate.refine((text) => text.length === 10, "expected a day as YYYY-MM-DD");

/** What is said when a draft is adopted, and what no draft knows. */
export const adoptionFacts = z.strictObject({
  id: identifier.describe("of the instrument that it becomes"),
  title: z.string().trim().min(1).max(600),
  number: z.string().trim().max(100).optional().describe("the official number"),
  type: z.enum(instrumentTypes),
  force: z.enum(forces),
  level: z.enum(levels),
  jurisdiction: z.string().min(2).max(20),
  body: z.union([
    z.strictObject({ held: identifier }),
    z.strictObject({
      name: z.string().trim().min(1).max(300),
      english: z.string().trim().max(300).optional(),
      kind: body.shape.kind,
      address: webAddress.optional(),
    }),
  ]),
  binds_body: z.boolean().optional().describe("whether its rules bind the body that issued it, which issuing alone does not say"),
  adopted: day,
  published: day.optional(),
  in_force: day.optional(),
  address: webAddress.optional().describe("of the official text"),
  licence: z.string().trim().min(1).max(200).describe("of the text: what lets anybody quote it"),
});
export type AdoptionFacts = z.infer<typeof adoptionFacts>;

/** What publishing leans on beside the draft. */
export interface Around {
  /** who coded: the workspace, never a person */
  coder: string;
  /** the day on which it is done */
  today: string;
  /** where the text stands when no official address is given */
  page: string;
  checks: readonly Check[];
  /** ids of the instruments that the registry holds, of those that the draft names */
  known: ReadonlySet<string>;
  /** how what a draft leaves open is called; what is adopted leaves nothing open */
  labels?: Labels;
  /** what is held of the body */
  dossier?: Dossier | undefined;
}

export interface Publication {
  /** where the body is a new one */
  body?: Body;
  instrument: Instrument;
  /** where the text binds the body that issued it */
  dossier?: Dossier;
}

/**
 * An approved version as records of the registry: the instrument with its provisions coded, the body where it is new, and where the
 * text binds that body its dossier with why, so that it can be measured the same day.
 * @throws Problem invalid-input where the facts contradict each other or nothing can be published
 */
export function publicationOf(content: DraftContent, facts: AdoptionFacts, around: Around): Publication {
  requireOrder(facts);
  const made = "held" in facts.body ? undefined : bodyOf(facts.body, facts.jurisdiction, content.language);
  const bodyId = "held" in facts.body ? facts.body.held : (made as Body).id;
  return {
    ...(made ? { body: made } : {}),
    instrument: instrumentOf(content, facts, bodyId, around),
    ...(facts.binds_body ? { dossier: dossierOf(bodyId, content.language, facts, around) } : {}),
  };
}

function requireOrder({ adopted, published, in_force: inForce }: AdoptionFacts): void {
  for (const [what, later] of [
    [says`published`, published],
    [says`in force`, inForce],
  ] as const)
    if (later !== undefined && later < adopted)
      throw new Problem(
        "invalid-input",
        says`It is said to be ${what} on ${later}, before it was adopted on ${adopted}. Mend one of the dates.`,
      );
}

function bodyOf(
  { name, english, kind, address }: Exclude<AdoptionFacts["body"], { held: string }>,
  jurisdiction: string,
  language: string,
): Body {
  return {
    id: identifierFrom(`${jurisdiction} ${english || name}`, `${jurisdiction} body`),
    jurisdiction,
    names: { [language]: name, en: english || name },
    ...(kind ? { kind } : {}),
    ...(address ? { address } : {}),
  };
}

function instrumentOf(content: DraftContent, facts: AdoptionFacts, issuingBody: string, around: Around): Instrument {
  const { adopted, published, in_force: inForce } = facts;
  const rendered = renderDraft(content, around.labels);
  const borrowed = content.elements.flatMap(({ origin }) => (origin.kind === "instrument" ? [origin.instrument] : []));
  const from = [...new Set([...(content.derived_from ? [content.derived_from] : []), ...borrowed])].filter((id) => around.known.has(id));
  const dated = (value: string) => ({ value, source: "s1", confidence: "high" as const });
  const record = {
    id: facts.id,
    jurisdiction: facts.jurisdiction,
    level: facts.level,
    titles: [{ language: content.language, text: facts.title, kind: "official" }],
    ...(facts.number ? { number: facts.number } : {}),
    type: facts.type,
    force: { value: facts.force },
    issuing_body: issuingBody,
    dates: {
      adopted: dated(adopted),
      ...(published ? { published: dated(published) } : {}),
      ...(inForce ? { in_force: dated(inForce) } : {}),
    },
    statuses: [
      { value: "adopted", from: adopted, source: "s1", confidence: "high" },
      ...(inForce ? [{ value: "in-force", from: inForce, source: "s1", confidence: "high" }] : []),
    ],
    read: "full",
    texts: [
      {
        id: `text-${content.language.toLowerCase()}`,
        language: content.language,
        ...(facts.address ? {} : { authentic: true }),
        licence: facts.licence,
        source: "s1",
        content: plainText(rendered),
      },
    ],
    sources: [
      {
        id: "s1",
        address: facts.address ?? around.page,
        title: facts.title,
        kind: "primary",
        seen: around.today,
        licence: facts.licence,
      },
    ],
    relations: from.map((target) => ({ type: target === content.derived_from ? "derived-from" : "borrows-wording-from", target })),
    provisions: provisionsOf(content, rendered.elements, facts, around),
  };
  const parsed = instrument.safeParse(record);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Problem(
    "invalid-input",
    says`“${first?.path.join(".") ?? ""}” of the instrument cannot be recorded: ${first?.message ?? ""}. Change it and send again.`,
  );
}

/** Every article, preamble and annex in order; those that were read as nothing of the vocabulary too, with their wording alone. */
function provisionsOf(content: DraftContent, rendered: readonly RenderedElement[], facts: AdoptionFacts, around: Around): Provision[] {
  const provisions: Provision[] = [];
  const preambles = rendered.filter(({ kind }) => kind === "preamble");
  let codings = 0;
  for (const [index, element] of rendered.entries()) {
    if (element.kind === "part") continue;
    const written = content.elements[index] as DraftElement;
    const number = element.number ?? String(preambles.indexOf(element) + 1);
    provisions.push({
      id: identifierFrom(`${element.kind === "article" ? "art" : element.kind} ${number}`),
      locator: element.label || `${preambleIn(content.language)}${preambles.length > 1 ? ` ${number}` : ""}`,
      ...(element.heading ? { heading: element.heading.slice(0, 300) } : {}),
      wording: wordingOf(element, content.language, facts.licence),
      statuses: [],
      codings: distinct(element.codings).map((coding) => {
        codings += 1;
        return codingOf(coding, `c${codings}`, parametersSetBy(written, coding.type, content.answers, around.checks), around);
      }),
    });
  }
  return provisions;
}

function wordingOf(element: RenderedElement, language: string, licence: string): Provision["wording"] {
  const text = plainText({ elements: [element] }, { headings: false });
  if (!text) return [];
  const cut = text.length <= LONGEST_WORDING ? text : `${text.slice(0, LONGEST_WORDING - 4).replace(/\s+\S*$/, "")} […]`;
  return [{ text: cut, language, source: "s1", licence }];
}

/** One coding of each type for each addressee: what a second one would say is said already. */
function distinct(codings: readonly AcceptedCoding[]): AcceptedCoding[] {
  return [...new Map(codings.map((coding) => [`${coding.type} ${coding.addressee ?? ""}`, coding] as const)).values()];
}

function codingOf(coding: AcceptedCoding, id: string, parameters: Parameters, { coder }: Around): Coding {
  const { type, strength, verb, addressee, deadline, exception } = coding;
  const kind = addresseeKinds.find((one) => one === addressee);
  return {
    id,
    type,
    strength,
    ...(verb ? { verb } : {}),
    ...(addressee ? { addressee: kind ? { kinds: [kind] } : { kinds: [], text: addressee } } : {}),
    ...(deadline ? { deadline } : {}),
    ...(exception ? { exception } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    basis: "text",
    confidence: "high",
    coder,
    verdict: "accepted",
    source: "s1",
  };
}

const reasons: Record<string, (adopted: string, inForce: string | undefined) => string> = {
  en: (adopted, inForce) =>
    `Its rules bind also the body that issued it; adopted on ${adopted}${inForce ? `, in force from ${inForce}` : ""}.`,
  fr: (adopted, inForce) =>
    `Ses règles lient aussi l’organisme qui l’a édicté ; adopté le ${adopted}${inForce ? `, en vigueur à partir du ${inForce}` : ""}.`,
  ar: (adopted, inForce) => `تلزم قواعده الجهة التي أصدرته أيضا؛ اعتُمد في ${adopted}${inForce ? `، ويسري من ${inForce}` : ""}.`,
};

function dossierOf(bodyId: string, language: string, facts: AdoptionFacts, { dossier: held, page, today }: Around): Dossier {
  const taken = new Set(held?.sources.map(({ id }) => id));
  let number = 1;
  while (taken.has(`s${number}`)) number += 1;
  const source = `s${number}`;
  const told = language.split("-")[0] ?? "";
  const reason = reasons[told] ?? reasons.en;
  const applies = {
    instrument: facts.id,
    because: (reason as (typeof reasons)[string])(facts.adopted, facts.in_force),
    language: reasons[told] ? told : "en",
    source,
  };
  const base = held ?? { id: bodyId, instruments: [], attestations: [], exceptions: [], replies: [], corrections: [], sources: [] };
  return {
    ...base,
    instruments: [...base.instruments, applies],
    sources: [...base.sources, { id: source, address: facts.address ?? page, title: facts.title, kind: "primary", seen: today }],
  };
}

/** Words as an identifier: "DE-BY Code policy 2027" → "de-by-code-policy-2027"; what has no Latin letter gives the other. */
export function identifierFrom(words: string, otherwise = "unnamed"): string {
  const written = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .join("-")
      .slice(0, 80)
      .replace(/-$/, "");
  const first = written(words);
  return first && !(/[^\p{ASCII}]/u.test(words) && first.length <= 8) ? first : written(otherwise);
}
