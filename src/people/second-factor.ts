import type { SignIn } from "./accounts.ts";
import { answered } from "./answer.ts";
import { spendAttempt } from "./attempt.ts";
import { recordEvent } from "./event.ts";
import type { Person } from "./person.ts";
import { Refusal } from "./refusal.ts";
import { readCode, takeCode } from "./sign-in.ts";

export interface StartedSecondFactor {
  /** otpauth://…, which an app on the same device opens */
  address: string;
  /** the secret in base 32, to be typed into an app */
  secret: string;
  backupCodes: string[];
  cookies: string[];
}

/** Makes a secret that waits for its first code. Throws a Refusal: "wrong-password", "second-factor-is-on", "second-factor-needs-password". */
export async function startSecondFactor(sign: SignIn, person: Person, password: string, headers: Headers): Promise<StartedSecondFactor> {
  await requirePasswordWay(sign, person);
  await spendAttempt(sign, "password-account", person.account);
  const { ok, body, cookies } = await answered<{ totpURI: string; backupCodes: string[] }>(
    sign.auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers, asResponse: true }),
  );
  if (body.code === "TOTP_ALREADY_ENABLED") throw new Refusal("second-factor-is-on");
  if (!ok || !body.totpURI) throw new Refusal("wrong-password");
  const secret = new URL(body.totpURI).searchParams.get("secret") ?? "";
  return { address: body.totpURI, secret, backupCodes: body.backupCodes ?? [], cookies };
}

/** Switches the second factor on with the first code of the app. Throws a Refusal: "wrong-code", "too-often". */
export async function confirmSecondFactor(sign: SignIn, person: Person, text: string, headers: Headers): Promise<string[]> {
  await spendAttempt(sign, "code-account", person.account);
  const { code, isOfApp } = readCode(text);
  if (!isOfApp || !(await takeCode(sign, person.account, code))) throw new Refusal("wrong-code");
  const { ok, cookies } = await answered(sign.auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }));
  if (!ok) throw new Refusal("wrong-code");
  await recordEvent(sign.db, { what: "second-factor-on", by: person.account, account: person.account });
  return cookies;
}

/** Switches the second factor off. Throws a Refusal: "wrong-password", "too-often". */
export async function dropSecondFactor(sign: SignIn, person: Person, password: string, headers: Headers): Promise<string[]> {
  await spendAttempt(sign, "password-account", person.account);
  const { ok, cookies } = await answered(sign.auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true }));
  if (!ok) throw new Refusal("wrong-password");
  await recordEvent(sign.db, { what: "second-factor-off", by: person.account, account: person.account });
  return cookies;
}

/** New backup codes; the old ones open nothing any more. Throws a Refusal: "wrong-password", "too-often". */
export async function renewBackupCodes(sign: SignIn, person: Person, password: string, headers: Headers): Promise<string[]> {
  await spendAttempt(sign, "password-account", person.account);
  const { ok, body } = await answered<{ backupCodes: string[] }>(
    sign.auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true }),
  );
  if (!ok || !body.backupCodes) throw new Refusal("wrong-password");
  await recordEvent(sign.db, { what: "backup-codes-renewed", by: person.account, account: person.account });
  return body.backupCodes;
}

/** How a person can sign in, and whether a second factor is on. */
export async function waysOf(sign: SignIn, person: Person): Promise<{ password: boolean; provider: boolean; secondFactor: boolean }> {
  const ways = await sign.db.selectFrom("sign_in_ways").select("provider").where("account", "=", person.account).execute();
  const held = await sign.db.selectFrom("accounts").select("two_factor_enabled").where("id", "=", person.account).executeTakeFirst();
  const names = ways.map(({ provider }) => provider);
  return { password: names.includes("credential"), provider: names.includes("openid"), secondFactor: held?.two_factor_enabled === true };
}

async function requirePasswordWay(sign: SignIn, person: Person): Promise<void> {
  if (!(await waysOf(sign, person)).password) throw new Refusal("second-factor-needs-password");
}
