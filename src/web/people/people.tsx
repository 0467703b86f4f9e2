import { Hono } from "hono";
import { findEvents } from "../../people/event.ts";
import { type AccountLine, listAccounts } from "../../people/instance.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { Pages } from "../components/pages.tsx";
import type { Visit } from "../visit.ts";
import { AccountBar } from "./account-bar.tsx";
import { EventList } from "./event-list.tsx";
import { Field, refused } from "./form.tsx";
import { personOf } from "./who.ts";

/** Every account of the instance, for its administrators: a list to search, and what they did. */
export const peoplePage = new Hono<Site>();

peoplePage.get("/people", async (context) => {
  const visit = context.get("visit");
  const { t, url } = visit;
  const db = context.get("db");
  const person = await personOf(context);
  const text = (url.searchParams.get("q") ?? "").slice(0, 200);
  const { accounts, count, pages, page } = await listAccounts(db, person, { text, page: Number(url.searchParams.get("page")) });
  const events = await findEvents(db, "instance");
  return render(
    visit,
    { title: t("people.accounts"), ...refused(undefined) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("people.accounts")}</h1>
      <p>{t("people.accounts-lead")}</p>
      <search aria-label={t("people.accounts")}>
        <form class="stack">
          <Field name="q" label={t("people.find-account")} value={text} optional />
          <button type="submit">{t("search.button")}</button>
        </form>
      </search>
      <p>{t("people.accounts-found", { count })}</p>
      <ul class="entries">
        {accounts.map((account) => (
          <AccountEntry visit={visit} account={account} />
        ))}
      </ul>
      <Pages
        visit={visit}
        page={page}
        of={pages}
        address={(other) => visit.href(`/people?${new URLSearchParams({ q: text, page: `${other}` })}`)}
      />
      {events.length > 0 ? (
        <section aria-labelledby="events">
          <h2 id="events">{t("people.instance-events")}</h2>
          <EventList visit={visit} events={events} />
        </section>
      ) : null}
    </>,
  );
});

function AccountEntry({ visit, account }: { visit: Visit; account: AccountLine }) {
  return (
    <li class="entry">
      <h2 class="plain">
        <a href={visit.href(`/people/${account.id}`)}>
          <bdi>{account.name}</bdi>
        </a>
      </h2>
      <p class="facts">
        <bdi>{account.email}</bdi>
        {account.administrator ? ` · ${visit.t("people.instance-administrator")}` : null}
        {account.blockedAt ? ` · ${visit.t("people.blocked")}` : null}
      </p>
    </li>
  );
}
