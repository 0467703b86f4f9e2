import type { Person } from "./person.ts";
import type { AccountSettings } from "./settings.ts";

/** The door of the house: who is signed in. One per server. */
export interface Accounts {
  settings: AccountSettings;
  /** Who bears these cookies; with the cookies that prolong the session, where it is time. */
  personOf(headers: Headers): Promise<{ person: Person | undefined; cookies: string[] }>;
}

const localPerson: Person = {
  account: "local",
  name: "",
  memberships: [{ workspace: "local", name: "", role: "administrator" }],
  local: true,
  administrator: true,
};

/** The door of a server for one person: nobody signs in, everybody is the local person. */
export function openLocalAccounts(): Accounts {
  return { settings: { mode: "local" }, personOf: async () => ({ person: localPerson, cookies: [] }) };
}
