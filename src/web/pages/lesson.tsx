import { Hono } from "hono";
import { findRecords } from "../../registry/find.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { InstrumentTitle } from "../components/instrument-title.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import { SourceList } from "../components/source-list.tsx";
import { shortened } from "../parameters.ts";

/** One lesson: what happened, where, on what evidence, and which provision types it speaks to. */
export const lessonPage = new Hono<Site>();

lessonPage.get("/lessons/:id", async (context) => {
  const visit = context.get("visit");
  const { t } = visit;
  const id = context.req.param("id");
  const lesson = visit.reference.lessons.get(id);
  if (!lesson) throw new Problem("not-found", says`There is no lesson “${shortened(id)}”.`);
  const instruments = await findRecords(visit.db, "instrument", lesson.instruments);
  const title = visit.own(lesson.titles);
  return render(
    visit,
    { title, trail: [["/lessons", t("nav.lessons")]], alternates: [["application/json", `/api/v1/lessons/${id}`, "JSON"]] },
    <article>
      <h1>
        <OwnText visit={visit} texts={lesson.titles} />
      </h1>
      <dl class="facts-list">
        <div>
          <dt>{t("lesson.outcome")}</dt>
          <dd>
            <span class={`outcome ${lesson.outcome}`}>{visit.code("outcome", lesson.outcome)}</span>
          </dd>
        </div>
        <div>
          <dt>{t("lesson.stage")}</dt>
          <dd>{visit.code("stage", lesson.stage)}</dd>
        </div>
        <div>
          <dt>{t("lesson.when")}</dt>
          <dd>
            {lesson.when ? <time datetime={lesson.when}>{visit.date(lesson.when)}</time> : <span class="unknown">{t("unknown")}</span>}
          </dd>
        </div>
        <div>
          <dt>{t("lesson.where")}</dt>
          <dd>
            {lesson.jurisdictions.length === 0 ? (
              <span class="unknown">{t("lesson.no-place")}</span>
            ) : (
              <ul>
                {lesson.jurisdictions.map((place) => (
                  <li>
                    <a href={visit.href(`/jurisdictions/${place}`)}>{visit.placeName(place)}</a>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("lesson.basis")}</dt>
          <dd>
            {visit.code("lesson-basis", lesson.basis)}
            {t("punctuation.comma")}
            {visit.code("confidence", lesson.confidence)}
          </dd>
        </div>
      </dl>
      <section aria-labelledby="happened">
        <h2 id="happened">{t("lesson.happened")}</h2>
        <p>
          <OwnText visit={visit} texts={lesson.what_happened} />
        </p>
      </section>
      <section aria-labelledby="types">
        <h2 id="types">{t("lesson.types")}</h2>
        <ul>
          {lesson.provision_types.map((type) => (
            <li>
              <a href={visit.href(`/provision-types/${type}`)}>{visit.typeName(type)}</a>
            </li>
          ))}
        </ul>
      </section>
      {instruments.size > 0 ? (
        <section aria-labelledby="instruments">
          <h2 id="instruments">{t("lesson.instruments")}</h2>
          <ul>
            {[...instruments.values()].map(({ id: instrument, record }) => (
              <li>
                <a href={visit.href(`/instruments/${instrument}`)}>
                  <InstrumentTitle visit={visit} instrument={record} />
                </a>{" "}
                ({visit.placeName(record.jurisdiction)})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <SourceList visit={visit} sources={lesson.sources} />
    </article>,
  );
});
