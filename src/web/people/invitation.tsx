import { type Context, Hono } from "hono";
import { spendAttempt } from "../../people/attempt.ts";
import { acceptInvitation, findInvitation, type Invitation } from "../../people/invitation.ts";
import { makeInvitedAccount } from "../../people/new-account.ts";
import { departToProvider } from "../../people/open-id.ts";
import { shortestPassword } from "../../people/password.ts";
import { requirePerson } from "../../people/person.ts";
import type { Refusal } from "../../people/refusal.ts";
import { signIn } from "../../people/sign-in.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "./account-bar.tsx";
import { networkOf } from "./client-address.ts";
import { Field, formOf, Hidden, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { ProviderLink } from "./sign-in-form.tsx";
import { giveCookies, personOf, signOf } from "./who.ts";

/** What an invitation's link opens: a new account, or a further membership of one that exists. */
export const invitationPages = new Hono<Site>();

invitationPages.get("/invitation/:token", async (context) => {
  let invitation: Invitation | undefined;
  const refusal = await refusalOf(async () => {
    invitation = await open(context);
  });
  return page(context, invitation, refusal, "");
});

invitationPages.post("/invitation/:token", async (context) => {
  const sign = signOf(context);
  const token = context.req.param("token");
  const form = await formOf(context);
  const name = typed(form, "name");
  let invitation: Invitation | undefined;
  let workspace = "";
  const refusal = await refusalOf(async () => {
    invitation = await open(context);
    if (typed(form, "do") === "accept") workspace = await acceptInvitation(sign.db, requirePerson(await personOf(context)), token);
    else workspace = await register(context, token, { name, password: typed(form, "password") });
  });
  return refusal ? page(context, invitation, refusal, name) : context.redirect(context.get("visit").href(`/workspaces/${workspace}`), 303);
});

invitationPages.get("/invitation/:token/provider", async (context) => {
  const sign = signOf(context);
  const back = context.get("visit").href(`/invitation/${context.req.param("token")}`);
  let invitation: Invitation | undefined;
  let away = "";
  const refusal = await refusalOf(async () => {
    invitation = await open(context);
    const address = networkOf(context, sign.settings.behindProxy === true);
    const departure = await departToProvider(sign, {
      back,
      failed: context.get("visit").href("/sign-in"),
      headers: context.req.raw.headers,
      address,
    });
    giveCookies(context, departure.cookies);
    away = departure.address;
  });
  return refusal ? page(context, invitation, refusal, "") : context.redirect(away, 303);
});

async function open(context: Context<Site>): Promise<Invitation> {
  const sign = signOf(context);
  await spendAttempt(sign, "link-address", networkOf(context, sign.settings.behindProxy === true));
  return findInvitation(sign.db, context.req.param("token") ?? "");
}

async function register(context: Context<Site>, token: string, wanted: { name: string; password: string }): Promise<string> {
  const sign = signOf(context);
  const { workspace, email } = await makeInvitedAccount(sign, token, wanted);
  const address = networkOf(context, sign.settings.behindProxy === true);
  const { cookies } = await signIn(sign, { email, password: wanted.password, headers: context.req.raw.headers, address });
  giveCookies(context, cookies);
  return workspace;
}

async function page(
  context: Context<Site>,
  invitation: Invitation | undefined,
  refusal: Refusal | undefined,
  name: string,
): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const person = await personOf(context);
  const title = t("people.invitation");
  return render(
    visit,
    { title, ...refused(refusal) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{title}</h1>
      {invitation ? null : <RefusalNote visit={visit} refusal={refusal} />}
      {invitation ? (
        <>
          <p>{t("people.invitation-lead", { workspace: invitation.workspaceName, role: t(`people.role.${invitation.role}`) })}</p>
          <p class="facts">{t(`people.role-may.${invitation.role}`)}</p>
          {person ? (
            <form method="post" class="stack">
              <RefusalNote visit={visit} refusal={refusal} />
              <Hidden name="do" value="accept" />
              <button type="submit">{t("people.accept", { name: person.name })}</button>
            </form>
          ) : (
            <NewAccount context={context} invitation={invitation} refusal={refusal} name={name} />
          )}
        </>
      ) : null}
    </>,
  );
}

function NewAccount({
  context,
  invitation,
  refusal,
  name,
}: {
  context: Context<Site>;
  invitation: Invitation;
  refusal: Refusal | undefined;
  name: string;
}) {
  const visit = context.get("visit");
  const { t } = visit;
  const here = visit.url.pathname.replace(/\/provider$/, "");
  return (
    <>
      <form method="post" action={here} class="stack">
        <RefusalNote visit={visit} refusal={refusal} />
        <p>{t("people.invitation-address", { email: invitation.email })}</p>
        <Field name="name" label={t("people.name")} value={name} autocomplete="name" />
        <Field
          name="password"
          type="password"
          label={t("people.password")}
          autocomplete="new-password"
          hint={t("people.password-hint", { least: shortestPassword })}
        />
        <p>
          <button type="submit">{t("people.make-account")}</button>
        </p>
      </form>
      <ProviderLink visit={visit} sign={signOf(context)} href={`${here}/provider`} />
      <p>
        <a href={`${visit.href("/sign-in")}?next=${encodeURIComponent(here)}`}>{t("people.have-account")}</a>
      </p>
    </>
  );
}
