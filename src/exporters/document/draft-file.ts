import { sql } from "kysely";
import type { Database } from "../../database/connect.ts";
import type { Draft } from "../../drafting/draft.ts";
import { findTrailEnd } from "../../drafting/event.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import type { Labels } from "../../drafting/labels.ts";
import { type RenderedDraft, renderDraft } from "../../drafting/rendered.ts";
import { shownFingerprint } from "../../drafting/trail.ts";
import { findRecords, listRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { akomaNtoso } from "../akoma-ntoso/write.ts";
import { briefOf } from "../brief/brief.ts";
import { draftInstrument } from "../dataset/draft-instrument.ts";
import { instrumentYaml } from "../dataset/write.ts";
import { memoOf } from "../memo/memo.ts";
import { type DraftContext, findAdopted, findDraftContext } from "./context.ts";
import { type Document, type DocumentFormat, documentFormats } from "./document.ts";
import { documentOf, type PrecedentForm } from "./from-draft.ts";
import { writeInThread } from "./thread.ts";
import { filled, type Told } from "./told.ts";
import { wordsIn } from "./words.ts";

/** What can be taken away of a draft, and in which formats. */
export const draftFiles = {
  draft: [...documentFormats, "xml", "yml"],
  memo: documentFormats,
  brief: documentFormats,
} as const satisfies Record<string, readonly (DocumentFormat | "xml" | "yml")[]>;
export type DraftFile = keyof typeof draftFiles;
export type FileFormat = (typeof draftFiles)[DraftFile][number];

export const mediaTypes: Record<FileFormat, string> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  pdf: "application/pdf",
  md: "text/markdown; charset=utf-8",
  xml: "application/akn+xml",
  yml: "application/yaml; charset=utf-8",
};

/** What is asked of the file of a draft, and what is needed to write it. */
export interface Asking {
  what: DraftFile;
  format: FileFormat;
  precedents: PrecedentForm;
  /** where the draft itself can be read */
  address: string;
  /** what the site says of the draft, where a file needs that */
  tell(): Promise<Told>;
}

/** One file of a draft; each tells how long its trail is and with which fingerprint it ends. */
export async function draftFile(db: Database, draft: Draft, asking: Asking): Promise<Uint8Array> {
  const { format, address } = asking;
  const trail = await findTrailEnd(db, draft.id);
  const labels = await findLabels(db);
  const rendered = renderDraft(draft, labels);
  if (format === "xml") return new TextEncoder().encode(akomaNtoso(rendered, draft, trail, await findAdopted(db, draft)));
  const inWords = filled(wordsIn(draft.language).trail, { entries: trail.entries, fingerprint: shownFingerprint(trail) });
  if (format === "yml")
    return new TextEncoder().encode(
      `# ${inWords}\n${instrumentYaml((await findAdopted(db, draft)) ?? (await instrumentOf(db, draft, address, labels)))}`,
    );
  const document = await documentAbout(asking, draft, rendered, await findDraftContext(db, draft));
  return writeInThread({ ...document, trail: inWords }, format);
}

async function documentAbout(
  { what, precedents, tell }: Asking,
  draft: Draft,
  rendered: RenderedDraft,
  context: DraftContext,
): Promise<Document> {
  if (what === "draft") return documentOf(rendered, context, draft.changedAt, precedents);
  const told = await tell();
  return what === "memo" ? memoOf(rendered, draft.elements, context, told, draft.changedAt) : briefOf(draft, rendered, context, told);
}

async function instrumentOf(db: Database, draft: Draft, page: string, labels: Labels): Promise<Instrument> {
  const named = draft.elements.flatMap(({ origin }) => (origin.kind === "instrument" ? [origin.instrument] : []));
  const [checks, known, issuingBody] = await Promise.all([
    listRecords(db, "check"),
    findRecords(db, "instrument", [...named, ...(draft.derived_from ? [draft.derived_from] : [])]),
    bodyNamed(db, draft),
  ]);
  const around = {
    coder: draft.workspace,
    today: draft.changedAt.slice(0, 10),
    page,
    checks: checks.items.map(({ record }) => record),
    known: new Set(known.keys()),
    labels,
  };
  return draftInstrument(draft, around, issuingBody);
}

/** The body of the registry that the profile names in so many words. */
async function bodyNamed(db: Database, { profile: { jurisdiction, issuing_body } }: Draft): Promise<string | undefined> {
  if (!jurisdiction || !issuing_body) return undefined;
  const bodies = await listRecords(db, "body", { where: sql<boolean>`r.record->>'jurisdiction' = ${jurisdiction}` });
  const wanted = issuing_body.trim().toLowerCase();
  return bodies.items.find(({ record }) => Object.values(record.names).some((name) => name.toLowerCase() === wanted))?.id;
}
