import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { CommentRefusal, Consultation, ConsultationComment, PublicConsultation, Theme } from "./consultation.ts";
import { findVersion } from "./find.ts";
import { findLabels } from "./find-labels.ts";

const columns = sql`id, draft, version, title, introduction, language, answered_by, opens_on::text, closes_on::text, closed_at, made_at`;
const commentColumns = sql`comment, element, body, name, organisation, state, refusal, theme, sent_on::text`;

/** The consultations that began or are announced, those that end last first; of one draft where one is named. */
export async function listConsultations(
  db: Database,
  { draft, after, limit = 500 }: { draft?: string; after?: string; limit?: number } = {},
): Promise<Consultation[]> {
  const { rows } = await sql<Consultation>`
    select ${columns} from consultations c where ${draft === undefined ? sql`true` : sql`draft = ${draft}`}
      and ${after === undefined ? sql`true` : sql`(closes_on, id) < (select closes_on, id from consultations where id = ${after})`}
    order by c.closes_on desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

export async function countConsultations(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from consultations`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function findConsultation(db: Database, id: string): Promise<Consultation | undefined> {
  const { rows } = await sql<Consultation>`select ${columns} from consultations where id = ${id}`.execute(db);
  return rows[0];
}

/** Everything of a consultation that anybody may see; nothing of what waits or was refused but how much it is. */
export async function findPublicConsultation(db: Database, id: string): Promise<PublicConsultation | undefined> {
  const consultation = await findConsultation(db, id);
  const version = consultation && (await findVersion(db, consultation.draft, consultation.version));
  if (!consultation || !version) return undefined;
  const [labels, themes, comments, counts] = await Promise.all([
    findLabels(db),
    listThemes(db, id),
    listConsultationComments(db, id, "published"),
    sql<{ state: string; refusal: CommentRefusal | null; count: number }>`
      select state, refusal, count(*)::int as count from consultation_comments where consultation = ${id} and state <> 'published' group by 1, 2`.execute(
      db,
    ),
  ]);
  return {
    consultation,
    content: version.content,
    labels,
    themes,
    comments,
    refused: Object.fromEntries(counts.rows.flatMap(({ refusal, count }) => (refusal ? [[refusal, count]] : []))),
    waiting: counts.rows.find(({ state }) => state === "waiting")?.count ?? 0,
  };
}

export async function listThemes(db: Database, consultation: string): Promise<Theme[]> {
  const { rows } = await sql<Theme>`
    select theme, title, answer, changed from consultation_themes where consultation = ${consultation} order by theme`.execute(db);
  return rows;
}

/** Comments in one state, in the order in which they came. */
export async function listConsultationComments(
  db: Database,
  consultation: string,
  state: ConsultationComment["state"],
  limit = 20_000,
): Promise<ConsultationComment[]> {
  const { rows } = await sql<ConsultationComment>`
    select ${commentColumns} from consultation_comments where consultation = ${consultation} and state = ${state} order by comment limit ${limit}`.execute(
    db,
  );
  return rows;
}
