import { type Context, Hono } from "hono";
import { spendAttempt } from "../../people/attempt.ts";
import { hasAccounts, setUp } from "../../people/new-account.ts";
import { shortestPassword } from "../../people/password.ts";
import type { Refusal } from "../../people/refusal.ts";
import { signIn } from "../../people/sign-in.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { networkOf } from "./client-address.ts";
import { Field, formOf, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { giveCookies, signOf } from "./who.ts";

/** The first account, by the token that the terminal shows. Gone once there is one. */
export const setUpPage = new Hono<Site>();

const NO_FIELDS = { email: "", name: "", workspace: "" };

setUpPage.get("/set-up", async (context) => {
  await requireNoAccount(context);
  return page(context, NO_FIELDS, undefined);
});

setUpPage.post("/set-up", async (context) => {
  const sign = signOf(context);
  await requireNoAccount(context);
  const form = await formOf(context);
  const fields = { email: typed(form, "email"), name: typed(form, "name"), workspace: typed(form, "workspace") };
  const password = typed(form, "password");
  const refusal = await refusalOf(async () => {
    const address = networkOf(context, sign.settings.behindProxy === true);
    await spendAttempt(sign, "set-up-address", address);
    await setUp(sign, typed(form, "token"), { ...fields, password });
    giveCookies(context, (await signIn(sign, { email: fields.email, password, headers: context.req.raw.headers, address })).cookies);
  });
  return refusal ? page(context, fields, refusal) : context.redirect(context.get("visit").href("/workspaces"), 303);
});

async function requireNoAccount(context: Context<Site>): Promise<void> {
  if (await hasAccounts(signOf(context).db)) throw new Problem("not-found", "There is no page at this address.");
}

function page(context: Context<Site>, fields: typeof NO_FIELDS, refusal: Refusal | undefined): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    { title: t("people.set-up"), ...refused(refusal) },
    <>
      <h1>{t("people.set-up")}</h1>
      <p>{t("people.set-up-lead")}</p>
      <form method="post" class="stack">
        <RefusalNote visit={visit} refusal={refusal} />
        <Field name="token" label={t("people.token")} hint={t("people.token-hint")} autocomplete="off" />
        <Field name="name" label={t("people.name")} value={fields.name} autocomplete="name" />
        <Field name="email" type="email" label={t("people.email")} value={fields.email} autocomplete="username" />
        <Field
          name="password"
          type="password"
          label={t("people.password")}
          autocomplete="new-password"
          hint={t("people.password-hint", { least: shortestPassword })}
        />
        <Field name="workspace" label={t("people.workspace-name")} value={fields.workspace} hint={t("people.workspace-hint")} />
        <p>
          <button type="submit">{t("people.set-up-button")}</button>
        </p>
      </form>
    </>,
  );
}
