import { Hono } from "hono";
import type { Draft, DraftCoding, HeldElement } from "../../drafting/draft.ts";
import type { Actor } from "../../drafting/event.ts";
import { decideCodings } from "../../drafting/record-wording.ts";
import { strengths } from "../../registry/coding.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { Strength } from "../components/strength.tsx";
import { formOf } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { authorName } from "./author-name.ts";
import { Choice, Line } from "./form-fields.tsx";
import { mayDo } from "./open-draft.ts";

/** What an article is said to do: each proposal is accepted, corrected or refused by a person, and a person may add one. */
export const codingForms = new Hono<Site>();

codingForms.post("/drafts/:draft/elements/:element/codings", async (context) => {
  const { id, actor } = await mayDo(context, "draft");
  const visit = context.get("visit");
  const form = await formOf(context);
  const element = context.req.param("element");
  const type = textOf(form, "type");
  if (type && !visit.reference.types.has(type))
    throw new Problem("invalid-input", says`There is no provision type “${type.slice(0, 60)}”. Choose one of the list.`);
  await decideCodings(visit.db, id, element, (held) => decided(held, form, actor), actor);
  return context.redirect(visit.href(`/drafts/${id}/elements/${element}#codings`), 303);
});

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The codings as a form decides them: one added, accepted, corrected, refused or taken away. */
function decided(held: readonly DraftCoding[], form: FormData, actor: Actor): DraftCoding[] {
  const type = textOf(form, "type");
  const strength = strengths.find((one) => one === textOf(form, "strength"));
  if (textOf(form, "position") === "new") {
    if (!type || !strength)
      throw new Problem("invalid-input", "What the article does is not said: expected a provision type and a strength. Choose both.");
    return [...held, { type, strength, ...details(form), by: "person", because: [], verdict: "accepted", decided_by: actor.name }];
  }
  const at = Number(textOf(form, "position"));
  const shown = held[at];
  // The type that was shown must still stand there: another person may have decided in the meantime.
  if (!shown || shown.type !== textOf(form, "was"))
    throw new Problem("conflict", "What this article does was decided by somebody else in the meantime. Reload the page.");
  const verdict = textOf(form, "verdict");
  if (verdict === "remove") return held.filter((_, index) => index !== at);
  const { verb, because, by } = shown;
  const said = strength ?? shown.strength;
  const decision: DraftCoding = {
    type: type || shown.type,
    ...(said ? { strength: said } : {}),
    ...(verb ? { verb } : {}),
    ...details(form),
    by,
    because,
    verdict: verdict === "refused" ? "refused" : "accepted",
    decided_by: actor.name,
  };
  return held.map((one, index) => (index === at ? decision : one));
}

function details(form: FormData): Partial<DraftCoding> {
  const said = { addressee: textOf(form, "addressee"), deadline: textOf(form, "deadline"), exception: textOf(form, "exception") };
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
              {coding.decided_by ? ` · ${t("codings.decided-by", { who: authorName(visit, coding.decided_by) })}` : ""}
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
