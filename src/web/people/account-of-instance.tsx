import { type Context, Hono } from "hono";
import { type AccountLine, changeAccount, findAccount, type InstanceAct } from "../../people/instance.ts";
import { hoursByAdministrator, makeRecoveryLink } from "../../people/recovery.ts";
import type { Refusal } from "../../people/refusal.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { requireSure, Sure } from "../components/sure.tsx";
import type { Visit } from "../visit.ts";
import { AccountBar } from "./account-bar.tsx";
import { formOf, moment, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { personOf } from "./who.ts";

/** One account as the instance's administrators see it: recovery link, block, administrator of the instance. Nothing of its workspaces. */
export const accountOfInstancePage = new Hono<Site>();

const acts: readonly InstanceAct[] = ["block", "unblock", "name-administrator", "withdraw-administrator"];
/** What is felt at once and not undone by its opposite: a blocked person loses what they were about to do, an administrator sees every account. */
const asked: ReadonlySet<InstanceAct> = new Set(["block", "name-administrator"]);

accountOfInstancePage.get("/people/:account", (context) => page(context, {}));

accountOfInstancePage.post("/people/:account", async (context) => {
  const form = await formOf(context);
  const visit = context.get("visit");
  const db = context.get("db");
  const person = await personOf(context);
  const account = context.req.param("account");
  const act = acts.find((one) => one === typed(form, "do"));
  let link: string | undefined;
  const refusal = await refusalOf(async () => {
    await findAccount(db, person, account);
    if (act) {
      if (asked.has(act)) requireSure(form);
      return changeAccount(db, person, account, act);
    }
    // Anything else would make a link, and end the one that somebody was given.
    if (typed(form, "do") !== "recovery-link")
      throw new Problem("invalid-input", "The form does not say what to do. Open the page and use its buttons.");
    const token = await makeRecoveryLink(db, person, account, form.has("second-factor"));
    link = `${context.get("accounts").settings.baseAddress ?? visit.url.origin}${visit.href(`/recovery/${token}`)}`;
  });
  return refusal || link ? page(context, { refusal, link }) : context.redirect(visit.href(`/people/${account}`), 303);
});

async function page(context: Context<Site>, told: { refusal?: Refusal | undefined; link?: string | undefined }): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const person = await personOf(context);
  const account = await findAccount(context.get("db"), person, context.req.param("account") ?? "");
  return render(
    visit,
    { title: account.name, trail: [["/people", t("people.accounts")]], ...refused(told.refusal) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>
        <bdi>{account.name}</bdi>
      </h1>
      <RefusalNote visit={visit} refusal={told.refusal} />
      {told.link ? <Link visit={visit} link={told.link} /> : null}
      <p>
        <bdi>{account.email}</bdi> · {t("people.made-at", { day: moment(visit, account.madeAt) })}
      </p>
      <Administration visit={visit} account={account} />
      <Blocking visit={visit} account={account} />
      {account.blockedAt ? null : <Recovery visit={visit} account={account} />}
    </>,
  );
}

function Link({ visit, link }: { visit: Visit; link: string }) {
  return (
    <p class="remark" role="status">
      {visit.t("people.recovery-link", { hours: hoursByAdministrator })}{" "}
      <code class="secret" dir="ltr">
        {link}
      </code>
    </p>
  );
}

interface OfAccount {
  visit: Visit;
  account: AccountLine;
}

function Administration({ visit, account }: OfAccount) {
  const { t } = visit;
  const { administrator, blockedAt } = account;
  return (
    <section aria-labelledby="administration">
      <h2 id="administration">{t("people.instance-administration")}</h2>
      <p>{t(administrator ? "people.is-instance-administrator" : "people.is-no-instance-administrator")}</p>
      {administrator || !blockedAt ? (
        <Act visit={visit} act={administrator ? "withdraw-administrator" : "name-administrator"}>
          {t(administrator ? "people.withdraw-administrator" : "people.name-administrator")}
        </Act>
      ) : null}
    </section>
  );
}

function Blocking({ visit, account: { blockedAt } }: OfAccount) {
  const { t } = visit;
  return (
    <section aria-labelledby="blocking">
      <h2 id="blocking">{t("people.blocking")}</h2>
      <p>{blockedAt ? t("people.is-blocked", { since: moment(visit, blockedAt) }) : t("people.is-not-blocked")}</p>
      <Act visit={visit} act={blockedAt ? "unblock" : "block"}>
        {t(blockedAt ? "people.unblock" : "people.block")}
      </Act>
    </section>
  );
}

function Act({ visit, act, children }: { visit: Visit; act: InstanceAct; children: string }) {
  return (
    <form method="post" class="buttons">
      {asked.has(act) ? <Sure visit={visit} /> : null}
      <button type="submit" name="do" value={act}>
        {children}
      </button>
    </form>
  );
}

function Recovery({ visit, account }: OfAccount) {
  const { t } = visit;
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{t("people.recovery")}</h2>
      <p>{t("people.recovery-link-lead")}</p>
      <form method="post">
        {account.hasSecondFactor ? (
          <p>
            <label>
              <input type="checkbox" name="second-factor" value="1" /> {t("people.drops-second-factor")}
            </label>
          </p>
        ) : null}
        <button type="submit" name="do" value="recovery-link">
          {t("people.make-recovery-link")}
        </button>
      </form>
    </section>
  );
}
