import { type Context, Hono } from "hono";
import { departToProvider } from "../../people/open-id.ts";
import { Refusal } from "../../people/refusal.ts";
import { signIn, signInWithCode, signOut } from "../../people/sign-in.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { networkOf } from "./client-address.ts";
import { formOf, Hidden, refusalOf, refused, typed } from "./form.tsx";
import { ownPath } from "./own-path.ts";
import { CodeForm, ProviderLink, SignInForm } from "./sign-in-form.tsx";
import { giveCookies, personOf, signOf } from "./who.ts";

/** Signing in, by password and code or through the provider, and out. */
export const signInPages = new Hono<Site>();

signInPages.get("/sign-in", async (context) => {
  const visit = context.get("visit");
  if (!context.get("accounts").sign) return localPage(context);
  if (await personOf(context)) return context.redirect(nextOf(context, visit.url.searchParams.get("next")), 303);
  return signInPage(context, providerRefusal(visit.url.searchParams.get("error")));
});

signInPages.post("/sign-in", async (context) => {
  const sign = signOf(context);
  const form = await formOf(context);
  const given = { email: typed(form, "email"), password: typed(form, "password"), headers: context.req.raw.headers };
  let step: "in" | "second-factor" = "in";
  const refusal = await refusalOf(async () => {
    const { cookies, next } = await signIn(sign, { ...given, address: networkOf(context, sign.settings.behindProxy === true) });
    giveCookies(context, cookies);
    step = next;
  });
  if (refusal) return signInPage(context, refusal, given.email, typed(form, "next"));
  const next = nextOf(context, typed(form, "next"));
  if ((step as string) === "in") return context.redirect(next, 303);
  return context.redirect(`${context.get("visit").href("/second-factor")}?next=${encodeURIComponent(next)}`, 303);
});

signInPages.get("/second-factor", (context) => {
  signOf(context);
  return codePage(context, undefined, context.get("visit").url.searchParams.get("next"));
});

signInPages.post("/second-factor", async (context) => {
  const sign = signOf(context);
  const form = await formOf(context);
  const refusal = await refusalOf(async () => {
    const address = networkOf(context, sign.settings.behindProxy === true);
    giveCookies(context, (await signInWithCode(sign, { code: typed(form, "code"), headers: context.req.raw.headers, address })).cookies);
  });
  if (refusal?.reason === "challenge-ended") return signInPage(context, refusal, "", typed(form, "next"));
  if (refusal) return codePage(context, refusal, typed(form, "next"));
  return context.redirect(nextOf(context, typed(form, "next")), 303);
});

signInPages.get("/sign-in/provider", async (context) => {
  const sign = signOf(context);
  const visit = context.get("visit");
  let away = "";
  const refusal = await refusalOf(async () => {
    const back = nextOf(context, visit.url.searchParams.get("next"));
    const address = networkOf(context, sign.settings.behindProxy === true);
    const departure = await departToProvider(sign, { back, failed: visit.href("/sign-in"), headers: context.req.raw.headers, address });
    giveCookies(context, departure.cookies);
    away = departure.address;
  });
  return refusal ? signInPage(context, refusal) : context.redirect(away, 303);
});

signInPages.post("/sign-out", async (context) => {
  const sign = signOf(context);
  giveCookies(context, await signOut(sign, context.req.raw.headers));
  return context.redirect(context.get("visit").href("/sign-in"), 303);
});

/** Where to go on: a path of this site that was asked for, or the workspaces. */
function nextOf(context: Context<Site>, asked: string | null): string {
  return ownPath(asked) ?? context.get("visit").href("/workspaces");
}

/** What the provider's return says that went wrong, in the words of ours. */
function providerRefusal(error: string | null): Refusal | undefined {
  if (error === null) return undefined;
  if (error === "account_blocked") return new Refusal("account-blocked");
  return new Refusal(/not_invited|signup_disabled|not_linked|unable_to_create/.test(error) ? "not-invited" : "provider-refused");
}

function signInPage(context: Context<Site>, refusal: Refusal | undefined, email = "", asked?: string): Promise<Response> {
  const visit = context.get("visit");
  const sign = signOf(context);
  const { t } = visit;
  const next = ownPath(asked ?? visit.url.searchParams.get("next"));
  const question = next ? `?next=${encodeURIComponent(next)}` : "";
  return render(
    visit,
    { title: t("people.sign-in"), ...refused(refusal) },
    <>
      <h1>{t("people.sign-in")}</h1>
      <p>{t("people.sign-in-lead")}</p>
      <SignInForm visit={visit} action={visit.href("/sign-in")} email={email} refusal={refusal}>
        {next ? <Hidden name="next" value={next} /> : null}
      </SignInForm>
      <ProviderLink visit={visit} sign={sign} href={visit.href(`/sign-in/provider${question}`)} />
      <p>
        <a href={visit.href("/recovery")}>{t("people.forgotten")}</a>
      </p>
    </>,
  );
}

function codePage(context: Context<Site>, refusal: Refusal | undefined, asked: string | null): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const next = ownPath(asked);
  return render(
    visit,
    { title: t("people.second-factor"), ...refused(refusal) },
    <>
      <h1>{t("people.second-factor")}</h1>
      <CodeForm visit={visit} action={visit.href("/second-factor")} refusal={refusal}>
        {next ? <Hidden name="next" value={next} /> : null}
      </CodeForm>
    </>,
  );
}

function localPage(context: Context<Site>): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    { title: t("people.sign-in"), ...refused(undefined) },
    <>
      <h1>{t("people.sign-in")}</h1>
      <p>{t("people.local-lead")}</p>
    </>,
  );
}
