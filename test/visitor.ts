import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import type { Hono } from "hono";
import type { Database } from "../src/database/connect.ts";
import { type Accounts, openAccounts } from "../src/people/accounts.ts";
import { offerSetUp } from "../src/people/new-account.ts";
import type { AccountSettings } from "../src/people/settings.ts";
import { createApp, type Site } from "../src/web/app.tsx";
import { ReferenceShelf } from "../src/web/reference.ts";

const origin = "http://localhost";
export const goodPassword = "three grey herons waiting";

export interface Answer {
  status: number;
  text: string;
  location: string | null;
  headers: Headers;
}

/** Somebody's browser without JavaScript, at the site as a function: it keeps cookies, sends forms, and names its own origin. */
export class Visitor {
  readonly jar = new Map<string, string>();
  readonly #app: Hono<Site>;
  readonly #address: string;
  readonly #agent: string;

  constructor(app: Hono<Site>, { address = "192.0.2.1", agent = "Mozilla/5.0 (X11; Linux) Firefox/140.0" } = {}) {
    this.#app = app;
    this.#address = address;
    this.#agent = agent;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers });
  }

  post(path: string, fields: Record<string, string> | FormData, headers: Record<string, string> = {}): Promise<Answer> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return this.send(path, { method: "POST", body, headers: { origin, "sec-fetch-site": "same-origin", ...headers } });
  }

  async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "user-agent": this.#agent, ...(cookie ? { cookie } : {}), ...init.headers };
    const environment = { incoming: { socket: { remoteAddress: this.#address } } };
    const response = await this.#app.request(`${origin}${path}`, { ...init, headers }, environment);
    for (const given of response.headers.getSetCookie()) this.#keep(given);
    return { status: response.status, text: await response.text(), location: response.headers.get("location"), headers: response.headers };
  }

  #keep(given: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
    if (!value || /max-age=0/i.test(given)) this.jar.delete(name);
    else this.jar.set(name, value);
  }

  signIn(email: string, password = goodPassword): Promise<Answer> {
    return this.post("/en/sign-in", { email, password });
  }
}

/** A site with accounts whose administrator, Ann, has just set it up. */
export async function openPeople(
  db: Database,
  settings: Partial<AccountSettings> = {},
): Promise<{ app: Hono<Site>; accounts: Accounts; ann: Visitor; newcomer(): Visitor }> {
  const accounts = await openAccounts(db, { mode: "required", secret: "a secret of the tests, long enough", ...settings });
  const app = createApp(db, new ReferenceShelf(db), accounts);
  const token = await offerSetUp(db);
  assert.ok(token);
  const ann = new Visitor(app);
  const made = await ann.post("/en/set-up", {
    token,
    name: "Ann Li",
    email: "Ann@example.org",
    password: goodPassword,
    workspace: "Ministry",
  });
  assert.deepEqual([made.status, made.location], [303, "/en/workspaces"], made.text);
  let network = 1;
  return { app, accounts, ann, newcomer: () => new Visitor(app, { address: `198.51.100.${network++}` }) };
}

/** Invites somebody into the first workspace and lets them make their account; their browser. */
export async function join(of: { ann: Visitor; newcomer(): Visitor }, name: string, role: string, workspace = "local"): Promise<Visitor> {
  const path = await invitationFor(of.ann, `${name.toLowerCase()}@example.org`, role, workspace);
  const visitor = of.newcomer();
  const joined = await visitor.post(path, { name, password: goodPassword });
  assert.equal(joined.location, `/en/workspaces/${workspace}`, joined.text);
  return visitor;
}

/** The path of an invitation's link, as the administrator is shown it. */
export async function invitationFor(administrator: Visitor, email: string, role: string, workspace = "local"): Promise<string> {
  const shown = await administrator.post(`/en/workspaces/${workspace}`, { do: "invite", email, role });
  return linkIn(shown.text, "invitation");
}

export function linkIn(text: string, kind: "invitation" | "recovery"): string {
  const found = new RegExp(`(/en/${kind}/[\\w-]{43})`).exec(text)?.[1];
  assert.ok(found, `a link to ${kind} in ${text.slice(text.indexOf("<main"))}`);
  return found;
}

/** The account's id of a member, as the administrator's page has it. */
export async function accountOf(db: Database, name: string): Promise<string> {
  return (await db.selectFrom("accounts").select("id").where("name", "=", name).executeTakeFirstOrThrow()).id;
}

/** The code that an app shows for a secret in base 32, some steps of 30 seconds from now (RFC 6238). */
export function codeNow(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[\s=]/g, "")].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
