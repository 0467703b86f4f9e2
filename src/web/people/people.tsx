import { type Context, Hono } from "hono";
import { hoursByAdministrator, listAccounts, makeRecoveryLink } from "../../people/recovery.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "./account-bar.tsx";
import { formOf, refused, typed } from "./form.tsx";
import { personOf } from "./who.ts";

/** Every account of the instance, for its administrators, who make recovery links. */
export const peoplePage = new Hono<Site>();

peoplePage.get("/people", (context) => page(context, undefined));

peoplePage.post("/people", async (context) => {
  const form = await formOf(context);
  const token = await makeRecoveryLink(context.get("db"), await personOf(context), typed(form, "account"), form.has("second-factor"));
  const visit = context.get("visit");
  return page(context, `${context.get("accounts").settings.baseAddress ?? visit.url.origin}${visit.href(`/recovery/${token}`)}`);
});

async function page(context: Context<Site>, link: string | undefined): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const person = await personOf(context);
  const accounts = await listAccounts(context.get("db"), person);
  return render(
    visit,
    { title: t("people.accounts"), ...refused(undefined) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("people.accounts")}</h1>
      <p>{t("people.accounts-lead")}</p>
      {link ? (
        <p class="remark" role="status">
          {t("people.recovery-link", { hours: hoursByAdministrator })}{" "}
          <code class="secret" dir="ltr">
            {link}
          </code>
        </p>
      ) : null}
      <ul class="entries">
        {accounts.map((account) => (
          <li class="entry">
            <p>
              <bdi>{account.name}</bdi> · <bdi>{account.email}</bdi>
              {account.administrator ? ` · ${t("people.instance-administrator")}` : null}
            </p>
            <form method="post">
              <input type="hidden" name="account" value={account.id} />
              {account.hasSecondFactor ? (
                <p>
                  <label>
                    <input type="checkbox" name="second-factor" value="1" />
                    {t("people.drops-second-factor")}
                  </label>
                </p>
              ) : null}
              <button type="submit">{t("people.make-recovery-link", { name: account.name })}</button>
            </form>
          </li>
        ))}
      </ul>
    </>,
  );
}
