import { type Context, Hono } from "hono";
import { commentLimits, type PublicConsultation, requireTimely, signForm, standingOf } from "../../drafting/consultation.ts";
import { sendComment } from "../../drafting/record-consultation.ts";
import { renderDraft } from "../../drafting/rendered.ts";
import { secretOf } from "../../people/secret.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { ElementText, headingOf } from "../drafting/draft-text.tsx";
import { Line, Lines, Wrong } from "../drafting/form-fields.tsx";
import { networkOf } from "../people/client-address.ts";
import { formOf } from "../people/form.tsx";
import { refuseStrangers } from "../people/same-site.ts";
import type { Visit } from "../visit.ts";
import { requirePublished } from "./consultation.tsx";
import { Dates, today } from "./consultations.tsx";

/** Commenting on one article or the whole, without an account, a cookie or a script. */
export const commentPage = new Hono<Site>();

commentPage.get("/consultations/:id{[a-z0-9]+}/comment", async (context) => {
  const form = new FormData();
  form.set("on", context.get("visit").url.searchParams.get("on") ?? "");
  return commentForm(context, form);
});

commentPage.post("/consultations/:id{[a-z0-9]+}/comment", async (context) => {
  const { settings } = context.get("accounts");
  refuseStrangers(context.req.raw, settings);
  const visit = context.get("visit");
  const id = context.req.param("id");
  const form = await formOf(context);
  const on = text(form, "on") || null;
  try {
    if (text(form, "website"))
      throw new Problem("invalid-input", "A field that people do not see was filled in. What you wrote stands below: send it once more.");
    requireTimely(await secretFor(context), id, text(form, "form"));
    const typed = { body: text(form, "body"), name: text(form, "name"), organisation: text(form, "organisation") };
    await sendComment(visit.db, id, on, typed, { network: networkOf(context, settings.behindProxy ?? false), today: today() });
    return context.redirect(visit.href(`/consultations/${id}/comment?sent=1${on ? `&on=${on}` : ""}`), 303);
  } catch (error) {
    if (!(error instanceof Problem) || error.code === "not-found") throw error;
    return commentForm(context, form, error);
  }
});

/** A field as it was typed, whole: one that is too long comes back to be shortened. */
function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "") : "";
}

function secretFor(context: Context<Site>): Promise<string> {
  const { sign, settings } = context.get("accounts");
  return sign ? Promise.resolve(sign.secret) : secretOf(context.get("db"), settings.secret);
}

const statuses: Partial<Record<Problem["code"], number>> = { conflict: 409, "too-large": 413, "too-many-requests": 429, busy: 503 };

async function commentForm(context: Context<Site>, form: FormData, wrong?: Problem): Promise<Response> {
  const visit = context.get("visit");
  const { t } = visit;
  const published = await requirePublished(visit, context.req.param("id") ?? "");
  const { consultation } = published;
  const isOpen = standingOf(consultation, today()) === "open";
  const on = text(form, "on");
  const address = `/consultations/${consultation.id}`;
  // Sent too fast, the form keeps its time: the second sending must not be too fast again.
  const held = wrong?.code === "too-many-requests" ? text(form, "form") : "";
  return render(
    visit,
    {
      title: `${t("consultation.say")} – ${consultation.title}`,
      trail: [
        ["/consultations", t("consultation.all")],
        [address, consultation.title],
      ],
      hideFromSearchEngines: true,
      ...(wrong ? { status: statuses[wrong.code] ?? 422 } : {}),
      ...(wrong?.retryAfter ? { headers: { "retry-after": String(wrong.retryAfter) } } : {}),
    },
    <>
      <h1>{t("consultation.say")}</h1>
      <p>
        <a href={visit.href(on ? `${address}#${on}` : address)} lang={consultation.language} dir="auto">
          {consultation.title}
        </a>
      </p>
      <Dates visit={visit} consultation={consultation} />
      <Wrong visit={visit} problem={wrong} />
      {visit.url.searchParams.has("sent") && !wrong ? (
        <p class="remark" role="status">
          {t("consultation.sent")}
        </p>
      ) : null}
      <About visit={visit} published={published} on={on} />
      {isOpen || text(form, "body") ? (
        <form method="post" action={visit.href(`${address}/comment`)} class="drafting-form">
          <input type="hidden" name="on" value={on} />
          <input type="hidden" name="form" value={held || signForm(await secretFor(context), consultation.id)} />
          <Lines
            name="body"
            label={t("consultation.body")}
            hint={t("consultation.body-hint", { characters: commentLimits.characters, links: commentLimits.links })}
            value={text(form, "body")}
            rows={8}
          />
          <Line name="name" label={t("consultation.name")} value={text(form, "name")} longest={150} />
          <Line name="organisation" label={t("consultation.organisation")} value={text(form, "organisation")} longest={150} />
          <p class="trap">
            <label for="field-website">{t("consultation.leave-empty")}</label>
            <input id="field-website" name="website" tabindex={-1} autocomplete="off" />
          </p>
          <p class="small">{t("consultation.privacy")}</p>
          {isOpen ? <button type="submit">{t("consultation.send")}</button> : null}
        </form>
      ) : (
        <p class="remark">{t("consultation.closed")}</p>
      )}
    </>,
  );
}

/** The article that is commented on, to be read beside the form. */
function About({ visit, published, on }: { visit: Visit; published: PublicConsultation; on: string }) {
  const rendered = renderDraft(published.content, published.labels);
  const element = rendered.elements.find(({ id }) => id === on);
  if (!element) return <p>{visit.t("consultation.on-whole")}</p>;
  return (
    <blockquote class="wording" lang={rendered.language} dir={rendered.direction}>
      <p>
        <strong>{headingOf(element)}</strong>
      </p>
      <ElementText visit={visit} element={element} />
    </blockquote>
  );
}
