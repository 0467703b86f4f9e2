import { sql } from "kysely";
import type { SignIn } from "./accounts.ts";
import { answered } from "./answer.ts";
import { spendAttempt } from "./attempt.ts";
import { readName } from "./email.ts";
import { recordEvent } from "./event.ts";
import { requireGoodPassword } from "./password.ts";
import type { Person } from "./person.ts";
import { Refusal } from "./refusal.ts";

/** Gives the person another name. Throws a Refusal: "name-missing", "name-too-long". */
export async function changeName(sign: SignIn, person: Person, text: string): Promise<void> {
  const name = readName(text);
  await sql`update accounts set name = ${name}, updated_at = now() where id = ${person.account}`.execute(sign.db);
  await recordEvent(sign.db, { what: "name-changed", by: person.account, account: person.account });
}

/** Gives the person another password and ends every other session. Throws a Refusal: "wrong-password", "too-often", or what is wrong with the new one. */
export async function changePassword(
  sign: SignIn,
  person: Person,
  given: { old: string; new: string },
  headers: Headers,
): Promise<string[]> {
  requireGoodPassword(given.new, { email: person.email ?? "", name: person.name });
  await spendAttempt(sign, "password-account", person.account);
  const { ok, cookies } = await answered(
    sign.auth.api.changePassword({
      body: { currentPassword: given.old, newPassword: given.new, revokeOtherSessions: true },
      headers,
      asResponse: true,
    }),
  );
  if (!ok) throw new Refusal("wrong-password");
  await recordEvent(sign.db, { what: "password-changed", by: person.account, account: person.account });
  return cookies;
}
