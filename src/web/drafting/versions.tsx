import { type Context, Hono } from "hono";
import { findVersion, listVersions, type VersionHead } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { keepVersion, putBack } from "../../drafting/record-version.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, moment, typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { besidePages } from "./beside.tsx";
import { CompareForm } from "./compare-form.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { ElementText, headingOf } from "./draft-text.tsx";
import { historyPages } from "./element-history.tsx";
import { Line, Wrong } from "./form-fields.tsx";
import { mayDo, type OpenDraft, openDraft } from "./open-draft.ts";
import { versionComparison } from "./version-comparison.tsx";

/** The kept versions of a draft: listed, kept, read, put back and compared; the wordings of one article; a precedent beside it. */
export const versionPages = new Hono<Site>();
for (const page of [versionComparison, historyPages, besidePages]) versionPages.route("/", page);

const LONGEST_LABEL = 200;

versionPages.get("/drafts/:draft/versions", async (context) => versionList(context, await openDraft(context, "read-draft")));

versionPages.post("/drafts/:draft/versions", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const label = typed(await formOf(context), "label").trim();
  try {
    if (!label) throw new Problem("invalid-input", "The version has no label; expected a few words. Write what is special about it.");
    if (label.length > LONGEST_LABEL)
      throw new Problem("too-large", says`The label has ${label.length} characters; at most ${LONGEST_LABEL} are kept. Shorten it.`);
    const version = await keepVersion(visit.db, id, label, actor);
    return context.redirect(visit.href(`/drafts/${id}/versions?kept=${version}`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return versionList(context, await openDraft(context, "draft"), { label, wrong: error });
  }
});

versionPages.get("/drafts/:draft/versions/:version", async (context) => oneVersion(context, await openDraft(context, "read-draft")));

versionPages.post("/drafts/:draft/versions/:version/put-back", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const version = numberIn(context);
  try {
    if ((await formOf(context)).get("sure") !== "yes")
      throw new Problem("invalid-input", "Nothing was put back: the box that says you are sure is not ticked. Tick it and send it again.");
    const kept = await putBack(visit.db, id, version, visit.t("versions.before-put-back", { version }), actor);
    return context.redirect(visit.href(`/drafts/${id}/versions?kept=${kept}&back=${version}`), 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    return oneVersion(context, await openDraft(context, "draft"), error);
  }
});

async function versionList(
  context: Context<Site>,
  { draft, person, may }: OpenDraft,
  failed?: { label: string; wrong: Problem },
): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const versions = await listVersions(visit.db, draft.id);
  const said = (name: string) => Number(visit.url.searchParams.get(name)) || undefined;
  const [kept, back] = [said("kept"), said("back")];
  return render(
    visit,
    {
      title: `${t("versions.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/versions`, t("versions.title")]),
      hideFromSearchEngines: true,
      ...(failed ? { status: 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("versions.page-title", { title: draft.title })}</h1>
      <DraftTabs visit={visit} draft={draft} here="versions" />
      {kept ? (
        <p class="remark" role="status">
          {back ? t("versions.put-back-done", { version: back, kept }) : t("versions.kept", { version: kept })}
        </p>
      ) : null}
      <p>{t("versions.what")}</p>
      {may("draft") ? (
        <section aria-labelledby="keep">
          <h2 id="keep">{t("versions.keep")}</h2>
          <Wrong visit={visit} problem={failed?.wrong} />
          <form method="post" action={visit.href(`/drafts/${draft.id}/versions`)} class="drafting-form">
            <Line
              name="label"
              label={t("versions.label")}
              value={failed?.label ?? ""}
              longest={LONGEST_LABEL}
              required
              hint={t("versions.label-hint")}
            />
            <p>
              <button type="submit">{t("versions.keep")}</button>
            </p>
          </form>
        </section>
      ) : null}
      <section aria-labelledby="kept">
        <h2 id="kept">{t("versions.title")}</h2>
        {versions.length === 0 ? <p>{t("versions.none")}</p> : <VersionEntries visit={visit} draft={draft.id} versions={versions} />}
      </section>
      {versions.length > 0 ? <CompareForm visit={visit} draft={draft.id} versions={versions} from={versions[0]?.version} to="now" /> : null}
    </>,
  );
}

function VersionEntries({ visit, draft, versions }: { visit: Visit; draft: string; versions: readonly VersionHead[] }) {
  const { t } = visit;
  const compare = (from: number, to: string | number) => visit.href(`/drafts/${draft}/compare?from=${from}&to=${to}`);
  return (
    <ul class="entries">
      {versions.map(({ version, label, who, at }, index) => {
        const before = versions[index + 1];
        return (
          <li class="entry">
            <h3>
              <a href={visit.href(`/drafts/${draft}/versions/${version}`)}>
                {t("versions.version", { version })} <bdi>{label}</bdi>
              </a>
            </h3>
            <p class="facts">
              <bdi>{authorName(visit, who)}</bdi>, {moment(visit, at)}
            </p>
            <p class="forms">
              <a href={compare(version, "now")}>{t("versions.compare-now", { version })}</a>
              {before ? (
                <a href={compare(before.version, version)}>{t("versions.compare-two", { from: before.version, to: version })}</a>
              ) : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function numberIn(context: Context<Site>): number {
  const version = context.req.param("version") ?? "";
  if (!/^[1-9]\d{0,8}$/.test(version)) throw new Problem("not-found", "There is no page at this address.");
  return Number(version);
}

async function oneVersion(context: Context<Site>, { draft, person, may }: OpenDraft, wrong?: Problem): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const version = numberIn(context);
  const found = await findVersion(visit.db, draft.id, version);
  if (!found) throw new Problem("not-found", says`There is no version ${version} of this draft. Choose one of the list.`);
  const rendered = renderDraft(found.content, await findLabels(visit.db));
  const address = `/drafts/${draft.id}/versions/${version}`;
  return render(
    visit,
    {
      title: `${t("versions.version", { version })} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/versions`, t("versions.title")], [address, t("versions.version", { version })]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "conflict" ? 409 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>
        {t("versions.version", { version })} <bdi>{found.label}</bdi>
      </h1>
      <DraftTabs visit={visit} draft={draft} here="versions" />
      <p class="facts">
        <bdi>{authorName(visit, found.who)}</bdi>, {moment(visit, found.at)}
      </p>
      <p>
        <a href={visit.href(`/drafts/${draft.id}/compare?from=${version}&to=now`)}>{t("versions.compare-now", { version })}</a>
      </p>
      <Wrong visit={visit} problem={wrong} />
      {may("draft") && draft.state === "drafting" ? (
        <form method="post" action={visit.href(`${address}/put-back`)} class="buttons">
          <label>
            <input type="checkbox" name="sure" value="yes" required /> {t("versions.sure")}
          </label>
          <button type="submit" class="quiet">
            {t("versions.put-back")}
          </button>
        </form>
      ) : null}
      <article lang={rendered.language} dir={rendered.direction} class="draft-text">
        <h2 dir="auto">{rendered.title}</h2>
        {rendered.elements.map((element) => (
          <section class={`element ${element.kind}`} id={element.id}>
            <h3>{headingOf(element) || t("draft.preamble")}</h3>
            <ElementText visit={visit} element={element} />
          </section>
        ))}
      </article>
    </>,
  );
}
