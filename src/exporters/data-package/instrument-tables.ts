import { bases, strengths } from "../../registry/coding.ts";
import {
  confidences,
  dateKinds,
  forces,
  type Instrument,
  instrumentTypes,
  levels,
  relationTypes,
  statusValues,
} from "../../registry/instrument.ts";
import { titleOf } from "../../registry/listing.ts";
import { currentStatus } from "../../registry/standing.ts";
import { column, dated, link, oneOf, own, required, type Table, table } from "./table.ts";

/** The identifier of a source of an instrument, as the table of sources has it. */
const sourceOf = (instrument: string, source: string | undefined) =>
  source === undefined ? undefined : `instrument.${instrument}.${source}`;
const confidence = { constraints: { enum: confidences } };

/** What the instruments say: one table for each kind of part. */
export function instrumentTables(instruments: readonly Instrument[]): Table[] {
  const parts = <P>(list: (instrument: Instrument) => readonly P[]) =>
    instruments.flatMap((instrument) =>
      list(instrument).map((part, position) => ({ instrument: instrument.id, position: position + 1, part })),
    );
  const provisions = parts((instrument) => instrument.provisions);
  const titles = parts((instrument) => instrument.titles);
  const dates = parts((instrument) => dateKinds.flatMap((kind) => (instrument.dates[kind] ? [{ kind, ...instrument.dates[kind] }] : [])));
  const statuses = instruments.flatMap((instrument) => [
    ...instrument.statuses.map((part, position) => ({
      instrument: instrument.id,
      provision: undefined as string | undefined,
      position: position + 1,
      part,
    })),
    ...instrument.provisions.flatMap((provision) =>
      provision.statuses.map((part, position) => ({
        instrument: instrument.id,
        provision: `${instrument.id}.${provision.id}`,
        position: position + 1,
        part,
      })),
    ),
  ]);
  const wordings = provisions.flatMap(({ instrument, part }) =>
    part.wording.map((wording, position) => ({ instrument, provision: `${instrument}.${part.id}`, position: position + 1, part: wording })),
  );
  const codings = provisions.flatMap(({ instrument, part }) =>
    part.codings.map((coding) => ({ instrument, provision: `${instrument}.${part.id}`, part: coding })),
  );
  const toInstrument = link("instrument", "instruments");
  const toSource = link("source", "sources");

  return [
    table(
      "instruments",
      "Policies, laws and strategies that the registry has reviewed.",
      instruments,
      [
        column("id", (row) => row.id, required),
        column("jurisdiction", (row) => row.jurisdiction, required),
        column("level", (row) => row.level, oneOf(levels)),
        column("title", (row) => titleOf(row), { description: "in English where there is one; all stand in titles" }),
        column("number", (row) => row.number, { description: "the official number" }),
        column("type", (row) => row.type, oneOf(instrumentTypes)),
        column("force", (row) => row.force.value, oneOf(forces)),
        column("force_note", (row) => row.force.note),
        column("issuing_body", (row) => row.issuing_body, required),
        column("status", (row) => currentStatus(row), {
          description: "the newest; the series stands in statuses",
          constraints: { required: true, enum: statusValues },
        }),
        ...dateKinds.map((kind) => column<Instrument>(kind, (row) => row.dates[kind]?.value, dated)),
        column("read", (row) => row.read, {
          description: "how much of the text we read",
          constraints: { enum: ["full", "partial", "secondary"] },
        }),
        column("notes", (row) => row.notes),
      ],
      { key: ["id"], links: [link("jurisdiction", "jurisdictions"), link("issuing_body", "bodies")] },
    ),
    table(
      "titles",
      "Titles of instruments by language.",
      titles,
      [
        column("instrument", (row) => row.instrument, required),
        column("position", (row) => row.position, { type: "integer" }),
        column("language", (row) => row.part.language, required),
        column("text", (row) => row.part.text, required),
        column("kind", (row) => row.part.kind, oneOf(["official", "courtesy", "ours"])),
      ],
      { key: ["instrument", "position"], links: [toInstrument] },
    ),
    table(
      "dates",
      "Dates of instruments, each with its source.",
      dates,
      [
        column("instrument", (row) => row.instrument, required),
        column("kind", (row) => row.part.kind, oneOf(dateKinds)),
        column("value", (row) => row.part.value, dated),
        column("source", (row) => sourceOf(row.instrument, row.part.source)),
        column("confidence", (row) => row.part.confidence, confidence),
        column("note", (row) => row.part.note),
      ],
      { key: ["instrument", "kind"], links: [toInstrument, toSource] },
    ),
    table(
      "statuses",
      "Statuses of instruments, oldest first, and of provisions whose standing differs.",
      statuses.map((row, index) => ({ ...row, id: index + 1 })),
      [
        column("id", (row) => row.id, { type: "integer" }),
        column("instrument", (row) => row.instrument, required),
        column("provision", (row) => row.provision),
        column("position", (row) => row.position, { type: "integer" }),
        column("value", (row) => row.part.value, oneOf(statusValues)),
        column("from", (row) => row.part.from, dated),
        column("source", (row) => sourceOf(row.instrument, row.part.source)),
        column("confidence", (row) => row.part.confidence, confidence),
        column("note", (row) => row.part.note),
      ],
      { key: ["id"], links: [toInstrument, link("provision", "provisions"), toSource] },
    ),
    table(
      "texts",
      "Texts of instruments by language and version, without their content.",
      parts((instrument) => instrument.texts),
      [
        column("id", (row) => `${row.instrument}.${row.part.id}`, required),
        column("instrument", (row) => row.instrument, required),
        column("language", (row) => row.part.language, required),
        column("version", (row) => row.part.version),
        column("authentic", (row) => row.part.authentic, { type: "boolean", description: "empty where nobody knows" }),
        column("licence", (row) => row.part.licence),
        column("hash", (row) => row.part.hash),
        column("source", (row) => sourceOf(row.instrument, row.part.source)),
        column("note", (row) => row.part.note),
      ],
      { key: ["id"], links: [toInstrument, toSource] },
    ),
    table(
      "relations",
      "How instruments relate to each other.",
      parts((instrument) => instrument.relations),
      [
        column("instrument", (row) => row.instrument, required),
        column("position", (row) => row.position, { type: "integer" }),
        column("type", (row) => row.part.type, oneOf(relationTypes)),
        column("target", (row) => row.part.target, required),
        column("source", (row) => sourceOf(row.instrument, row.part.source)),
        column("note", (row) => row.part.note),
      ],
      { key: ["instrument", "position"], links: [toInstrument, link("target", "instruments"), toSource] },
    ),
    table(
      "provisions",
      "Places in the texts.",
      provisions,
      [
        column("id", (row) => `${row.instrument}.${row.part.id}`, required),
        column("instrument", (row) => row.instrument, required),
        column("position", (row) => row.position, { type: "integer" }),
        column("locator", (row) => row.part.locator, { ...required, description: "as written there" }),
        column("heading", (row) => row.part.heading),
      ],
      { key: ["id"], links: [toInstrument] },
    ),
    table(
      "wordings",
      "Original wording of provisions, where its licence lets us quote it.",
      wordings,
      [
        column("provision", (row) => row.provision, required),
        column("position", (row) => row.position, { type: "integer" }),
        column("language", (row) => row.part.language, required),
        column("text", (row) => row.part.text, required),
        column("source", (row) => sourceOf(row.instrument, row.part.source)),
        column("licence", (row) => row.part.licence, required),
      ],
      { key: ["provision", "position"], links: [link("provision", "provisions"), toSource] },
    ),
    table(
      "codings",
      "Readings of provisions: what each obliges whom to do, and how strongly.",
      codings,
      [
        column("id", (row) => `${row.instrument}.${row.part.id}`, required),
        column("instrument", (row) => row.instrument, required),
        column("provision", (row) => row.provision, required),
        column("type", (row) => row.part.type, required),
        column("strength", (row) => row.part.strength, oneOf(strengths)),
        column("addressee_kinds", (row) => row.part.addressee?.kinds, {
          type: "array",
          description: "who is bound; empty where not known",
        }),
        column("addressee", (row) => row.part.addressee?.text),
        ...own<(typeof codings)[number]["part"]>("verb", "scope", "condition", "exception", "deadline", "enforcement", "paraphrase").map(
          (each) => ({ ...each, value: (row: (typeof codings)[number]) => each.value(row.part) }),
        ),
        column("basis", (row) => row.part.basis, {
          description: "what the reading rests on",
          constraints: { required: true, enum: bases },
        }),
        column("confidence", (row) => row.part.confidence, confidence),
        column("coder", (row) => row.part.coder),
        column("verdict", (row) => row.part.verdict, {
          description: "accepted: the registry's readers stand by it; only these count",
          constraints: { required: true, enum: ["accepted", "unreviewed", "rejected"] },
        }),
        column("source", (row) => sourceOf(row.instrument, row.part.source), required),
        column("note", (row) => row.part.note),
      ],
      { key: ["id"], links: [toInstrument, link("provision", "provisions"), link("type", "provision-types"), toSource] },
    ),
  ];
}
