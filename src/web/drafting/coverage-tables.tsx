import type { Draft } from "../../drafting/draft.ts";
import type { Comparable, Covered, Gaps, Measured, Reading } from "../../drafting/gaps/gap.ts";
import { OwnText } from "../components/own-text.tsx";
import type { Visit } from "../visit.ts";
import { EvidenceLinks, principleName } from "./one-gap.tsx";

/** What a draft covers, what comparable texts have, by what its duties can be measured, and how it reads. */
export function CoverageTables({
  visit,
  draft,
  gaps,
  labels,
}: {
  visit: Visit;
  draft: Draft;
  gaps: Gaps;
  labels: ReadonlyMap<string, string>;
}) {
  const { t } = visit;
  return (
    <>
      <h2 id="areas">{t("gaps.areas")}</h2>
      <CoveredTable visit={visit} id="areas" first={t("gaps.area")} rows={gaps.areas} name={(id) => visit.code("area", id)} />
      <h2 id="principles">{t("gaps.principles")}</h2>
      <p class="small">{t("gaps.mapping-note")}</p>
      <CoveredTable
        visit={visit}
        id="principles"
        first={t("gaps.principle")}
        rows={gaps.principles}
        name={(id) => principleName(visit, id)}
      />
      <h2 id="comparable">{t("gaps.comparable")}</h2>
      <ComparableTable visit={visit} draft={draft} rows={gaps.comparable} />
      <h2 id="measured">{t("gaps.measured")}</h2>
      <MeasuredTable visit={visit} draft={draft} rows={gaps.measured} labels={labels} />
      <h2 id="reading">{t("gaps.reading")}</h2>
      <ReadingFacts visit={visit} draft={draft} reading={gaps.reading} labels={labels} />
    </>
  );
}

function CoveredTable({
  visit,
  id,
  first,
  rows,
  name,
}: {
  visit: Visit;
  id: string;
  first: string;
  rows: readonly Covered[];
  name: (id: string) => string;
}) {
  return (
    <section class="scroll" aria-labelledby={id} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{visit.t("gaps.speaks")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id: row, present }) => (
            <tr>
              <th scope="row">{name(row)}</th>
              <td>{present.length === 0 ? visit.t("gaps.speaks-none") : present.map((type) => visit.typeName(type)).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ComparableTable({ visit, draft, rows }: { visit: Visit; draft: Draft; rows: readonly Comparable[] }) {
  const { t } = visit;
  const [first] = rows;
  if (!first) return <p>{t("gaps.comparable-none")}</p>;
  return (
    <>
      <p class="small">{t("gaps.comparable-note")}</p>
      <section class="scroll" aria-labelledby="comparable" tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("gaps.provision")}</th>
              {first.groups.map(({ by, value }) => (
                <th scope="col">{t(`gaps.${by}`, { value: visit.code(by === "stage" ? "egdi" : by, value) })}</th>
              ))}
              <th scope="col">{t("gaps.such-as")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, groups, instruments, clause }) => (
              <tr>
                <th scope="row">
                  {clause ? (
                    <a href={visit.href(`/drafts/${draft.id}/add?clause=${clause}`)}>{visit.typeName(type)}</a>
                  ) : (
                    visit.typeName(type)
                  )}
                </th>
                {groups.map(({ count, of }) => (
                  <td>{t("gaps.of", { count: visit.number(count), of: visit.number(of) })}</td>
                ))}
                <td class="small">
                  <EvidenceLinks visit={visit} evidence={instruments} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function MeasuredTable({
  visit,
  draft,
  rows,
  labels,
}: {
  visit: Visit;
  draft: Draft;
  rows: readonly Measured[];
  labels: ReadonlyMap<string, string>;
}) {
  const { t } = visit;
  if (rows.length === 0) return <p>{t("gaps.measured-none")}</p>;
  return (
    <section class="scroll" aria-labelledby="measured" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("gaps.provision")}</th>
            <th scope="col">{t("gaps.measured-by")}</th>
            <th scope="col">{t("gaps.measured-data")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ type, elements, checks, indicators, data, caveat }) => {
            const readers = [...checks.map((one) => ["checks", one] as const), ...indicators.map((one) => ["indicators", one] as const)];
            return (
              <tr>
                <th scope="row">
                  {visit.typeName(type)}
                  {elements.map((id) => (
                    <>
                      {" "}
                      <a class="small" href={visit.href(`/drafts/${draft.id}/elements/${id}`)}>
                        {(labels.get(id) ?? id).split(". ")[0]}
                      </a>
                    </>
                  ))}
                </th>
                <td class="small">
                  {readers.length === 0
                    ? t("gaps.measured-not")
                    : readers.map(([kind, { id, names }], at) => (
                        <>
                          {at > 0 ? " · " : ""}
                          <a href={visit.href(`/${kind}/${id}`)}>
                            <OwnText visit={visit} texts={names} />
                          </a>
                        </>
                      ))}
                </td>
                <td class="small" lang="en" dir="ltr">
                  {data}
                  {caveat ? `. ${caveat}` : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function ReadingFacts({
  visit,
  draft,
  reading: { words, sentences, average, longest, grade, whyNoGrade },
  labels,
}: {
  visit: Visit;
  draft: Draft;
  reading: Reading;
  labels: ReadonlyMap<string, string>;
}) {
  const { t } = visit;
  return (
    <>
      <p>{t("gaps.reading-facts", { words, sentences, average: visit.number(average) })}</p>
      {longest ? (
        <p>
          {t("gaps.reading-longest", { words: longest.words })}{" "}
          <a href={visit.href(`/drafts/${draft.id}/elements/${longest.element}`)}>
            {t("gaps.goto", { article: labels.get(longest.element) ?? longest.element })}
          </a>
        </p>
      ) : null}
      {grade ? <p>{t(`gaps.grade-${grade.formula}`, { value: visit.number(grade.value) })}</p> : null}
      {whyNoGrade ? <p>{t(`gaps.grade-none-${whyNoGrade}`)}</p> : null}
      <p class="small">{t("gaps.grade-note")}</p>
    </>
  );
}
