import { sql } from "kysely";
import { z } from "zod";
import type { SignIn } from "./accounts.ts";
import { answered } from "./answer.ts";
import { spendAttempt } from "./attempt.ts";
import { type Auth, makeAuth, openIdProvider } from "./auth.ts";
import { recordEvent } from "./event.ts";
import { Refusal } from "./refusal.ts";
import type { OpenIdSettings } from "./settings.ts";

/** Where the browser goes to the provider, and what it must bring back. */
export interface Departure {
  address: string;
  cookies: string[];
}

/**
 * Starts a sign-in at the provider, or, for who is signed in, the linking of the provider's account. `back` and `failed` are paths of this site.
 * Throws a Refusal: "provider-silent" (asked again at the next attempt), "too-often".
 */
export async function departToProvider(
  sign: SignIn,
  going: { back: string; failed: string; headers: Headers; address: string; links?: boolean },
): Promise<Departure> {
  await spendAttempt(sign, "link-address", going.address);
  const auth = await providerAuth(sign);
  const body = { provider: openIdProvider as never, callbackURL: going.back, errorCallbackURL: going.failed, disableRedirect: true };
  const {
    ok,
    body: said,
    cookies,
  } = await answered<{ url: string }>(
    going.links
      ? auth.api.linkSocialAccount({ body, headers: going.headers, asResponse: true })
      : auth.api.signInSocial({ body, headers: going.headers, asResponse: true }),
  );
  if (!ok || !said.url) throw new Refusal("provider-silent");
  return { address: said.url, cookies };
}

/** Receives who comes back from the provider: the answer to pass on, with its redirection. */
export async function arriveFromProvider(sign: SignIn, request: Request): Promise<Response> {
  const auth = await providerAuth(sign);
  const response = await auth.handler(request);
  const account = await newlySignedIn(sign, response.headers.getSetCookie());
  if (account) await recordEvent(sign.db, { what: "signed-in", by: account, account, detail: { with: "provider" } });
  return response;
}

async function newlySignedIn(sign: SignIn, cookies: string[]): Promise<string | undefined> {
  const token = cookies.map((cookie) => /openfirst\.session_token=([^.;]+)\./.exec(decodeURIComponent(cookie))?.[1]).find(Boolean);
  if (!token) return undefined;
  const { rows } = await sql<{ account: string }>`select account from sessions where token = ${token}`.execute(sign.db);
  return rows[0]?.account;
}

/** The library with the provider, made when the provider has first answered; one that is silent holds up nobody who signs in with a password. */
async function providerAuth(sign: SignIn): Promise<Auth> {
  const { openId } = sign.settings;
  if (!openId) throw new Refusal("provider-silent");
  sign.withProvider ??= discover(openId).then((address) => makeAuth(sign.db, sign.settings, sign.secret, address));
  try {
    return await sign.withProvider;
  } catch (error) {
    sign.withProvider = undefined;
    console.error(`the OpenID provider ${openId.issuer} cannot be used:`, error instanceof Error ? error.message : error);
    throw new Refusal("provider-silent");
  }
}

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  id_token_signing_alg_values_supported: z.array(z.string()).nonempty(),
});

/** Asks the provider who it is, for at most five seconds. Throws an Error where it is silent, says it is another, or lacks what is needed. */
async function discover({ issuer }: OpenIdSettings): Promise<string> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: "error", headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const said = discovery.parse(await response.json());
  if (said.issuer !== issuer) throw new Error(`it calls itself ${said.issuer}; expected exactly OPENFIRST_OIDC_ISSUER`);
  return address;
}
