import { Hono } from "hono";
import { atomFeed } from "../../exporters/feed/atom.ts";
import type { Revision } from "../../registry/find.ts";
import { type ChangeGroup, listChangeGroups } from "../../registry/find-change.ts";
import type { AnyRecord } from "../../registry/nouns.ts";
import type { Site } from "../app.tsx";
import { nameOf } from "../components/changed-record.tsx";
import type { Visit } from "../visit.ts";

const GROUPS = 50;
const EACH = 20;

/** The newest changes as a feed: what was recorded at once is one entry. */
export const changesFeed = new Hono<Site>();

changesFeed.get("/changes.atom", async (context) => {
  const visit = context.get("visit");
  const groups = await listChangeGroups(visit.db, { limit: GROUPS, each: EACH });
  const feed = atomFeed({
    about: ["changes", visit.language],
    title: `Openfirst: ${visit.t("changes.title")}`,
    language: visit.language,
    self: visit.href("/changes.atom"),
    page: visit.href("/changes"),
    entries: groups.map((group) => ({
      about: ["change", group.at, group.who, group.why],
      title: group.why,
      page: `${visit.href("/changes")}?with=${group.newest}`,
      updated: group.at,
      summary: summaryOf(visit, group),
    })),
  });
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8", "access-control-allow-origin": "*" } });
});

function summaryOf(visit: Visit, group: ChangeGroup): string {
  const counts = group.nouns.map(
    (counted) =>
      `${visit.code("noun", counted.noun)}: ${(["added", "changed", "removed"] as const)
        .filter((kind) => counted[kind] > 0)
        .map((kind) => `${visit.number(counted[kind])} ${visit.t(`changes.${kind}`)}`)
        .join(", ")}`,
  );
  const shown = group.shown.map(
    (revision: Revision) =>
      nameOf(visit, { noun: revision.noun, id: revision.id, record: revision.after ?? revision.before } as AnyRecord).name,
  );
  return [
    visit.t("changes.by", { who: group.who, count: group.count }),
    ...counts,
    ...shown,
    ...(group.count > shown.length ? ["…"] : []),
  ].join("\n");
}
