import { Hono } from "hono";
import type { Draft, DraftCoding, HeldElement } from "../../drafting/draft.ts";
import { requireDraft } from "../../drafting/find.ts";
import { decideCodings } from "../../drafting/record.ts";
import { strengths } from "../../registry/coding.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { Strength } from "../components/strength.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { Choice, Line } from "./form-fields.tsx";
import { mayDo } from "./open-draft.ts";

/** What an article is said to do: each proposal is accepted, corrected or refused by a person, and a person may add one. */
export const codingForms = new Hono<Site>();

codingForms.post("/drafts/:draft/elements/:element/codings", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const elementId = context.req.param("element");
  const element = (await requireDraft(visit.db, id)).elements.find((one) => one.id === elementId);
  if (!element) throw new Problem("not-found", "This article is not in the draft any more. Go back to the draft.");
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const type = text("type");
  if (type && !visit.reference.types.has(type))
    throw new Problem("invalid-input", `There is no provision type “${type.slice(0, 60)}”. Choose one of the list.`);
  const strength = strengths.find((one) => one === text("strength"));
  const position = text("position");
  let codings: DraftCoding[] = [...element.codings];
  if (position === "new") {
    if (!type || !strength)
      throw new Problem("invalid-input", "What the article does is not said: expected a provision type and a strength. Choose both.");
    codings.push({ type, strength, ...details(text), by: "person", because: [], verdict: "accepted", decided_by: actor.name });
  } else {
    const at = Number(position);
    const held = codings[at];
    // The type that was shown must still stand there: another person may have decided in the meantime.
    if (!held || held.type !== text("was"))
      throw new Problem("conflict", "What this article does was decided by somebody else in the meantime. Reload the page.");
    const verdict = text("verdict");
    if (verdict === "remove") codings = codings.filter((_, index) => index !== at);
    else {
      const { verb, because, by } = held;
      const said = strength ?? held.strength;
      codings[at] = {
        type: type || held.type,
        ...(said ? { strength: said } : {}),
        ...(verb ? { verb } : {}),
        ...details(text),
        by,
        because,
        verdict: verdict === "refused" ? "refused" : "accepted",
        decided_by: actor.name,
      };
    }
  }
  await decideCodings(visit.db, id, elementId, codings, actor);
  return context.redirect(visit.href(`/drafts/${id}/elements/${elementId}#codings`), 303);
});

function details(text: (name: string) => string): Partial<DraftCoding> {
  const said = { addressee: text("addressee"), deadline: text("deadline"), exception: text("exception") };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}

/** The codings of an element, each with the words that led there and a form to decide it. */
export function CodingsForm({ visit, draft, element, mayWrite }: { visit: Visit; draft: Draft; element: HeldElement; mayWrite: boolean }) {
  const { t } = visit;
  if (element.kind === "part") return null;
  const address = visit.href(`/drafts/${draft.id}/elements/${element.id}/codings`);
  return (
    <section aria-labelledby="codings">
      <h2 id="codings">{t("codings.title")}</h2>
      <p class="small">{t("codings.what")}</p>
      {element.codings.length === 0 ? <p>{t("codings.none")}</p> : null}
      <ul class="codings">
        {element.codings.map((coding, index) => (
          <li class={`coding verdict-${coding.verdict}`}>
            <p>
              <a class="type" href={visit.href(`/provision-types/${coding.type}`)}>
                {visit.typeName(coding.type)}
              </a>{" "}
              {coding.strength ? <Strength visit={visit} value={coding.strength} /> : null}{" "}
              <span class="outcome">{visit.code("draft-verdict", coding.verdict)}</span>
            </p>
            <p class="small">
              {visit.code("proposed-by", coding.by)}
              {coding.decided_by ? ` · ${t("codings.decided-by", { who: coding.decided_by })}` : ""}
            </p>
            {coding.because.length > 0 ? (
              <p class="small">
                {t("codings.because")}{" "}
                {coding.because.map(({ text }, at) => (
                  <>
                    {at > 0 ? " · " : ""}
                    <q lang={draft.language} dir="auto">
                      {text}
                    </q>
                  </>
                ))}
              </p>
            ) : null}
            {mayWrite ? (
              <details open={coding.verdict === "proposed"}>
                <summary>{t(coding.verdict === "proposed" ? "codings.decide" : "codings.change")}</summary>
                <form method="post" action={address} class="drafting-form">
                  <input type="hidden" name="position" value={String(index)} />
                  <input type="hidden" name="was" value={coding.type} />
                  <CodingFields visit={visit} coding={coding} suffix={String(index)} />
                  <p class="buttons">
                    <button type="submit" name="verdict" value="accepted">
                      {t("codings.accept")}
                    </button>
                    <button type="submit" name="verdict" value="refused" class="quiet">
                      {t("codings.refuse")}
                    </button>
                  </p>
                </form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details>
          <summary>{t("codings.add")}</summary>
          <form method="post" action={address} class="drafting-form">
            <input type="hidden" name="position" value="new" />
            <CodingFields visit={visit} suffix="new" />
            <button type="submit">{t("codings.add")}</button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

function CodingFields({ visit, coding, suffix }: { visit: Visit; coding?: DraftCoding; suffix: string }) {
  const { t } = visit;
  const types = [...visit.reference.types.keys()]
    .map((id) => [id, visit.typeName(id)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, visit.language));
  return (
    <>
      <Choice
        name="type"
        suffix={suffix}
        label={t("codings.type")}
        options={types}
        value={coding?.type}
        {...(coding ? {} : { none: t("codings.choose") })}
      />
      <Choice
        name="strength"
        suffix={suffix}
        label={t("codings.strength")}
        options={strengths.map((one) => [one, visit.code("strength", one)] as const)}
        value={coding?.strength ?? "must"}
      />
      <Line name="addressee" suffix={suffix} label={t("codings.addressee")} value={coding?.addressee} />
      <Line name="deadline" suffix={suffix} label={t("codings.deadline")} value={coding?.deadline} />
      <Line name="exception" suffix={suffix} label={t("codings.exception")} value={coding?.exception} longest={500} />
    </>
  );
}
