import type { Context } from "hono";
import type { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { Why } from "../components/why.tsx";
import { Hidden } from "./form.tsx";

/**
 * Answers a form that was refused by a handler which did not show it again: why, and every word that was typed, to be changed, copied or sent
 * again. Undefined where no words would be lost, or where the form bears a password.
 */
export async function refusedForm(context: Context<Site>, form: FormData, problem: Problem): Promise<Response | undefined> {
  const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
  const words = fields.filter(({ value }) => isWords(value));
  if (words.length === 0 || bearsSecret(form)) return undefined;
  const visit = context.get("visit");
  const { t } = visit;
  const { pathname, search } = visit.url;
  return render(
    visit,
    { title: t(`problem.${problem.code}`), status: context.res.status, hideFromSearchEngines: true },
    <>
      <h1>{t(`problem.${problem.code}`)}</h1>
      <p class="remark" role="alert">
        <Why visit={visit} problem={problem} />
      </p>
      <p>{t("people.send-now-lead")}</p>
      <form method="post" action={pathname + search} class="drafting-form">
        {words.map(({ name, value }, index) => (
          <p class="field">
            <label for={`typed-${index}`}>{words.length > 1 ? `${t("people.typed")} (${index + 1})` : t("people.typed")}</label>
            <textarea id={`typed-${index}`} name={name} rows={Math.min(24, 2 + Math.ceil(value.length / 70))} dir="auto">
              {value.startsWith("\n") ? `\n${value}` : value}
            </textarea>
          </p>
        ))}
        {fields.map(({ name, value }) => (isWords(value) ? null : <Hidden name={name} value={value} />))}
        <p>
          <button type="submit">{t("people.send")}</button>
        </p>
      </form>
    </>,
  );
}

/** Words somebody typed, not the marks that a page put beside them. */
export function isWords(value: string): boolean {
  return /\S\s+\S/.test(value.slice(0, 1000)) || value.length > 40;
}

/** A password or a code is typed anew; it is neither shown nor carried. */
export function bearsSecret(form: FormData): boolean {
  return form.has("password") || form.has("code");
}
