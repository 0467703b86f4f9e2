import type { Database } from "../database/connect.ts";
import { judgeBody } from "../measurement/record.ts";
import { findRecord, findRecords, listRecords } from "../registry/find.ts";
import { named } from "../registry/nouns.ts";
import { recordWithin } from "../registry/record.ts";
import { inLanguage } from "../shared/localized-text.ts";
import { Problem, says } from "../shared/problem.ts";
import { requireRole } from "./approval.ts";
import { type Actor, findTrailEnd, type TrailEnd } from "./event.ts";
import { findVersion } from "./find.ts";
import { openRound } from "./find-approval.ts";
import { lockDraft, within } from "./held-rows.ts";
import { requireLicence } from "./licence-statement.ts";
import { type AdoptionFacts, adoptionFacts, identifierFrom, type Publication, publicationOf } from "./publication.ts";
import { changeState } from "./record.ts";
import { endRound, requireFinished } from "./record-approval.ts";
import { closeConsultationsWithin } from "./record-consultation.ts";
import { shownFingerprint } from "./trail.ts";

/** Where an adopted draft comes from: the workspace's name stands in the registry, a person's never. */
export interface Adopting {
  workspace: string;
  /** the page that will show it, where it has no official address */
  page: string;
  today: string;
}

/**
 * Publishes the version that was approved as an instrument of the registry, and where the text binds
 * the body that issued it says so in its dossier: in one transaction with the draft's state, all of it or nothing. What was seen of the body before is judged under it at once. Its
 * consultations end.
 * @throws Problem conflict: not approved, or the identifier is taken · invalid-input: facts that cannot be · forbidden
 */
export async function adoptDraft(db: Database, draft: string, given: unknown, adopting: Adopting, actor: Actor): Promise<Publication> {
  requireRole(actor, "adopt");
  const facts = readFacts(given);
  return within(db, async (tx) => {
    await requireNotAdopted(tx, draft);
    await closeConsultationsWithin(tx, draft, actor);
    await changeState(tx, draft, ["approved"], "adopted", actor, "adopted", { instrument: facts.id });
    const round = await openRound(tx, draft);
    const approved = round && (await findVersion(tx, draft, round.version));
    if (!round || !approved) throw new Problem("conflict", "There is no approved version of this draft. Give it to review first.");
    await requireFinished(tx, approved.content);
    const publication = await publish(tx, approved.content, facts, { ...adopting, trail: await findTrailEnd(tx, draft) });
    await endRound(tx, round, "adopted");
    await tx.updateTable("drafts").set({ adopted_as: facts.id }).where("id", "=", draft).execute();
    return publication;
  });
}

async function requireNotAdopted(tx: Database, draft: string): Promise<void> {
  if ((await lockDraft(tx, draft)).state === "adopted")
    throw new Problem("conflict", "The draft is adopted already. Open it anew to see as what.");
}

async function publish(
  tx: Database,
  content: Parameters<typeof publicationOf>[0],
  facts: AdoptionFacts,
  { workspace, page, today, trail }: Adopting & { trail: TrailEnd },
): Promise<Publication> {
  await requireFree(tx, facts);
  const bodyId = "held" in facts.body ? facts.body.held : undefined;
  const sources = content.elements.flatMap(({ origin }) => (origin.kind === "instrument" ? [origin.instrument] : []));
  const known = await findRecords(tx, "instrument", [...new Set([...sources, ...(content.derived_from ? [content.derived_from] : [])])]);
  const publication = publicationOf(content, facts, {
    coder: identifierFrom(workspace, "workspace"),
    today,
    page,
    checks: (await listRecords(tx, "check")).items.map(({ record }) => record),
    known: new Set(known.keys()),
    dossier: bodyId ? (await findRecord(tx, "dossier", bodyId))?.record : undefined,
  });
  const { body, instrument, dossier } = publication;
  const held = body && (await findRecord(tx, "body", body.id))?.record;
  if (held)
    throw new Problem(
      "conflict",
      says`The registry holds this body already, as “${inLanguage(held.names, "en").text}”. Choose it from the list, or give the new one another name.`,
    );
  await recordWithin(
    tx,
    [...(body ? [named("body", body)] : []), named("instrument", instrument), ...(dossier ? [named("dossier", dossier)] : [])],
    {
      who: identifierFrom(workspace, "workspace"),
      why: `Adopted in the workbench on ${facts.adopted}. Trail of the draft, entries: ${trail.entries}; last fingerprint: ${shownFingerprint(trail)}`,
    },
  );
  if (dossier) await judgeBody(tx, dossier.id);
  return publication;
}

async function requireFree(tx: Database, { id, jurisdiction, body }: AdoptionFacts): Promise<void> {
  const held = await tx
    .selectFrom("revisions")
    .select("id")
    .where("noun", "=", "instrument")
    .where("id", "=", id)
    .limit(1)
    .executeTakeFirst();
  if (held) throw new Problem("conflict", says`The registry holds or held an instrument “${id}”. Choose another identifier.`);
  if (!(await findRecord(tx, "jurisdiction", jurisdiction)))
    throw new Problem("invalid-input", says`There is no place “${jurisdiction}”; expected one of the list. Choose it again.`);
  if ("held" in body && !(await findRecord(tx, "body", body.held)))
    throw new Problem("invalid-input", says`There is no body “${body.held}”; expected one of the list, or a new one. Choose again.`);
}

function readFacts(given: unknown): AdoptionFacts {
  const parsed = adoptionFacts.safeParse(given);
  if (parsed.success) {
    requireLicence(parsed.data.licence);
    return parsed.data;
  }
  const [first] = parsed.error.issues;
  throw new Problem(
    "invalid-input",
    says`“${first?.path.join(".") || says`What is said`}” cannot be read: ${first?.message ?? ""}. Change it and send again.`,
  );
}
