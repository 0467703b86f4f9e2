import type { Visit } from "../visit.ts";
import { OwnText } from "./own-text.tsx";

/** Lessons where the reader meets what they are about: those of this place or instrument first. */
export function LessonLinks({
  visit,
  types,
  instrument,
  jurisdiction,
}: {
  visit: Visit;
  types: readonly string[];
  instrument?: string;
  jurisdiction?: string;
}) {
  const wanted = new Set(types);
  const near = (lesson: { instruments: string[]; jurisdictions: string[] }) =>
    (instrument && lesson.instruments.includes(instrument) ? 2 : 0) + (jurisdiction && lesson.jurisdictions.includes(jurisdiction) ? 2 : 0);
  const lessons = [...visit.reference.lessons.values()]
    .map((lesson) => ({ lesson, weight: near(lesson) * 10 + lesson.provision_types.filter((type) => wanted.has(type)).length }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.lesson.id.localeCompare(b.lesson.id))
    .slice(0, 5);
  if (lessons.length === 0) return null;
  return (
    <section aria-labelledby="lessons">
      <h2 id="lessons">{visit.t("lessons.near")}</h2>
      <ul>
        {lessons.map(({ lesson }) => (
          <li>
            <span class={`outcome ${lesson.outcome}`}>{visit.code("outcome", lesson.outcome)}</span>{" "}
            <a href={visit.href(`/lessons/${lesson.id}`)}>
              <OwnText visit={visit} texts={lesson.titles} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
