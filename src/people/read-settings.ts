import { Problem } from "../shared/problem.ts";
import { mailThrough } from "./mail.ts";
import type { AccountSettings, OpenIdSettings } from "./settings.ts";

/**
 * Settings from the environment, for a server on an address of the machine (`host`, as HOST says it). On loopback nobody signs in, unless
 * OPENFIRST_ACCOUNTS is 1 or a public address or proxy is named; on any other address accounts are always required. Throws a Problem that names the setting.
 */
export function accountSettings(environment: NodeJS.ProcessEnv, host: string): AccountSettings {
  const asked = environment.OPENFIRST_ACCOUNTS;
  if (asked && asked !== "1") throw new Problem("invalid-input", `OPENFIRST_ACCOUNTS is “${asked.slice(0, 40)}”; expected 1, or nothing.`);
  const baseAddress = readAddress(environment.OPENFIRST_ADDRESS);
  const isForOne = isLoopback(host) && asked !== "1" && !baseAddress && environment.OPENFIRST_PROXY !== "1";
  if (isForOne) return { mode: "local" };
  return {
    mode: "required",
    baseAddress,
    secret: environment.OPENFIRST_SECRET || undefined,
    behindProxy: environment.OPENFIRST_PROXY === "1",
    openId: readOpenId(environment, baseAddress),
    mail: readMail(environment, baseAddress),
  };
}

/** Whether only this machine reaches a server that listens there: localhost, 127.0.0.0/8, ::1. */
function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\])$/i.test(host);
}

function readAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.pathname !== "/" || address.search || address.username)
    throw new Problem(
      "invalid-input",
      `OPENFIRST_ADDRESS is “${text.slice(0, 200)}”; expected an address such as https://drafting.example.gov, without a path.`,
    );
  return address.origin;
}

function readOpenId(environment: NodeJS.ProcessEnv, baseAddress: string | undefined): OpenIdSettings | undefined {
  const { OPENFIRST_OIDC_ISSUER: issuer, OPENFIRST_OIDC_CLIENT_ID: clientId, OPENFIRST_OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (!issuer) return undefined;
  if (!clientId || !clientSecret)
    throw new Problem("invalid-input", "OPENFIRST_OIDC_ISSUER needs OPENFIRST_OIDC_CLIENT_ID and OPENFIRST_OIDC_CLIENT_SECRET beside it.");
  const address = URL.canParse(issuer) ? new URL(issuer) : undefined;
  if (!address || (address.protocol !== "https:" && !isLoopback(address.hostname)))
    throw new Problem("invalid-input", `OPENFIRST_OIDC_ISSUER is “${issuer.slice(0, 200)}”; expected the provider's https address.`);
  if (!baseAddress)
    throw new Problem("invalid-input", "OPENFIRST_OIDC_ISSUER needs OPENFIRST_ADDRESS, to which the provider sends people back.");
  return { issuer, clientId, clientSecret, name: environment.OPENFIRST_OIDC_NAME || address.host };
}

function readMail(environment: NodeJS.ProcessEnv, baseAddress: string | undefined): AccountSettings["mail"] {
  const { OPENFIRST_SMTP: server, OPENFIRST_MAIL_FROM: from } = environment;
  if (!server) return undefined;
  if (!from) throw new Problem("invalid-input", "OPENFIRST_SMTP needs OPENFIRST_MAIL_FROM, the address that letters come from.");
  if (!baseAddress)
    throw new Problem("invalid-input", "OPENFIRST_SMTP needs OPENFIRST_ADDRESS: a link in a letter must not follow whoever asked for it.");
  return mailThrough(server, from);
}
