import { type Context, Hono } from "hono";
import { type ComparedDrafts, type ComparedElement, compareDrafts, type ElementName } from "../../drafting/comparison/drafts.ts";
import type { Draft, DraftContent } from "../../drafting/draft.ts";
import { findVersion, listVersions } from "../../drafting/find.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { directionOf } from "../../drafting/rendered.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import type { Visit } from "../visit.ts";
import { CompareForm } from "./compare-form.tsx";
import { ComparedText } from "./compared-text.tsx";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { openDraft } from "./open-draft.ts";

/** Two versions of a draft, word by word: /compare?from=3&to=now; only what changed, or everything with &all=1. */
export const versionComparison = new Hono<Site>();

type Which = number | "now";

versionComparison.get("/drafts/:draft/compare", async (context) => {
  const { draft, person } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const versions = await listVersions(visit.db, draft.id);
  const from = whichOf(visit, "from") ?? versions[0]?.version ?? "now";
  const to = whichOf(visit, "to") ?? "now";
  const [before, after] = [await contentOf(context, draft, from), await contentOf(context, draft, to)];
  const compared = compareDrafts(before, after, await findLabels(visit.db));
  const all = visit.url.searchParams.get("all") === "1";
  const shown = all ? compared.elements : compared.elements.filter(isTold);
  const name = (which: Which) => (which === "now" ? t("versions.now") : t("versions.version", { version: which }));
  const title = t("versions.compare-title", { from: name(from), to: name(to) });
  const address = (query: string) => visit.href(`/drafts/${draft.id}/compare?${query}`);
  return render(
    visit,
    {
      title: `${title} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/versions`, t("versions.title")], [`/drafts/${draft.id}/compare`, title]),
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{title}</h1>
      <DraftTabs visit={visit} draft={draft} here="versions" />
      <Counts visit={visit} compared={compared} />
      <p class="forms">
        <a href={address(`from=${from}&to=${to}${all ? "" : "&all=1"}`)}>{t(all ? "versions.only-changes" : "versions.everything")}</a>
        <a href={address(`from=${to}&to=${from}${all ? "&all=1" : ""}`)}>{t("versions.turn-round")}</a>
      </p>
      {compared.title.length > 1 ? (
        <p class="compared" lang={compared.language} dir={directionOf(compared.language)}>
          <ComparedText visit={visit} stretches={compared.title} />
        </p>
      ) : null}
      <Orders visit={visit} compared={compared} names={[name(from), name(to)]} />
      {shown.map((element) => (
        <OneElement visit={visit} element={element} language={compared.language} />
      ))}
      {versions.length > 0 ? <CompareForm visit={visit} draft={draft.id} versions={versions} from={from} to={to} /> : null}
    </>,
  );
});

function whichOf(visit: Visit, name: string): Which | undefined {
  const given = visit.url.searchParams.get(name);
  if (given === null || given === "now") return given ?? undefined;
  if (!/^[1-9]\d{0,8}$/.test(given))
    throw new Problem("invalid-input", says`“${given.slice(0, 40)}” is no version; expected a number of the list, or “now”.`);
  return Number(given);
}

async function contentOf(context: Context<Site>, draft: Draft, which: Which): Promise<Draft | DraftContent> {
  if (which === "now") return draft;
  const found = await findVersion(context.get("db"), draft.id, which);
  if (!found) throw new Problem("not-found", says`There is no version ${which} of this draft. Choose one of the list.`);
  return found.content;
}

const isTold = ({ outcome, moved }: ComparedElement) => outcome !== "same" || moved;

function Counts({ visit, compared: { elements } }: { visit: Visit; compared: ComparedDrafts }) {
  const count = (outcome: ComparedElement["outcome"]) => elements.filter((one) => one.outcome === outcome).length;
  const moved = elements.filter((one) => one.moved).length;
  if (!elements.some(isTold)) return <p>{visit.t("versions.no-difference")}</p>;
  return (
    <p>
      {visit.t("versions.counts", {
        changed: count("changed"),
        added: count("added"),
        removed: count("removed"),
        moved,
        same: count("same"),
      })}
    </p>
  );
}

/** The elements of both sides in their order, where it differs. */
function Orders({ visit, compared, names }: { visit: Visit; compared: ComparedDrafts; names: [string, string] }) {
  const { t } = visit;
  if (!compared.elements.some(({ outcome, moved }) => moved || outcome === "added" || outcome === "removed")) return null;
  const marks = { lang: compared.language, dir: directionOf(compared.language) };
  return (
    <details>
      <summary>{t("versions.orders")}</summary>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{names[0]}</th>
              <th scope="col">{names[1]}</th>
              <th scope="col">{t("versions.happened")}</th>
            </tr>
          </thead>
          <tbody>
            {compared.elements.map((element) => (
              <tr>
                <td {...marks}>{element.before ? nameOf(visit, element.before) : "–"}</td>
                <td {...marks}>{element.after ? nameOf(visit, element.after) : "–"}</td>
                <td>{happened(visit, element)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function nameOf(visit: Visit, { label, heading, kind }: ElementName): string {
  return [label, heading].filter(Boolean).join(". ") || (kind === "preamble" ? visit.t("draft.preamble") : "–");
}

/** "reworded, moved": what became of an element, in words. */
function happened(visit: Visit, { outcome, moved, before, after, splitFrom, joinedInto }: ComparedElement): string {
  const parts = outcome === "same" && moved ? [] : [visit.code("versions.outcome", outcome)];
  if (moved) parts.push(visit.t("versions.moved", { from: before?.label || "–", to: after?.label || "–" }));
  else if (before && after && before.label !== after.label)
    parts.push(visit.t("versions.renumbered", { from: before.label || "–", to: after.label || "–" }));
  if (splitFrom) parts.push(visit.t("versions.split-from", { from: splitFrom.label || splitFrom.heading }));
  if (joinedInto) parts.push(visit.t("versions.joined-into", { to: joinedInto.label || joinedInto.heading }));
  return parts.join(" · ");
}

function OneElement({ visit, element, language }: { visit: Visit; element: ComparedElement; language: string }) {
  const name = (element.after ?? element.before) as ElementName;
  const marks = { lang: language, dir: directionOf(language) };
  return (
    <section class={`element compared-${element.outcome}`} id={name.id} aria-labelledby={`compared-${name.id}`}>
      <h2 id={`compared-${name.id}`} class="plain" {...marks}>
        {name.label ? `${name.label}. ` : null}
        {element.heading.length > 0 ? <ComparedText visit={visit} stretches={element.heading} /> : null}
        {!name.label && element.heading.length === 0 ? nameOf(visit, name) : null}
      </h2>
      <p class="facts">{happened(visit, element)}</p>
      {element.text.length > 0 ? (
        <div class="draft-text compared" {...marks}>
          <ComparedText visit={visit} stretches={element.text} />
        </div>
      ) : null}
    </section>
  );
}
