import assert from "node:assert/strict";
import { test } from "node:test";
import type { Problem } from "../shared/problem.ts";
import { type Person, requireAbility, roleIn } from "./person.ts";
import { abilities, isRole, may, roles } from "./role.ts";

const table: Record<string, string> = {
  reader: "read-draft comment",
  drafter: "read-draft comment draft suggest consult",
  reviewer: "read-draft comment suggest review consult",
  approver: "read-draft comment approve adopt",
  administrator: "read-draft comment draft suggest review approve adopt consult administer",
};

test("who may do what, role by role", () => {
  for (const role of roles) assert.equal(abilities.filter((ability) => may(role, ability)).join(" "), table[role], role);
});

test("what is no role is none", () => {
  for (const text of ["", "Reader", "owner", "__proto__", "constructor", null, 1]) assert.equal(isRole(text), false);
});

test("a stranger is told that there is nothing, a member what their role lacks, nobody to sign in", () => {
  const person: Person = {
    account: "a",
    name: "Ann",
    memberships: [{ workspace: "w", name: "W", role: "reader" }],
    local: false,
    administrator: true,
  };
  const code = (who: Person | undefined, workspace: string) => {
    try {
      requireAbility(who, workspace, "draft");
      return "passes";
    } catch (error) {
      return (error as Problem).code;
    }
  };
  assert.deepEqual([code(undefined, "w"), code(person, "other"), code(person, "w")], ["sign-in-needed", "not-found", "forbidden"]);
  assert.equal(roleIn(person, "other"), undefined, "an administrator of the instance belongs to no workspace by that");
  assert.equal(requireAbility(person, "w", "comment"), person);
});
