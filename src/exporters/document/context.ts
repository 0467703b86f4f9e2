import type { Database } from "../../database/connect.ts";
import { acceptedCodings, type Draft } from "../../drafting/draft.ts";
import { type DraftComment, listComments } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import type { Labels } from "../../drafting/labels.ts";
import type { Check } from "../../registry/check.ts";
import type { Clause } from "../../registry/clause.ts";
import { findRecord, findRecords, listRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { Lesson } from "../../registry/lesson.ts";
import { titleIn } from "../../registry/listing.ts";
import type { ProvisionType } from "../../registry/provision-type.ts";
import { inLanguage, type LocalizedText } from "../../shared/localized-text.ts";

/** A real provision beside a clause, with its wording where the registry may quote it. */
export interface Precedent {
  instrument: string;
  place: string;
  title: { text: string; language: string };
  locator: string;
  note?: string;
  /** where its source stands */
  address?: string;
  wording?: { text: string; language: string; licence: string; address?: string };
}

/** What is known of one kind of provision that the draft holds. */
export interface TypeContext {
  type?: ProvisionType;
  clause?: Clause;
  precedents: readonly Precedent[];
  checks: readonly Check[];
  lessons: readonly Lesson[];
}

/** What the exports of a draft show beside its text. */
export interface DraftContext {
  comments: readonly DraftComment[];
  /** by provision type: those of clauses and of accepted codings */
  types: ReadonlyMap<string, TypeContext>;
  /** how what a text leaves open is called */
  labels: Labels;
  /** what the draft became; no file of it says then that it is a draft */
  adopted?: Instrument;
  /** names of every provision type */
  names: ReadonlyMap<string, LocalizedText>;
}

/** The kinds of provision that an element holds: the clause it came from first. */
export function typesOf(element: Pick<Draft["elements"][number], "origin" | "codings">): string[] {
  const clause = element.origin.kind === "clause" ? [element.origin.clause] : [];
  return [...new Set([...clause, ...acceptedCodings(element).map(({ type }) => type)])];
}

/** Reads what stands beside a draft: its comments, and for each kind of provision the clause, precedents, checks and lessons. */
export async function findDraftContext(db: Database, draft: Draft): Promise<DraftContext> {
  const ids = [...new Set(draft.elements.flatMap(typesOf))];
  const [labels, comments, types, clauses, checks, lessons] = await Promise.all([
    findLabels(db),
    listComments(db, draft.id),
    listRecords(db, "provision-type"),
    findRecords(db, "clause", ids),
    listRecords(db, "check"),
    listRecords(db, "lesson"),
  ]);
  const adopted = await findAdopted(db, draft);
  const instruments = await findRecords(db, "instrument", [
    ...new Set([...clauses.values()].flatMap(({ record }) => record.precedents.map(({ instrument }) => instrument))),
  ]);
  const places = await findRecords(db, "jurisdiction", [...new Set([...instruments.values()].map(({ record }) => record.jurisdiction))]);
  const placeName = (id: string) => inLanguage((places.get(id)?.record.names ?? { en: id }) as LocalizedText, draft.language).text;
  const contextOf = (id: string): TypeContext => {
    const clause = clauses.get(id)?.record;
    const type = types.items.find((one) => one.id === id)?.record;
    return {
      ...(type ? { type } : {}),
      ...(clause ? { clause } : {}),
      precedents: (clause?.precedents ?? []).flatMap((one) => {
        const held = instruments.get(one.instrument)?.record;
        return held ? [precedentOf(held, one, draft.language, placeName(held.jurisdiction))] : [];
      }),
      checks: checks.items.map(({ record }) => record).filter(({ provision_types }) => provision_types.includes(id)),
      lessons: lessons.items.map(({ record }) => record).filter(({ provision_types }) => provision_types.includes(id)),
    };
  };
  return {
    comments,
    labels,
    ...(adopted ? { adopted } : {}),
    types: new Map(ids.map((id) => [id, contextOf(id)])),
    names: new Map(types.items.map(({ id, record }) => [id, record.names])),
  };
}

/** The instrument that a draft became. */
export async function findAdopted(db: Database, { adoptedAs }: Pick<Draft, "adoptedAs">): Promise<Instrument | undefined> {
  return adoptedAs === undefined ? undefined : (await findRecord(db, "instrument", adoptedAs))?.record;
}

function precedentOf(held: Instrument, { provision, note }: Clause["precedents"][number], language: string, place: string): Precedent {
  const found = held.provisions.find(({ id }) => id === provision);
  const wording = found?.wording.find((one) => one.language === language) ?? found?.wording[0];
  const address = held.sources.find(({ id }) => id === wording?.source)?.address;
  const source = address ?? held.sources[0]?.address;
  return {
    instrument: held.id,
    place,
    title: titleIn(held, language),
    locator: found?.locator ?? provision,
    ...(source ? { address: source } : {}),
    ...(note ? { note: language.startsWith("fr") ? note.fr : note.en } : {}),
    ...(wording
      ? { wording: { text: wording.text, language: wording.language, licence: wording.licence, ...(address ? { address } : {}) } }
      : {}),
  };
}

/** The name of a provision type in a language, its identifier where nothing is held of it. */
export function typeNameIn({ names }: DraftContext, type: string, language: string): string {
  const held = names.get(type);
  return held ? inLanguage(held, language).text : type;
}
