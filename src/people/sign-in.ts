import { sql } from "kysely";
import type { SignIn } from "./accounts.ts";
import { answered } from "./answer.ts";
import { forgiveAttempts, spendAttempt, takeOnce } from "./attempt.ts";
import { recordEvent } from "./event.ts";
import { Refusal } from "./refusal.ts";
import { spendSignIn } from "./sign-in-attempt.ts";

export interface SignedIn {
  cookies: string[];
  next: "in" | "second-factor";
}

/**
 * Signs a person in with address and password. The same refusal, after the same work, whether the address exists or not. Throws a Refusal:
 * "wrong-sign-in", "too-often"; "account-blocked" to who knows the password.
 */
export async function signIn(
  sign: SignIn,
  given: { email: string; password: string; headers: Headers; address: string },
): Promise<SignedIn> {
  const email = given.email.trim().toLowerCase();
  const succeeded = await spendSignIn(sign, email, given);
  const { ok, body, cookies } = await answered<{ user: { id: string }; twoFactorRedirect: boolean }>(
    sign.auth.api.signInEmail({ body: { email, password: given.password }, headers: withoutCookies(given.headers), asResponse: true }),
  );
  if (body.code === "account_blocked") throw new Refusal("account-blocked");
  if (!ok) {
    const held = await sign.db.selectFrom("accounts").select("id").where("email", "=", email).executeTakeFirst();
    await recordEvent(sign.db, { what: "sign-in-failed", account: held?.id });
    throw new Refusal("wrong-sign-in");
  }
  const told = [...cookies, ...(await succeeded())];
  if (body.twoFactorRedirect) return { cookies: told, next: "second-factor" };
  await recordEvent(sign.db, { what: "signed-in", by: body.user?.id, account: body.user?.id });
  return { cookies: told, next: "in" };
}

/** A new session owes nothing to what the browser brought: no session, no device once trusted. */
function withoutCookies(headers: Headers): Headers {
  const agent = headers.get("user-agent");
  return new Headers(agent ? { "user-agent": agent.slice(0, 400) } : {});
}

/**
 * The second step: a code of the app, or a backup code, after the password was right. A code of the app counts once. Throws a Refusal:
 * "wrong-code", "challenge-ended" (start again with the password), "too-often".
 */
export async function signInWithCode(sign: SignIn, given: { code: string; headers: Headers; address: string }): Promise<SignedIn> {
  const account = await pendingAccount(sign, given.headers);
  if (!account) throw new Refusal("challenge-ended");
  await spendAttempt(sign, "code-address", given.address);
  await spendAttempt(sign, "code-account", account);
  const { code, isOfApp } = readCode(given.code);
  if (isOfApp && !(await takeCode(sign, account, code))) throw await wrongCode(sign, account);
  const { api } = sign.auth;
  const { ok, status, body, cookies } = await answered<{ user: { id: string } }>(
    (isOfApp ? api.verifyTOTP : api.verifyBackupCode)({ body: { code }, headers: given.headers, asResponse: true }) as Promise<Response>,
  );
  if (status === 429) throw new Refusal("too-often", { minutes: 15 }, { retryAfter: 900 });
  if (body.code === "INVALID_TWO_FACTOR_COOKIE" || body.code === "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE") throw new Refusal("challenge-ended");
  if (body.code === "account_blocked") throw new Refusal("account-blocked");
  if (!ok) throw await wrongCode(sign, account);
  await forgiveAttempts(sign, "code-account", account);
  await recordEvent(sign.db, { what: "signed-in", by: account, account, detail: { with: isOfApp ? "app" : "backup-code" } });
  return { cookies, next: "in" };
}

/** A code of the app is good for a minute and a half; nobody who looked over a shoulder uses it again. */
export function takeCode(sign: SignIn, account: string, code: string): Promise<boolean> {
  return takeOnce(sign, `code ${account} ${code}`, 180);
}

/** Six digits are a code of the app, written with or without a gap; anything else is a backup code. */
export function readCode(text: string): { code: string; isOfApp: boolean } {
  const code = text.replace(/\s+/g, "").slice(0, 40);
  return { code, isOfApp: /^\d{6}$/.test(code) };
}

async function wrongCode(sign: SignIn, account: string): Promise<Refusal> {
  await recordEvent(sign.db, { what: "second-factor-failed", account });
  return new Refusal("wrong-code");
}

/** Whose password was right a moment ago in this browser. The library checks the cookie's signature; here it only says whose attempts are counted. */
async function pendingAccount(sign: SignIn, headers: Headers): Promise<string | undefined> {
  const found = /(?:^|; ?)(?:__Secure-)?openfirst\.two_factor=([^;]{1,300})/.exec(headers.get("cookie") ?? "")?.[1];
  const identifier = found?.split(/\.|%2E/i)[0];
  if (!identifier?.startsWith("2fa-")) return undefined;
  const { rows } = await sql<{ value: string }>`
    select v.value from verifications v join accounts a on a.id = v.value where v.identifier = ${identifier} and v.expires_at > now()`.execute(
    sign.db,
  );
  return rows[0]?.value;
}

/** Ends this browser's session. */
export async function signOut(sign: SignIn, headers: Headers): Promise<string[]> {
  const session = await sign.auth.api.getSession({ headers });
  const { cookies } = await answered(sign.auth.api.signOut({ headers, asResponse: true }));
  if (session) await recordEvent(sign.db, { what: "signed-out", by: session.user.id, account: session.user.id });
  return cookies;
}
