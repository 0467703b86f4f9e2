import type { Context } from "hono";
import type { SignIn } from "../../people/accounts.ts";
import type { Person } from "../../people/person.ts";
import { Problem } from "../../shared/problem.ts";
import { asProblem } from "../answer-problem.tsx";
import type { Site } from "../app.tsx";
import { askToSignIn } from "./ask-to-sign-in.tsx";
import { formOf } from "./form.tsx";
import { bearsSecret, refusedForm } from "./refused-form.tsx";
import { refuseStrangers } from "./same-site.ts";

/**
 * Goes before every private page, after withVisit: refuses what another site sends and keeps the answer out of every cache. Where a page throws
 * "sign-in-needed", a reader is led to sign in and back, and what was typed into a form is asked to be sent again; what a refused form held is
 * shown, so that no typed word is lost.
 * Use: drafts.use("/drafts/*", withVisit, withPerson).
 */
export async function withPerson(context: Context<Site>, next: () => Promise<void>): Promise<void> {
  refuseStrangers(context.req.raw, context.get("accounts").settings);
  await next();
  if (context.error instanceof Problem && context.error.code === "sign-in-needed") context.res = await leadToSignIn(context);
  else if (context.error && context.req.method === "POST")
    context.res = (await showTyped(context, asProblem(context.error))) ?? context.res;
  for (const cookie of context.get("cookies") ?? []) context.header("set-cookie", cookie, { append: true });
  context.header("cache-control", "no-store");
}

async function leadToSignIn(context: Context<Site>): Promise<Response> {
  const visit = context.get("visit");
  const form = context.req.method === "POST" ? await formOf(context) : undefined;
  if (form && !bearsSecret(form)) return askToSignIn(context, form);
  const next = visit.url.pathname + visit.url.search;
  return context.redirect(`${visit.href("/sign-in")}?next=${encodeURIComponent(next)}`, 303);
}

/** What was typed into a form that was refused; nothing where the form cannot be read. */
async function showTyped(context: Context<Site>, problem: Problem): Promise<Response | undefined> {
  // A form that is too large was not read to its end, and is not read now; one that was read held a comment too long.
  if (problem.code === "too-large" && !context.req.bodyCache.formData) return undefined;
  const form = await formOf(context).catch(() => undefined);
  return form && refusedForm(context, form, problem);
}

/** Who asks; undefined where nobody is signed in. Read from the database once for each request, so that a revoked session ends at once. */
export function personOf(context: Context<Site>): Promise<Person | undefined> {
  const asked = context.get("person");
  if (asked) return asked;
  const asking = context
    .get("accounts")
    .personOf(context.req.raw.headers)
    .then(({ person, cookies }) => {
      giveCookies(context, cookies);
      return person;
    });
  context.set("person", asking);
  return asking;
}

/** What signing in needs. Throws a Problem ("not-found") on a server for one person, where nobody signs in. */
export function signOf(context: Context<Site>): SignIn {
  const { sign } = context.get("accounts");
  if (!sign)
    throw new Problem("not-found", "Nobody signs in here: this server is for one person. Start it with OPENFIRST_ACCOUNTS=1 for accounts.");
  return sign;
}

/** Cookies for the browser, whatever the answer will be; withPerson puts them on it. */
export function giveCookies(context: Context<Site>, cookies: readonly string[]): void {
  context.set("cookies", [...(context.get("cookies") ?? []), ...cookies]);
}
