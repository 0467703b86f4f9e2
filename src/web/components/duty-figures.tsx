import { noCounts } from "../../measurement/figure.ts";
import type { Duty, DutyFigure } from "../../measurement/reading.ts";
import type { Check, SubjectKind } from "../../registry/check.ts";
import type { Dossier } from "../../registry/dossier.ts";
import type { Indicator } from "../../registry/indicator.ts";
import { behindAddress, dayOf, kindAddress, questionKey } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { FigureBar, figureText, intervalText } from "./figure.tsx";
import { OutcomeCounts } from "./outcome-counts.tsx";
import { OwnText } from "./own-text.tsx";
import { type Sources, Statement } from "./statement.tsx";

/** What a figure's page leans on. */
export interface AroundFigures {
  dossier: Dossier;
  sources: Sources;
  checks: ReadonlyMap<string, Check>;
  indicators: ReadonlyMap<string, Indicator>;
  /** by question the duty under which its figure stands in full; under others it is only named */
  first: ReadonlyMap<string, Duty>;
}

/** By question the first duty that asks it. */
export function firstAsked(duties: readonly Duty[]): Map<string, Duty> {
  const first = new Map<string, Duty>();
  for (const duty of duties) for (const figure of duty.figures) if (!first.has(questionKey(figure))) first.set(questionKey(figure), duty);
  return first;
}

/** The place in the page of a question's figure. */
export function figureId(key: string): string {
  return `figure-${key.trim().replaceAll(" ", "-")}`;
}

/** What is known of one duty's being followed: each figure with what stands behind it; what it would take where there is none. */
export function DutyFigures({ visit, duty, around }: { visit: Visit; duty: Duty; around: AroundFigures }) {
  if (duty.figures.length === 0) return <Unmeasured visit={visit} duty={duty} />;
  return (
    <>
      {duty.strength === "may" ? <p class="small">{visit.t("reading.may-only")}</p> : null}
      <FigureList visit={visit} duty={duty} around={around} />
    </>
  );
}

