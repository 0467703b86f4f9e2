import { Problem, says } from "../shared/problem.ts";
import { type Ability, may, type Role } from "./role.ts";

/** Who asks, and as what in which workspaces; read anew for each request. */
export interface Person {
  /** the account's id */
  account: string;
  name: string;
  email?: string;
  memberships: readonly Membership[];
  /** true on a server for one person that listens on loopback only: nobody signed in */
  local: boolean;
  /** true for an administrator of the whole instance, who need not belong to any workspace */
  administrator: boolean;
}

export interface Membership {
  workspace: string;
  /** the workspace's name */
  name: string;
  role: Role;
}

/** The role of a person in a workspace; undefined for one who is no member, the instance's administrator included. */
export function roleIn(person: Person, workspace: string): Role | undefined {
  return person.memberships.find((membership) => membership.workspace === workspace)?.role;
}

/** Whether a person may do something in a workspace. */
export function can(person: Person | undefined, workspace: string, ability: Ability): boolean {
  const role = person && roleIn(person, workspace);
  return role !== undefined && may(role, ability);
}

/**
 * Lets a person with the ability pass, and hands the person back. Throws a Problem: "sign-in-needed" where nobody is signed in, "not-found" to
 * one who is no member (a stranger does not learn that the workspace exists), "forbidden" to a member whose role lacks the ability.
 */
export function requireAbility(person: Person | undefined, workspace: string, ability: Ability): Person {
  const known = requirePerson(person);
  const role = roleIn(known, workspace);
  if (!role) throw new Problem("not-found", "There is no page at this address.");
  if (!may(role, ability))
    throw new Problem(
      "forbidden",
      says`Your role in this workspace is ${role}, which does not include “${ability}”. Ask an administrator of the workspace.`,
    );
  return known;
}

/** Lets anybody who is signed in pass; throws a Problem ("sign-in-needed") otherwise. */
export function requirePerson(person: Person | undefined): Person {
  if (!person) throw new Problem("sign-in-needed", "Nobody is signed in, or the session has ended. Sign in, then send it again.");
  return person;
}
