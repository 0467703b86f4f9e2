/** What a member of a workspace may be; who may do what stands in one table below. */
export const roles = ["reader", "drafter", "reviewer", "approver", "administrator"] as const;
export type Role = (typeof roles)[number];

/**
 * The closed list of what a role may let somebody do: read a draft, comment on it, write and upload, suggest, take a step of review, approve,
 * adopt, hold a consultation, and administer members and settings.
 */
export const abilities = ["read-draft", "comment", "draft", "suggest", "review", "approve", "adopt", "consult", "administer"] as const;
export type Ability = (typeof abilities)[number];

const reading = ["read-draft", "comment"] as const;

const table: Record<Role, readonly Ability[]> = {
  reader: reading,
  drafter: [...reading, "draft", "suggest", "consult"],
  reviewer: [...reading, "suggest", "review", "consult"],
  approver: [...reading, "approve", "adopt"],
  administrator: abilities,
};

/** Whether a role lets its bearer do something: may("drafter", "approve") is false. */
export function may(role: Role, ability: Ability): boolean {
  return table[role].includes(ability);
}

export function isRole(text: unknown): text is Role {
  return (roles as readonly unknown[]).includes(text);
}