function FigureList({ visit, duty, around }: { visit: Visit; duty: Duty; around: AroundFigures }) {
  return (
    <ul class="figures">
      {duty.figures.map((entry) => {
        const key = questionKey(entry);
        const first = around.first.get(key);
        if (first && first !== duty)
          return (
            <li>
              <Named visit={visit} entry={entry} around={around} />{" "}
              <a href={`#${figureId(key)}`} class="small">
                {visit.t("reading.as-under", { locator: first.locator })}
              </a>
            </li>
          );
        return (
          <li id={figureId(key)}>
            {entry.by === "check" ? (
              <CheckFigure visit={visit} entry={entry} around={around} />
            ) : (
              <IndicatorFigure visit={visit} entry={entry} around={around} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Unmeasured({ visit, duty: { needs, notLooked } }: { visit: Visit; duty: Duty }) {
  const { t } = visit;
  if (notLooked)
    return (
      <p class="unmeasured">
        {t("reading.not-looked")}
        {t("punctuation.colon")}
        {notLooked.map((kind) => visit.code("kind", kind)).join(t("punctuation.comma"))}
      </p>
    );
  return (
    <p class="unmeasured">
      {t("reading.not-measurable")}
      {needs ? (
        <>
          {" "}
          {t("reading.needs")}
          {t("punctuation.colon")}
          <span lang="en" dir="auto">
            {needs}
          </span>
        </>
      ) : null}
    </p>
  );
}

function Named({ visit, entry, around }: { visit: Visit; entry: DutyFigure; around: AroundFigures }) {
  const names = (entry.by === "check" ? around.checks : around.indicators).get(entry.id)?.names ?? { en: entry.id };
  return (
    <>
      <OwnText visit={visit} texts={names} />
      {visit.t("punctuation.colon")}
      <span class="figure">{figureText(visit, entry.figure)}</span>
    </>
  );
}

function CheckFigure({ visit, entry, around }: { visit: Visit; entry: DutyFigure; around: AroundFigures }) {
  const check = around.checks.get(entry.id);
  if (!check) return null;
  return (
    <>
      <Question visit={visit} entry={entry} asked={check} />
      <Answer visit={visit} entry={entry} />
      <OutcomeCounts
        visit={visit}
        counts={entry.counts ?? noCounts}
        address={(outcome) => behindAddress(visit, around.dossier.id, check, entry.parametersKey, outcome)}
      />
      <Conditions visit={visit} check={check} entry={entry} />
      <Caveat visit={visit} asked={check} />
      <Made visit={visit} entry={entry} />
      {around.dossier.replies
        .filter(({ about }) => about.check === check.id && about.subject === undefined)
        .map((reply) => (
          <Statement visit={visit} kind="reply" statement={reply} sources={around.sources} />
        ))}
    </>
  );
}

const kindsOf: Partial<Record<Indicator["uses"][number], SubjectKind>> = {
  repositories: "repository",
  inventories: "inventory",
  inventoryItems: "inventory-item",
  catalogues: "catalogue",
  catalogueItems: "catalogue-item",
  tenders: "tender",
  grants: "grant",
};

function IndicatorFigure({ visit, entry, around }: { visit: Visit; entry: DutyFigure; around: AroundFigures }) {
  const { t } = visit;
  const indicator = around.indicators.get(entry.id);
  if (!indicator) return null;
  const kinds = indicator.uses.flatMap((collection) => kindsOf[collection] ?? []);
  return (
    <>
      <Question visit={visit} entry={entry} asked={indicator} />
      <Answer visit={visit} entry={entry} />
      <p class="small">
        {t("reading.behind")}
        {t("punctuation.colon")}
        {kinds.map((kind, index) => (
          <>
            {index > 0 ? " · " : ""}
            <a href={kindAddress(visit, around.dossier.id, kind)}>{visit.code("kinds", kind)}</a>
          </>
        ))}
        {kinds.length < indicator.uses.length ? (
          <>
            {kinds.length > 0 ? " · " : ""}
            <a href={`${visit.href(`/bodies/${around.dossier.id}`)}#statements`}>{t("body.statements")}</a>
          </>
        ) : null}
      </p>
      <Caveat visit={visit} asked={indicator} />
      <Made visit={visit} entry={entry} />
    </>
  );
}

function Question({ visit, entry: { by, id }, asked }: { visit: Visit; entry: DutyFigure; asked: Pick<Check, "names" | "question"> }) {
  return (
    <p>
      <a href={visit.href(`/${by}s/${id}`)}>
        <OwnText visit={visit} texts={asked.names} />
      </a>{" "}
      <span class="small">
        <OwnText visit={visit} texts={asked.question} />
      </span>
    </p>
  );
}

function Answer({ visit, entry: { figure } }: { visit: Visit; entry: DutyFigure }) {
  const interval = intervalText(visit, figure);
  return (
    <p class="answer">
      <strong class="figure">{figureText(visit, figure)}</strong> <FigureBar figure={figure} />
      {interval ? <span class="figure small"> {interval}</span> : null}
    </p>
  );
}

/** What the text itself sets for the check; the check's own conditions stand on its page. */
function Conditions({ visit, check, entry: { parameters } }: { visit: Visit; check: Check; entry: DutyFigure }) {
  return (
    <>
      {check.parameters
        .filter(({ name }) => name in parameters)
        .map(({ name, meaning }) => (
          <p class="small">
            {visit.t("reading.set-by-text")}
            {visit.t("punctuation.colon")}
            <OwnText visit={visit} texts={meaning} />
            {visit.t("punctuation.colon")}
            <bdi>{[parameters[name] ?? ""].flat().join(", ")}</bdi>
          </p>
        ))}
    </>
  );
}

/** What must not be concluded stands where the number stands. */
function Caveat({ visit, asked }: { visit: Visit; asked: Pick<Check, "caveat"> }) {
  if (!asked.caveat) return null;
  return (
    <p class="small">
      {visit.t("check.caveat")}
      {visit.t("punctuation.colon")}
      <OwnText visit={visit} texts={asked.caveat} />
    </p>
  );
}

function Made({ visit, entry: { by, version, observedAt } }: { visit: Visit; entry: DutyFigure }) {
  return (
    <p class="small">
      {observedAt ? `${visit.t("bodies.seen", { date: visit.date(dayOf(observedAt)) })} · ` : ""}
      {visit.t(`reading.${by}-version`, { version })}
    </p>
  );
}
