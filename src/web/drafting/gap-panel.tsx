import type { Draft } from "../../drafting/draft.ts";
import { type Gaps, gapLevels } from "../../drafting/gaps/gap.ts";
import type { RenderedElement } from "../../drafting/rendered.ts";
import type { Visit } from "../visit.ts";
import { labelsOf, OneGap, sentenceOf } from "./one-gap.tsx";

/** More than this stand on the page of gaps only. */
const SHOWN_BESIDE = 4;

/** What the draft lacks, in short, beside its text; everything stands on the page of gaps. */
export function GapSummary({ visit, draft, gaps: { gaps, reading } }: { visit: Visit; draft: Draft; gaps: Gaps }) {
  const { t } = visit;
  const address = visit.href(`/drafts/${draft.id}/gaps`);
  return (
    <>
      <h2 id="gaps">{t("gaps.title")}</h2>
      {gapLevels
        .filter((level) => level !== "fact")
        .map((level) => {
          const found = gaps.filter((gap) => gap.level === level);
          const shown = found.slice(0, SHOWN_BESIDE);
          return (
            <section>
              <h3>
                <a href={`${address}#${level}`}>{visit.code("gap-level", level)}</a> {visit.number(found.length)}
              </h3>
              {shown.length > 0 ? (
                <ul class="small">
                  {shown.map((gap) => (
                    <li>
                      {sentenceOf(visit, gap)}{" "}
                      {gap.clause && draft.state === "drafting" ? (
                        <a href={visit.href(`/drafts/${draft.id}/add?clause=${gap.clause}`)}>
                          {t("gaps.mend", { type: visit.typeName(gap.clause) })}
                        </a>
                      ) : null}
                    </li>
                  ))}
                  {found.length > shown.length ? (
                    <li>
                      <a href={`${address}#${level}`}>{t("gaps.more", { count: found.length - shown.length })}</a>
                    </li>
                  ) : null}
                </ul>
              ) : null}
            </section>
          );
        })}
      <p class="small">
        {t("gaps.reading-facts", { words: reading.words, sentences: reading.sentences, average: visit.number(reading.average) })}
      </p>
      <p>
        <a href={address}>{t("gaps.all")}</a>
      </p>
    </>
  );
}

/** What was found at one element, with the ways to mend it. */
export function ElementGaps({
  visit,
  draft,
  elements,
  element,
  gaps,
}: {
  visit: Visit;
  draft: Draft;
  elements: readonly RenderedElement[];
  element: { id: string };
  gaps: Gaps;
}) {
  const here = gaps.gaps.filter((gap) => gap.element === element.id || gap.other === element.id);
  if (here.length === 0) return null;
  const labels = labelsOf(visit, elements);
  return (
    <section aria-labelledby="gaps-here">
      <h2 id="gaps-here">{visit.t("gaps.here")}</h2>
      <ul class="gaps">
        {here.map((gap) => (
          <li>
            <span class={`outcome gap-${gap.level}`}>{visit.code("gap-level", gap.level)}</span>
            {gap.element === element.id ? (
              <OneGap visit={visit} draft={draft} gap={withoutPlace(gap)} labels={labels} />
            ) : (
              <OneGap visit={visit} draft={draft} gap={withoutOther(gap)} labels={labels} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The reader is at that element already; a link to it would lead nowhere. */
function withoutPlace({ element, ...gap }: Gaps["gaps"][number]) {
  return gap;
}

function withoutOther({ other, ...gap }: Gaps["gaps"][number]) {
  return gap;
}
