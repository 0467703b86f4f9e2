import type { Context, MiddlewareHandler } from "hono";
import type { Accounts } from "../../people/accounts.ts";
import type { Person } from "../../people/person.ts";
import type { Site } from "../app.tsx";
import { refuseStrangers } from "./same-site.ts";

/** What every handler of a private page finds in its context, beside what every page has. */
export interface PrivateSite {
  Variables: Site["Variables"] & { accounts: Accounts; person: Promise<Person | undefined> };
}

/**
 * Goes before every private page: refuses what another site sends, keeps the answer out of every cache, and lets handlers ask personOf().
 * Use: app.use("/:language/drafts/*", withPerson(accounts)).
 */
export function withPerson(accounts: Accounts): MiddlewareHandler<PrivateSite> {
  return async (context, next) => {
    refuseStrangers(context.req.raw, accounts.settings);
    context.set("accounts", accounts);
    await next();
    context.res.headers.set("cache-control", "no-store");
  };
}

/** Who asks; undefined where nobody is signed in. Read from the database once for each request, so that a revoked session ends at once. */
export function personOf(context: Context): Promise<Person | undefined> {
  const asked = (context as Context<PrivateSite>).get("person") as Promise<Person | undefined> | undefined;
  if (asked) return asked;
  const accounts = (context as Context<PrivateSite>).get("accounts");
  const asking = accounts.personOf(context.req.raw.headers).then(({ person, cookies }) => {
    for (const cookie of cookies) context.header("set-cookie", cookie, { append: true });
    return person;
  });
  (context as Context<PrivateSite>).set("person", asking);
  return asking;
}
