import { Hono } from "hono";
import type { Lesson } from "../../registry/lesson.ts";
import { says } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { OwnText } from "../components/own-text.tsx";
import { locale } from "../languages/index.ts";
import { readOne } from "../parameters.ts";
import type { Visit } from "../visit.ts";

const outcomes = ["worked", "failed", "mixed"] as const;

/** What practice taught, narrowed by provision type, place and outcome. */
export const lessonsPage = new Hono<Site>();

interface Wanted {
  type: string | undefined;
  place: string | undefined;
  outcome: string | undefined;
}

lessonsPage.get("/lessons", async (context) => {
  const visit = context.get("visit");
  const { t, reference } = visit;
  const { searchParams } = visit.url;
  const wanted: Wanted = {
    type: readOne(
      searchParams,
      "provision-type",
      (value) => reference.types.has(value),
      says`the identifier of a provision type, such as publish-new-code-by-default`,
    ),
    place: readOne(searchParams, "jurisdiction", (value) => reference.jurisdictions.has(value), says`the code of a place, such as FR`),
    outcome: readOne(
      searchParams,
      "outcome",
      (value) => (outcomes as readonly string[]).includes(value),
      says`one of ${outcomes.join(", ")}`,
    ),
  };
  const all = [...reference.lessons.values()];
  const shown = all
    .filter((lesson) => answers(lesson, wanted))
    .sort((a, b) => (b.when ?? "").localeCompare(a.when ?? "") || a.id.localeCompare(b.id));
  return render(
    visit,
    {
      title: t("lessons.title"),
      trail: [["/lessons", t("nav.lessons")]],
      alternates: [["application/json", "/api/v1/lessons", "JSON"]],
      hideFromSearchEngines: shown.length < all.length,
    },
    <>
      <h1>{t("lessons.title")}</h1>
      <p class="lead">{t("lessons.lead")}</p>
      <Filters visit={visit} lessons={all} wanted={wanted} />
      <h2>{t("lessons.count", { count: shown.length, of: all.length })}</h2>
      {shown.length === 0 ? <p>{t("lessons.nothing")}</p> : null}
      <ol class="entries">
        {shown.map((lesson) => (
          <Entry visit={visit} lesson={lesson} />
        ))}
      </ol>
    </>,
  );
});

function answers(lesson: Lesson, { type, place, outcome }: Wanted): boolean {
  return (
    (!type || lesson.provision_types.includes(type)) &&
    (!place || lesson.jurisdictions.includes(place)) &&
    (!outcome || lesson.outcome === outcome)
  );
}

function Filters({ visit, lessons, wanted }: { visit: Visit; lessons: readonly Lesson[]; wanted: Wanted }) {
  const { t } = visit;
  const collator = new Intl.Collator(locale[visit.language]);
  const options = (ids: readonly string[], chosen: string | undefined, name: (id: string) => string) =>
    [...new Set([...ids, ...(chosen ? [chosen] : [])])]
      .map((id) => ({ id, name: name(id) }))
      .sort((a, b) => collator.compare(a.name, b.name))
      .map((entry) => (
        <option value={entry.id} selected={entry.id === chosen}>
          {entry.name}
        </option>
      ));
  return (
    <form action={visit.href("/lessons")} method="get" class="filters">
      <p>
        <label for="provision-type">{t("facet.provision-type")}</label>
        <select id="provision-type" name="provision-type">
          <option value="">{t("filter.any")}</option>
          {options(
            lessons.flatMap((lesson) => lesson.provision_types),
            wanted.type,
            visit.typeName,
          )}
        </select>
      </p>
      <p>
        <label for="jurisdiction">{t("facet.jurisdiction")}</label>
        <select id="jurisdiction" name="jurisdiction">
          <option value="">{t("filter.any")}</option>
          {options(
            lessons.flatMap((lesson) => lesson.jurisdictions),
            wanted.place,
            visit.placeName,
          )}
        </select>
      </p>
      <p>
        <label for="outcome">{t("lesson.outcome")}</label>
        <select id="outcome" name="outcome">
          <option value="">{t("filter.any")}</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={outcome === wanted.outcome}>
              {visit.code("outcome", outcome)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button type="submit">{t("facets.apply")}</button>
      </p>
    </form>
  );
}

function Entry({ visit, lesson }: { visit: Visit; lesson: Lesson }) {
  return (
    <li class="entry">
      <h3>
        <a href={visit.href(`/lessons/${lesson.id}`)}>
          <OwnText visit={visit} texts={lesson.titles} />
        </a>
      </h3>
      <p class="facts">
        <span class={`outcome ${lesson.outcome}`}>{visit.code("outcome", lesson.outcome)}</span> · {visit.code("stage", lesson.stage)}
        {lesson.when ? (
          <>
            {" "}
            · <time datetime={lesson.when}>{visit.date(lesson.when)}</time>
          </>
        ) : null}
        {lesson.jurisdictions.length > 0 ? ` · ${lesson.jurisdictions.map(visit.placeName).join(", ")}` : ""} ·{" "}
        {visit.code("lesson-basis", lesson.basis)}
      </p>
    </li>
  );
}
