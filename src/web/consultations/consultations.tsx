import { Hono } from "hono";
import { type Consultation, standingOf } from "../../drafting/consultation.ts";
import { listConsultations } from "../../drafting/find-consultation.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";

/** Every consultation, those that can be commented on first. */
export const consultationsPage = new Hono<Site>();

consultationsPage.get("/consultations", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const all = await listConsultations(visit.db);
  return render(
    visit,
    {
      title: t("consultation.all"),
      trail: [["/consultations", t("consultation.all")]],
      alternates: [["application/json", "/api/v1/consultations", "JSON"]],
    },
    <>
      <h1>{t("consultation.all")}</h1>
      <p class="lead">{t("consultation.all-what")}</p>
      {all.length === 0 ? <p>{t("consultation.none")}</p> : null}
      {(["open", "announced", "ended"] as const).map((standing) => (
        <Some visit={visit} standing={standing} some={all.filter((one) => standingOf(one, today()) === standing)} />
      ))}
    </>,
  );
});

function Some({ visit, standing, some }: { visit: Visit; standing: string; some: readonly Consultation[] }) {
  if (some.length === 0) return null;
  return (
    <section aria-labelledby={standing}>
      <h2 id={standing}>{visit.code("consultation-standing", standing)}</h2>
      <ul class="entries">
        {some.map((one) => (
          <li class="entry">
            <h3>
              <a href={visit.href(`/consultations/${one.id}`)} lang={one.language} dir="auto">
                {one.title}
              </a>
            </h3>
            <Dates visit={visit} consultation={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From when until when, and who answers. */
export function Dates({ visit, consultation }: { visit: Visit; consultation: Consultation }) {
  const { t } = visit;
  const { opens_on: from, closes_on: until, closed_at: closed, answered_by: by, language } = consultation;
  return (
    <p class="facts">
      <span class="outcome">{visit.code("consultation-standing", standingOf(consultation, today()))}</span>{" "}
      {t("consultation.from-until", { from: visit.date(from), until: visit.date(closed?.slice(0, 10) ?? until) })} ·{" "}
      {t("consultation.answered-by")} <bdi lang={language}>{by}</bdi>
    </p>
  );
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
