import { Hono } from "hono";
import { type DraftHead, listDrafts } from "../../drafting/find.ts";
import { can, requirePerson } from "../../people/person.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { personOf } from "../people/who.ts";
import type { Visit } from "../visit.ts";

/** The drafts that a person may read, by workspace, and the ways to begin one. */
export const draftsPage = new Hono<Site>();

export const ways = ["profile", "instrument", "upload", "nothing"] as const;

draftsPage.get("/drafting", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const person = requirePerson(await personOf(context));
  const drafts = await listDrafts(
    visit.db,
    person.memberships.map(({ workspace }) => workspace),
  );
  const writers = person.memberships.filter(({ workspace }) => can(person, workspace, "draft"));
  const clause = visit.url.searchParams.get("clause");
  return render(
    visit,
    { title: t("drafting.title"), trail: [["/drafting", t("drafting.title")]], hideFromSearchEngines: true },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("drafting.title")}</h1>
      <p class="lead">{t("drafting.lead")}</p>
      {clause ? <p class="remark">{t("drafting.clause-where", { clause: visit.typeName(clause) })}</p> : null}
      {writers.length > 0 ? (
        <section aria-labelledby="begin">
          <h2 id="begin">{t("drafting.begin")}</h2>
          <ul class="entries">
            {ways.map((way) => (
              <li class="entry">
                <h3>
                  <a href={visit.href(`/drafting/begin/${way}`)}>{t(`drafting.way-${way}`)}</a>
                </h3>
                <p>{t(`drafting.way-${way}-what`)}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : person.memberships.length === 0 ? (
        <p class="remark">{t("drafting.no-workspace")}</p>
      ) : null}
      {person.memberships.map(({ workspace, name }) => (
        <section aria-labelledby={`workspace-${workspace}`}>
          <h2 id={`workspace-${workspace}`} dir="auto">
            {person.local ? t("drafting.yours") : t("drafting.of", { workspace: name })}
          </h2>
          <DraftList visit={visit} drafts={drafts.filter((draft) => draft.workspace === workspace)} clause={clause} />
        </section>
      ))}
      <p>
        <a href={visit.href("/clauses")}>{t("drafting.bank")}</a>
      </p>
    </>,
  );
});

function DraftList({ visit, drafts, clause }: { visit: Visit; drafts: readonly DraftHead[]; clause: string | null }) {
  const { t } = visit;
  if (drafts.length === 0) return <p>{t("drafting.none")}</p>;
  return (
    <ul class="entries">
      {drafts.map(({ id, title, language, state, changedAt, elements }) => (
        <li class="entry">
          <h3>
            <a
              href={visit.href(clause ? `/drafts/${id}/add?clause=${encodeURIComponent(clause)}` : `/drafts/${id}`)}
              lang={language}
              dir="auto"
            >
              {title}
            </a>
          </h3>
          <p class="facts">
            <span class={`outcome draft-${state}`}>{visit.code("draft-state", state)}</span>{" "}
            {t("drafting.facts", { elements, day: visit.date(changedAt.slice(0, 10)) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
