import { type Context, Hono } from "hono";
import { spendAttempt } from "../../people/attempt.ts";
import { shortestPassword } from "../../people/password.ts";
import { askRecovery, findRecovery, recover } from "../../people/recovery.ts";
import type { Refusal } from "../../people/refusal.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { networkOf } from "./client-address.ts";
import { Field, formOf, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { signOf } from "./who.ts";

/** A forgotten password: a link by mail, or from an administrator, and the new password behind it. */
export const recoveryPages = new Hono<Site>();

recoveryPages.get("/recovery", (context) => askPage(context, undefined));

recoveryPages.post("/recovery", async (context) => {
  const sign = signOf(context);
  const visit = context.get("visit");
  const form = await formOf(context);
  const refusal = await refusalOf(async () => {
    if (!sign.settings.mail) return;
    await askRecovery(sign, {
      email: typed(form, "email"),
      address: networkOf(context, sign.settings.behindProxy === true),
      write: (token, to) => ({
        to,
        subject: visit.t("people.letter-subject"),
        text: visit.t("people.letter", { link: `${sign.settings.baseAddress}${visit.href(`/recovery/${token}`)}` }),
      }),
    });
  });
  return refusal ? askPage(context, refusal, typed(form, "email")) : context.redirect(visit.href("/recovery/asked"), 303);
});

recoveryPages.get("/recovery/asked", (context) => notePage(context, "people.recovery-asked"));

recoveryPages.get("/recovery/:token", async (context) => {
  let email = "";
  const refusal = await refusalOf(async () => {
    email = (await open(context)).email;
  });
  return refusal ? endedPage(context, refusal) : newPasswordPage(context, email, undefined);
});

recoveryPages.post("/recovery/:token", async (context) => {
  const sign = signOf(context);
  const form = await formOf(context);
  let email = "";
  const refusal = await refusalOf(async () => {
    email = (await open(context)).email;
    await recover(sign, context.req.param("token"), typed(form, "password"));
  });
  if (refusal?.reason === "link-ended" || refusal?.reason === "too-often") return endedPage(context, refusal);
  return refusal ? newPasswordPage(context, email, refusal) : context.redirect(context.get("visit").href("/recovery/done"), 303);
});

recoveryPages.get("/recovery/done", (context) => notePage(context, "people.recovered"));

async function open(context: Context<Site>): Promise<{ email: string }> {
  const sign = signOf(context);
  await spendAttempt(sign, "link-address", networkOf(context, sign.settings.behindProxy === true));
  return findRecovery(sign.db, context.req.param("token") ?? "");
}

function askPage(context: Context<Site>, refusal: Refusal | undefined, email = ""): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const hasMail = signOf(context).settings.mail !== undefined;
  return render(
    visit,
    { title: t("people.recovery"), ...refused(refusal) },
    <>
      <h1>{t("people.recovery")}</h1>
      <p>{t(hasMail ? "people.recovery-by-mail" : "people.recovery-by-administrator")}</p>
      {hasMail ? (
        <form method="post" class="stack">
          <RefusalNote visit={visit} refusal={refusal} />
          <Field name="email" type="email" label={t("people.email")} value={email} autocomplete="username" />
          <p>
            <button type="submit">{t("people.recovery-button")}</button>
          </p>
        </form>
      ) : null}
    </>,
  );
}

function newPasswordPage(context: Context<Site>, email: string, refusal: Refusal | undefined): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    { title: t("people.new-password"), ...refused(refusal) },
    <>
      <h1>{t("people.new-password")}</h1>
      <p>{t("people.new-password-for", { email })}</p>
      <form method="post" class="stack">
        <RefusalNote visit={visit} refusal={refusal} />
        <Field
          name="password"
          type="password"
          label={t("people.new-password")}
          autocomplete="new-password"
          hint={t("people.password-hint", { least: shortestPassword })}
        />
        <p>
          <button type="submit">{t("people.save")}</button>
        </p>
      </form>
    </>,
  );
}

function endedPage(context: Context<Site>, refusal: Refusal): Promise<Response> {
  const visit = context.get("visit");
  return render(
    visit,
    { title: visit.t("people.recovery"), ...refused(refusal) },
    <>
      <h1>{visit.t("people.recovery")}</h1>
      <RefusalNote visit={visit} refusal={refusal} />
    </>,
  );
}

function notePage(context: Context<Site>, note: "people.recovery-asked" | "people.recovered"): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  signOf(context);
  return render(
    visit,
    { title: t("people.recovery"), ...refused(undefined) },
    <>
      <h1>{t("people.recovery")}</h1>
      <p>{t(note)}</p>
      <p>
        <a href={visit.href("/sign-in")}>{t("people.sign-in")}</a>
      </p>
    </>,
  );
}
