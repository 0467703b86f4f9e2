import { sql } from "kysely";
import type { Database } from "../database/connect.ts";
import { Problem } from "../shared/problem.ts";
import type { Draft, DraftContent, HeldElement } from "./draft.ts";
import { localAuthor } from "./event.ts";

/** A draft in a list: without its text. */
export interface DraftHead {
  id: string;
  workspace: string;
  title: string;
  language: string;
  state: Draft["state"];
  changedAt: string;
  elements: number;
}

/** The drafts of these workspaces, the one changed last first. */
export async function listDrafts(db: Database, workspaces: readonly string[]): Promise<DraftHead[]> {
  if (workspaces.length === 0) return [];
  const { rows } = await sql<DraftHead>`
    select d.id, d.workspace, d.title, d.language, d.state, d.changed_at as "changedAt",
      (select count(*)::int from draft_elements e where e.draft = d.id) as elements
    from drafts d where d.workspace = any(${[...workspaces]}::text[]) order by d.changed_at desc, d.id`.execute(db);
  return rows;
}

/** The instruments that drafts became and that the registry holds, each with the body that issued it. */
export async function listAdopted(db: Database): Promise<{ instrument: string; body: string }[]> {
  const { rows } = await sql<{ instrument: string; body: string }>`
    select r.id as instrument, r.record->>'issuing_body' as body from drafts d
    join revisions r on r.noun = 'instrument' and r.id = d.adopted_as and r.known_to = 'infinity' where r.record is not null order by r.id`.execute(
    db,
  );
  return rows;
}

/** In which workspace a draft stands: what permission is asked of. */
export async function workspaceOf(db: Database, draft: string): Promise<string | undefined> {
  return (await db.selectFrom("drafts").select("workspace").where("id", "=", draft).executeTakeFirst())?.workspace;
}

/** A whole draft with its elements in order. */
export async function findDraft(db: Database, id: string): Promise<Draft | undefined> {
  const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const elements = await db.selectFrom("draft_elements").selectAll().where("draft", "=", id).orderBy("position").orderBy("id").execute();
  return {
    id: row.id,
    workspace: row.workspace,
    title: row.title,
    language: row.language,
    profile: row.profile as Draft["profile"],
    beginning: row.beginning as Draft["beginning"],
    ...(row.derived_from ? { derived_from: row.derived_from } : {}),
    answers: row.answers as Draft["answers"],
    state: row.state as Draft["state"],
    ...(row.adopted_as ? { adoptedAs: row.adopted_as } : {}),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    elements: elements.map(heldElement),
  };
}

interface ElementRow {
  id: string;
  kind: string;
  heading: string;
  text: string;
  origin: unknown;
  codings: unknown;
  revision: number;
  changed_at: string;
  changed_by: string;
}

function heldElement(row: ElementRow): HeldElement {
  return {
    id: row.id,
    kind: row.kind as HeldElement["kind"],
    heading: row.heading,
    text: row.text,
    origin: row.origin as HeldElement["origin"],
    codings: row.codings as HeldElement["codings"],
    revision: row.revision,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  };
}

/** One wording that an element has or had, or that lost against a newer one. */
export interface Wording {
  wording: number;
  element: string;
  baseRevision: number;
  revision: number | null;
  heading: string;
  text: string;
  who: string;
  at: string;
  settledBy: string | null;
}

const wordingColumns = sql`wording, element, base_revision as "baseRevision", revision, heading, text, who, at, settled_by as "settledBy"`;

/** Every wording of one element, the newest first. */
export async function listWordings(db: Database, draft: string, element: string): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select ${wordingColumns} from draft_wordings where draft = ${draft} and element = ${element} order by wording desc limit 500`.execute(
    db,
  );
  return rows;
}

/** The wordings that lost against a newer one and about which nobody has decided. */
export async function listConflicts(db: Database, draft: string): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select ${wordingColumns} from draft_wordings where draft = ${draft} and revision is null and settled_at is null order by wording`.execute(
    db,
  );
  return rows;
}

/** What people have typed into an element and not saved. */
export interface Typing {
  element: string;
  account: string;
  baseRevision: number;
  heading: string;
  text: string;
  at: string;
}

export async function listTyping(db: Database, draft: string, element: string): Promise<Typing[]> {
  const { rows } = await sql<Typing>`
    select element, account, base_revision as "baseRevision", heading, text, at from draft_typing where draft = ${draft} and element = ${element} order by at desc`.execute(
    db,
  );
  return rows;
}

/** Typing that differs from what its element says, with the name of who typed; the local author has no account. The oldest first. */
export async function listUnsaved(db: Database, draft: string): Promise<{ element: string; who: string }[]> {
  const { rows } = await sql<{ element: string; who: string }>`
    select t.element, coalesce(a.name, ${localAuthor}) as who
    from draft_typing t
    join draft_elements e on e.draft = t.draft and e.id = t.element
    left join accounts a on a.id = t.account
    where t.draft = ${draft} and (t.heading <> e.heading or t.text <> e.text)
    order by t.at`.execute(db);
  return rows;
}

export interface DraftComment {
  comment: number;
  element: string;
  answers: number | null;
  span: string | null;
  body: string;
  suggestion: string | null;
  verdict: "accepted" | "refused" | null;
  who: string;
  at: string;
  resolvedBy: string | null;
  resolvedAt: string | null;
}

/** The comments and suggestions of a draft, in the order in which they were made. */
export async function listComments(db: Database, draft: string): Promise<DraftComment[]> {
  const { rows } = await sql<DraftComment>`
    select comment, element, answers, span, body, suggestion, verdict, who, at, resolved_by as "resolvedBy", resolved_at as "resolvedAt"
    from draft_comments where draft = ${draft} order by comment`.execute(db);
  return rows;
}

export interface VersionHead {
  version: number;
  label: string;
  who: string;
  at: string;
}

/** The kept versions, the newest first. */
export async function listVersions(db: Database, draft: string): Promise<VersionHead[]> {
  return db
    .selectFrom("draft_versions")
    .select(["version", "label", "who", "at"])
    .where("draft", "=", draft)
    .orderBy("version", "desc")
    .execute();
}

/** One kept version, whole. */
export async function findVersion(
  db: Database,
  draft: string,
  version: number,
): Promise<(VersionHead & { content: DraftContent }) | undefined> {
  const row = await db
    .selectFrom("draft_versions")
    .selectAll()
    .where("draft", "=", draft)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && { version: row.version, label: row.label, who: row.who, at: row.at, content: row.content as DraftContent };
}

/** The draft, or a Problem that it is not there. */
export async function requireDraft(db: Database, id: string): Promise<Draft> {
  const draft = await findDraft(db, id);
  if (!draft) throw new Problem("not-found", "There is no draft at this address. It may stand in another workspace.");
  return draft;
}
