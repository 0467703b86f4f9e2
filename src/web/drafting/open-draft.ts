import type { Context } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import type { Actor } from "../../drafting/event.ts";
import { requireDraft, workspaceOf } from "../../drafting/find.ts";
import { can, type Person, requireAbility, requirePerson, roleIn } from "../../people/person.ts";
import type { Ability } from "../../people/role.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { personOf } from "../people/who.ts";

/** One person's request for one draft, after it was seen that they may do it. */
export interface OpenDraft {
  draft: Draft;
  person: Person;
  actor: Actor;
  may(ability: Ability): boolean;
}

/** The draft of the address with who asks for it; throws where they may not. A stranger does not learn that it exists. */
export async function openDraft(context: Context<Site>, ability: Ability): Promise<OpenDraft> {
  const { person, actor, workspace } = await mayDo(context, ability);
  const draft = await requireDraft(context.get("db"), context.req.param("draft") ?? "");
  return { draft, person, actor, may: (other) => can(person, workspace, other) };
}

/** The same without the draft's text, where a form needs none of it. */
export async function mayDo(
  context: Context<Site>,
  ability: Ability,
): Promise<{ person: Person; actor: Actor; workspace: string; id: string }> {
  const person = requirePerson(await personOf(context));
  const id = context.req.param("draft") ?? "";
  const workspace = await workspaceOf(context.get("db"), id);
  if (!workspace) throw new Problem("not-found", "There is no page at this address.");
  requireAbility(person, workspace, ability);
  return { person, workspace, id, actor: actorOf(person, workspace) };
}

/** A person as drafts know who acts. */
export function actorOf(person: Person, workspace: string): Actor {
  const role = roleIn(person, workspace);
  return { account: person.account, name: person.name, ...(role ? { role } : {}) };
}
