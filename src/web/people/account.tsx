import { type Context, Hono } from "hono";
import { findEvents, type ToldEvent } from "../../people/event.ts";
import { departToProvider } from "../../people/open-id.ts";
import { changeName, changePassword } from "../../people/own-account.ts";
import { shortestPassword } from "../../people/password.ts";
import { type Person, requirePerson } from "../../people/person.ts";
import type { Refusal } from "../../people/refusal.ts";
import { confirmSecondFactor, dropSecondFactor, renewBackupCodes, startSecondFactor, waysOf } from "../../people/second-factor.ts";
import { endOtherSessions, endSession, listSessions, type Session } from "../../people/session.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";
import { AccountBar } from "./account-bar.tsx";
import { networkOf } from "./client-address.ts";
import { deviceName } from "./device-name.ts";
import { EventList } from "./event-list.tsx";
import { Field, formOf, moment, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { SecondFactorSection, type Shown } from "./second-factor-section.tsx";
import { giveCookies, personOf, signOf } from "./who.ts";

/** One's own account: name, password, second factor, provider, where one is signed in, and what happened. */
export const accountPage = new Hono<Site>();

accountPage.get("/account", async (context) => {
  signOf(context);
  requirePerson(await personOf(context));
  const failed = context.get("visit").url.searchParams.has("error");
  return page(context, { note: failed ? "people.provider-not-linked" : undefined });
});

accountPage.get("/account/provider", async (context) => {
  const sign = signOf(context);
  requirePerson(await personOf(context));
  const back = context.get("visit").href("/account");
  let away = "";
  const refusal = await refusalOf(async () => {
    const address = networkOf(context, sign.settings.behindProxy === true);
    const departure = await departToProvider(sign, { back, failed: back, headers: context.req.raw.headers, address, links: true });
    giveCookies(context, departure.cookies);
    away = departure.address;
  });
  return refusal ? page(context, { refusal }) : context.redirect(away, 303);
});

accountPage.post("/account", async (context) => {
  signOf(context);
  const person = requirePerson(await personOf(context));
  const form = await formOf(context);
  const asked = typed(form, "do");
  let shown: Shown | undefined;
  const refusal = await refusalOf(async () => {
    shown = await act(context, person, asked, form);
  });
  if (refusal || shown) return page(context, { refusal, asked, shown, name: typed(form, "name") || undefined });
  return context.redirect(context.get("visit").href("/account"), 303);
});

/** Does what one form of the page asks for; hands back what is to be shown once. */
async function act(context: Context<Site>, person: Person, asked: string, form: FormData): Promise<Shown | undefined> {
  const sign = signOf(context);
  const { headers } = context.req.raw;
  const password = typed(form, "password");
  if (asked === "name") await changeName(sign, person, typed(form, "name"));
  if (asked === "password") giveCookies(context, await changePassword(sign, person, { old: password, new: typed(form, "new") }, headers));
  if (asked === "end-session") await endSession(sign, person, typed(form, "session"));
  if (asked === "end-others") await endOtherSessions(sign, person, headers);
  if (asked === "factor-start") return { started: await startSecondFactor(sign, person, password, headers) };
  if (asked === "factor-confirm") giveCookies(context, await confirmSecondFactor(sign, person, typed(form, "code"), headers));
  if (asked === "factor-off") giveCookies(context, await dropSecondFactor(sign, person, password, headers));
  if (asked === "factor-codes") return { backupCodes: await renewBackupCodes(sign, person, password, headers) };
  return undefined;
}

interface Told {
  refusal?: Refusal | undefined;
  /** which form was refused */
  asked?: string;
  shown?: Shown | undefined;
  name?: string | undefined;
  note?: "people.provider-not-linked" | undefined;
}

async function page(context: Context<Site>, told: Told): Promise<Response> {
  const visit = context.get("visit");
  const sign = signOf(context);
  const person = requirePerson(await personOf(context));
  const [ways, sessions, events] = await Promise.all([
    waysOf(sign, person),
    listSessions(sign, person, context.req.raw.headers),
    findEvents(sign.db, { account: person.account }),
  ]);
  const { t } = visit;
  const of = (asked: string) => (told.asked === asked ? told.refusal : undefined);
  return render(
    visit,
    { title: t("people.account"), ...refused(told.refusal) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("people.account")}</h1>
      {told.asked ? null : <RefusalNote visit={visit} refusal={told.refusal} />}
      {told.note ? (
        <p class="remark" role="alert">
          {t(told.note)}
        </p>
      ) : null}
      <p>{t("people.account-of", { email: person.email ?? "" })}</p>
      <form method="post" class="stack">
        <RefusalNote visit={visit} refusal={of("name")} />
        <Field name="name" label={t("people.name")} value={told.asked === "name" ? (told.name ?? "") : person.name} autocomplete="name" />
        <button type="submit" name="do" value="name">
          {t("people.save-name")}
        </button>
      </form>
      {ways.password ? <PasswordSection visit={visit} refusal={of("password")} /> : null}
      {ways.password ? (
        <SecondFactorSection visit={visit} isOn={ways.secondFactor} asked={told.asked} refusal={told.refusal} shown={told.shown} />
      ) : null}
      {sign.settings.openId ? (
        <section aria-labelledby="provider">
          <h2 id="provider">{sign.settings.openId.name}</h2>
          {ways.provider ? (
            <p>{t("people.provider-linked")}</p>
          ) : (
            <p>
              <a href={visit.href("/account/provider")}>{t("people.link-provider", { name: sign.settings.openId.name })}</a>
            </p>
          )}
        </section>
      ) : null}
      <Sessions visit={visit} sessions={sessions} />
      <Happened visit={visit} events={events} />
    </>,
  );
}

function PasswordSection({ visit, refusal }: { visit: Visit; refusal: Refusal | undefined }) {
  const { t } = visit;
  return (
    <section aria-labelledby="password">
      <h2 id="password">{t("people.change-password")}</h2>
      <form method="post" class="stack">
        <RefusalNote visit={visit} refusal={refusal} />
        <Field name="password" type="password" label={t("people.old-password")} autocomplete="current-password" />
        <Field
          name="new"
          type="password"
          label={t("people.new-password")}
          autocomplete="new-password"
          hint={t("people.password-hint", { least: shortestPassword })}
        />
        <button type="submit" name="do" value="password">
          {t("people.change-password")}
        </button>
      </form>
    </section>
  );
}

function Sessions({ visit, sessions }: { visit: Visit; sessions: readonly Session[] }) {
  const { t } = visit;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t("people.sessions")}</h2>
      <ul class="entries">
        {sessions.map((session) => (
          <li class="entry">
            <p>
              <bdi>{deviceName(session.agent) ?? t("people.unknown-device")}</bdi>{" "}
              {session.isThis ? <strong>{t("people.this-session")}</strong> : null}
            </p>
            <p class="facts">{t("people.session-since", { since: moment(visit, session.since), used: moment(visit, session.lastUsed) })}</p>
            {session.isThis ? null : (
              <form method="post">
                <input type="hidden" name="session" value={session.id} />
                <button type="submit" name="do" value="end-session">
                  {t("people.end-session")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post">
          <button type="submit" name="do" value="end-others">
            {t("people.end-others")}
          </button>
        </form>
      ) : null}
    </section>
  );
}

function Happened({ visit, events }: { visit: Visit; events: readonly ToldEvent[] }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{visit.t("people.events")}</h2>
      <EventList visit={visit} events={events} />
    </section>
  );
}
