import { Hono } from "hono";
import type { Revision } from "../../registry/find.ts";
import { type ChangeGroup, findChangeGroup, listChangeGroups } from "../../registry/find-change.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { ChangedRecord } from "../components/changed-record.tsx";
import { render } from "../components/layout.tsx";
import { readWhole } from "../parameters.ts";
import type { Visit } from "../visit.ts";

const GROUPS = 20;
const EACH = 8;
const WHOLE = 100;

/** What changed in the record, newest first; what was recorded at once stands together. */
export const changesPage = new Hono<Site>();

changesPage.get("/changes", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const below = readWhole(visit.url.searchParams, "below");
  const revision = readWhole(visit.url.searchParams, "with");
  const groups =
    revision === undefined
      ? await listChangeGroups(visit.db, { below, limit: GROUPS, each: EACH })
      : await wholeGroup(visit, revision, below);
  return render(
    visit,
    {
      title: t("changes.title"),
      trail: [["/changes", t("footer.changes")]],
      alternates: [
        ["application/atom+xml", visit.href("/changes.atom"), "Atom"],
        ["application/json", "/api/v1/revisions", "JSON"],
      ],
      hideFromSearchEngines: below !== undefined || revision !== undefined,
    },
    <>
      <div class="heading">
        <h1>{t("changes.title")}</h1>
        <p class="forms">
          <a href={visit.href("/changes.atom")}>{t("list.feed")}</a> <a href="/api/v1/revisions">JSON</a>
        </p>
      </div>
      <p class="lead">{t("changes.lead")}</p>
      {groups.length === 0 ? <p>{t("changes.nothing")}</p> : null}
      {groups.map((group) => (
        <Group visit={visit} group={group} isWhole={revision !== undefined} />
      ))}
      <Older visit={visit} groups={groups} revision={revision} />
    </>,
  );
});

async function wholeGroup(visit: Visit, revision: number, below: number | undefined): Promise<ChangeGroup[]> {
  const group = await findChangeGroup(visit.db, revision, { below, limit: WHOLE });
  if (!group) throw new Problem("not-found", says`There is no revision ${revision}.`);
  return [group];
}

function Group({ visit, group, isWhole }: { visit: Visit; group: ChangeGroup; isWhole: boolean }) {
  const { t } = visit;
  // No landmark: two changes of one day with the same reason would bear the same name.
  return (
    <section>
      <h2 id={`r${group.newest}`}>
        <time datetime={group.at}>{visit.date(group.at.slice(0, 10))}</time> · <span dir="auto">{group.why}</span>
      </h2>
      <p class="facts">{t("changes.by", { who: group.who, count: group.count })}</p>
      <ul class="legend">
        {group.nouns.map((counted) => (
          <li>
            {visit.code("noun", counted.noun)}
            {t("punctuation.colon")}
            {(["added", "changed", "removed"] as const)
              .filter((kind) => counted[kind] > 0)
              .map((kind) => `${visit.number(counted[kind])} ${t(`changes.${kind}`)}`)
              .join(t("punctuation.comma"))}
          </li>
        ))}
      </ul>
      <ul class="changed">
        {group.shown.map((revision: Revision) => (
          <ChangedRecord visit={visit} revision={revision} />
        ))}
      </ul>
      {!isWhole && group.count > group.shown.length ? (
        <p>
          <a href={`${visit.href("/changes")}?with=${group.newest}`}>{t("changes.all-of-it", { count: group.count })}</a>
        </p>
      ) : null}
    </section>
  );
}

function Older({ visit, groups, revision }: { visit: Visit; groups: readonly ChangeGroup[]; revision: number | undefined }) {
  const last = revision === undefined ? groups.at(-1)?.oldest : groups[0]?.shown.at(-1)?.revision;
  const isEnd = last === undefined || (revision === undefined ? groups.length < GROUPS || last <= 1 : last <= (groups[0]?.oldest ?? 0));
  return (
    <nav aria-label={visit.t("pages.label")} class="pages">
      <ul>
        {isEnd ? null : (
          <li>
            <a rel="next" href={`${visit.href("/changes")}?${revision === undefined ? "" : `with=${revision}&`}below=${last}`}>
              {visit.t("changes.older")}
            </a>
          </li>
        )}
        {visit.url.search ? (
          <li>
            <a href={visit.href("/changes")}>{visit.t("changes.newest")}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
