import { type Context, Hono } from "hono";
import { requirePerson } from "../../people/person.ts";
import type { Refusal } from "../../people/refusal.ts";
import { makeWorkspace } from "../../people/workspace.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "./account-bar.tsx";
import { Field, formOf, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { personOf } from "./who.ts";

/** The workspaces that one belongs to; administrators of the instance make new ones. */
export const workspacesPage = new Hono<Site>();

workspacesPage.get("/workspaces", (context) => page(context, undefined, ""));

workspacesPage.post("/workspaces", async (context) => {
  const person = requirePerson(await personOf(context));
  const name = typed(await formOf(context), "name");
  let id = "";
  const refusal = await refusalOf(async () => {
    id = await makeWorkspace(context.get("db"), person, name);
  });
  return refusal ? page(context, refusal, name) : context.redirect(context.get("visit").href(`/workspaces/${id}`), 303);
});

async function page(context: Context<Site>, refusal: Refusal | undefined, name: string): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const person = requirePerson(await personOf(context));
  return render(
    visit,
    { title: t("people.workspaces"), ...refused(refusal) },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("people.workspaces")}</h1>
      <p>{t("people.workspaces-lead")}</p>
      {person.memberships.length === 0 ? <p>{t("people.no-workspace")}</p> : null}
      <ul class="entries">
        {person.memberships.map((membership) => (
          <li class="entry">
            <h2 class="plain">
              <a href={visit.href(`/workspaces/${membership.workspace}`)} dir="auto">
                {person.local ? t("people.local-workspace") : membership.name}
              </a>
            </h2>
            <p class="facts">{t(`people.role.${membership.role}`)}</p>
          </li>
        ))}
      </ul>
      {person.administrator && !person.local ? (
        <section aria-labelledby="new-workspace">
          <h2 id="new-workspace">{t("people.new-workspace")}</h2>
          <form method="post" class="stack">
            <RefusalNote visit={visit} refusal={refusal} />
            <Field name="name" label={t("people.workspace-name")} value={name} />
            <button type="submit">{t("people.make-workspace")}</button>
          </form>
        </section>
      ) : null}
    </>,
  );
}
