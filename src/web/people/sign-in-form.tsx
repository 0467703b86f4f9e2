import type { Child } from "hono/jsx";
import type { SignIn } from "../../people/accounts.ts";
import type { Refusal } from "../../people/refusal.ts";
import type { Visit } from "../visit.ts";
import { Field, RefusalNote } from "./form.tsx";

/** Address and password; `children` are what else the form carries. */
export function SignInForm({ visit, action, email, refusal, children }: FormFacts) {
  const { t } = visit;
  return (
    <form method="post" action={action} class="stack">
      <RefusalNote visit={visit} refusal={refusal} />
      <Field name="email" type="email" label={t("people.email")} value={email ?? ""} autocomplete="username" />
      <Field name="password" type="password" label={t("people.password")} autocomplete="current-password" />
      {children}
      <p>
        <button type="submit">{t("people.sign-in")}</button>
      </p>
    </form>
  );
}

/** The code of the second factor. */
export function CodeForm({ visit, action, refusal, children }: Omit<FormFacts, "email">) {
  const { t } = visit;
  return (
    <form method="post" action={action} class="stack">
      <RefusalNote visit={visit} refusal={refusal} />
      <Field name="code" label={t("people.code")} autocomplete="one-time-code" hint={t("people.code-hint")} numeric />
      {children}
      <p>
        <button type="submit">{t("people.continue")}</button>
      </p>
    </form>
  );
}

interface FormFacts {
  visit: Visit;
  action: string;
  email?: string;
  refusal: Refusal | undefined;
  children?: Child;
}

/** The way through the government's own sign-in, where there is one. */
export function ProviderLink({ visit, sign, href, newWindow }: { visit: Visit; sign: SignIn; href: string; newWindow?: boolean }) {
  const { openId } = sign.settings;
  if (!openId) return null;
  return (
    <p>
      <a href={href} {...(newWindow ? { target: "_blank", rel: "noopener" } : {})}>
        {visit.t("people.with-provider", { name: openId.name })}
      </a>
    </p>
  );
}
