import { Hono } from "hono";
import type { DraftElement } from "../../drafting/draft.ts";
import { type DraftEvent, listEvents } from "../../drafting/event.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { addElements } from "../../drafting/record-order.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { assetAddress } from "../assets.ts";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf } from "../people/form.tsx";
import { authorName } from "./author-name.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { headingOf } from "./draft-text.tsx";
import { openDraft } from "./open-draft.ts";

/** The order of a draft: each element moved by its buttons, or dragged where a script runs; and what was taken out, to be put back. */
export const outlinePage = new Hono<Site>();

outlinePage.get("/drafts/:draft/outline", async (context) => {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const { elements, language } = renderDraft(draft, await findLabels(visit.db));
  const mayWrite = may("draft") && draft.state === "drafting";
  const removed = mayWrite ? takenOut(await listEvents(visit.db, draft.id), new Set(elements.map(({ id }) => id))) : [];
  return render(
    visit,
    {
      title: `${t("order.title")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/outline`, t("order.title")]),
      hideFromSearchEngines: true,
      ...(mayWrite ? { script: assetAddress("reorder.js") } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("order.title")}</h1>
      <DraftTabs visit={visit} draft={draft} here="outline" />
      {mayWrite ? <p>{t("order.what")}</p> : null}
      <ol class="order" data-order>
        {elements.map((element) => (
          <li class={element.kind} id={element.id} data-id={element.id}>
            <a href={visit.href(`/drafts/${draft.id}/elements/${element.id}`)} lang={language} dir="auto">
              {headingOf(element) || t("draft.preamble")}
            </a>
            {mayWrite ? (
              <form method="post" action={visit.href(`/drafts/${draft.id}/elements/${element.id}/move`)} class="buttons">
                <input type="hidden" name="from" value="outline" />
                {(["up", "down"] as const).map((to) => (
                  <button type="submit" name="to" value={to} class="quiet">
                    {t(`element.${to}`)}
                    <span class="unseen">: {headingOf(element)}</span>
                  </button>
                ))}
              </form>
            ) : null}
          </li>
        ))}
      </ol>
      {removed.length > 0 ? (
        <section aria-labelledby="removed">
          <h2 id="removed">{t("order.removed")}</h2>
          <ul>
            {removed.map(({ event, detail, who, at }) => (
              <li>
                <span lang={language} dir="auto">
                  {String(detail.heading || detail.text).slice(0, 120)}
                </span>{" "}
                <span class="small">
                  <bdi>{authorName(visit, who)}</bdi>, {visit.date(at.slice(0, 10))}
                </span>
                <form method="post" action={visit.href(`/drafts/${draft.id}/restore`)} class="buttons">
                  <input type="hidden" name="event" value={String(event)} />
                  <button type="submit" class="quiet">
                    {t("order.put-back")}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>,
  );
});

outlinePage.post("/drafts/:draft/restore", async (context) => {
  const { draft, actor } = await openDraft(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const events = await listEvents(visit.db, draft.id);
  const found = takenOut(events, new Set(draft.elements.map(({ id }) => id))).find(({ event }) => event === Number(form.get("event")));
  if (!found) throw new Problem("conflict", "This is in the draft already, or was never taken out of it. Reload the page.");
  const { element, kind, heading, text, origin, codings } = found.detail as unknown as Omit<DraftElement, "id"> & { element: string };
  await addElements(visit.db, draft.id, [{ id: element, kind, heading, text, origin, codings }], undefined, actor);
  return context.redirect(visit.href(`/drafts/${draft.id}/outline#${element}`), 303);
});

/** The last removal of each element that is not in the draft. */
function takenOut(events: readonly DraftEvent[], present: ReadonlySet<string>): DraftEvent[] {
  const last = new Map<string, DraftEvent>();
  for (const event of events)
    if (event.what === "element-removed" && !present.has(String(event.detail.element))) last.set(String(event.detail.element), event);
  return [...last.values()].reverse();
}
