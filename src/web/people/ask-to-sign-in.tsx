import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Refusal } from "../../people/refusal.ts";
import { signIn, signInWithCode } from "../../people/sign-in.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { networkOf } from "./client-address.ts";
import { formOf, Hidden, refusalOf, refused, typed } from "./form.tsx";
import { ownPath } from "./own-path.ts";
import { isWords } from "./refused-form.tsx";
import { CodeForm, ProviderLink, SignInForm } from "./sign-in-form.tsx";
import { giveCookies, personOf, signOf } from "./who.ts";

/** What was typed into a form whose session had ended, on its way through the sign-in. */
interface Kept {
  /** the path that the form was sent to */
  target: string;
  /** its fields in their order; a file's value is its name */
  fields: { name: string; value: string; isFile: boolean }[];
}

const keptShape = z.array(z.object({ name: z.string().max(200), value: z.string(), isFile: z.boolean() })).max(5000);

/**
 * Answers 401 with a sign-in that carries what was typed, and after it shows that again, to be sent to the same address by one button. Files
 * cannot be carried: they are named, to be chosen again. withPerson calls it for every form whose handler throws "sign-in-needed".
 */
export async function askToSignIn(context: Context<Site>, form: FormData): Promise<Response> {
  const { pathname, search } = context.get("visit").url;
  const fields = [...form].map(([name, value]) =>
    typeof value === "string" ? { name, value, isFile: false } : { name, value: value.name, isFile: true },
  );
  return askPage(context, { target: pathname + search, fields });
}

/** The steps of that sign-in. */
export const againPages = new Hono<Site>();

againPages.post("/sign-in/again", async (context) => {
  const sign = signOf(context);
  const form = await formOf(context);
  const kept = readKept(form);
  if (form.has("elsewhere")) return (await personOf(context)) ? sendPage(context, kept) : askPage(context, kept);
  let step = "";
  const given = { email: typed(form, "email"), password: typed(form, "password"), headers: context.req.raw.headers };
  const refusal = await refusalOf(async () => {
    const { cookies, next } = await signIn(sign, { ...given, address: networkOf(context, sign.settings.behindProxy === true) });
    giveCookies(context, cookies);
    step = next;
  });
  if (refusal) return askPage(context, kept, { refusal, email: given.email });
  return step === "in" ? sendPage(context, kept) : askCodePage(context, kept);
});

againPages.post("/second-factor/again", async (context) => {
  const sign = signOf(context);
  const form = await formOf(context);
  const kept = readKept(form);
  const refusal = await refusalOf(async () => {
    const address = networkOf(context, sign.settings.behindProxy === true);
    giveCookies(context, (await signInWithCode(sign, { code: typed(form, "code"), headers: context.req.raw.headers, address })).cookies);
  });
  if (refusal?.reason === "challenge-ended") return askPage(context, kept, { refusal });
  return refusal ? askCodePage(context, kept, refusal) : sendPage(context, kept);
});

function readKept(form: FormData): Kept {
  const target = ownPath(typed(form, "target"));
  const text = form.get("kept");
  try {
    if (!target || typeof text !== "string") throw new Error("no target or no fields");
    return { target, fields: keptShape.parse(JSON.parse(text)) };
  } catch (cause) {
    throw new Problem(
      "invalid-input",
      "What this form carries cannot be read; expected what the page before it wrote. Go back and send it again.",
      {
        cause,
      },
    );
  }
}

function Carried({ kept }: { kept: Kept }) {
  return (
    <>
      <Hidden name="target" value={kept.target} />
      <Hidden name="kept" value={JSON.stringify(kept.fields)} />
    </>
  );
}

function askPage(context: Context<Site>, kept: Kept, again: { refusal?: Refusal; email?: string } = {}): Promise<Response> {
  const visit = context.get("visit");
  const sign = signOf(context);
  const { t } = visit;
  const action = visit.href("/sign-in/again");
  return render(
    visit,
    { title: t("people.session-ended"), ...refused(again.refusal), status: again.refusal?.reason === "too-often" ? 429 : 401 },
    <>
      <h1>{t("people.session-ended")}</h1>
      <p>{t("people.session-ended-lead")}</p>
      <SignInForm visit={visit} action={action} email={again.email ?? ""} refusal={again.refusal}>
        <Carried kept={kept} />
      </SignInForm>
      {sign.settings.openId ? (
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t("people.elsewhere")}</h2>
          <ProviderLink visit={visit} sign={sign} href={visit.href("/sign-in/provider")} newWindow />
          <form method="post" action={action}>
            <Carried kept={kept} />
            <button type="submit" name="elsewhere" value="1">
              {t("people.elsewhere-done")}
            </button>
          </form>
        </section>
      ) : null}
      <Typed context={context} kept={kept} />
    </>,
  );
}

function askCodePage(context: Context<Site>, kept: Kept, refusal?: Refusal): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  return render(
    visit,
    { title: t("people.second-factor"), ...refused(refusal), status: refusal?.reason === "too-often" ? 429 : 401 },
    <>
      <h1>{t("people.second-factor")}</h1>
      <CodeForm visit={visit} action={visit.href("/second-factor/again")} refusal={refusal}>
        <Carried kept={kept} />
      </CodeForm>
      <Typed context={context} kept={kept} />
    </>,
  );
}

function sendPage(context: Context<Site>, kept: Kept): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const hasFiles = kept.fields.some(({ isFile }) => isFile);
  return render(
    visit,
    { title: t("people.send-now"), ...refused(undefined) },
    <>
      <h1>{t("people.send-now")}</h1>
      <p>{t("people.send-now-lead")}</p>
      <form method="post" action={kept.target} class="stack" {...(hasFiles ? { enctype: "multipart/form-data" } : {})}>
        {kept.fields.map(({ name, value, isFile }, index) =>
          isFile ? (
            <p class="field">
              <label for={`file-${index}`}>{t("people.choose-again", { name: value || name })}</label>
              <input type="file" id={`file-${index}`} name={name} />
            </p>
          ) : (
            <Hidden name={name} value={value} />
          ),
        )}
        <p>
          <button type="submit">{t("people.send")}</button>
        </p>
      </form>
      <Typed context={context} kept={kept} />
    </>,
  );
}

/** What was typed, to be seen: words, not the marks that a page put beside them. */
function Typed({ context, kept }: { context: Context<Site>; kept: Kept }) {
  const { t } = context.get("visit");
  const words = kept.fields.filter(({ value, isFile }) => isFile || isWords(value));
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="typed">
      <h2 id="typed">{t("people.typed")}</h2>
      {words.map(({ value, isFile }) => (
        <pre class="typed" dir="auto">
          {isFile ? t("people.file-named", { name: value }) : value}
        </pre>
      ))}
    </section>
  );
}
