import type { Asked } from "../../measurement/asked.ts";
import { definitionsOf } from "../../measurement/facts/definitions.ts";
import type { Look } from "../../measurement/find.ts";
import { type CompiledCheck, compileCheck, judge } from "../../measurement/judge.ts";
import { differences } from "../differences.ts";
import type { Visit } from "../visit.ts";
import { Outcome } from "./outcome.tsx";
import { OwnText } from "./own-text.tsx";

const MOST_CHANGES = 20;

/** The looks before the newest, newest first: what changed since each, in facts and, by the checks of today, in outcomes. */
export function PastLooks({ visit, looks, asked }: { visit: Visit; looks: readonly Look[]; asked: readonly Asked[] }) {
  const { t } = visit;
  if (looks.length < 2) return <p>{t("subject.one-look")}</p>;
  const compiled = compileOnce(asked);
  return (
    <ol class="timeline">
      {looks.map((look, index) => {
        const before = looks[index + 1];
        return (
          <li>
            <time class="when" datetime={look.observation.observedAt}>
              {visit.date(look.observation.observedAt.slice(0, 10))}
            </time>{" "}
            <bdi class="small">{look.observation.reader}</bdi>
            {before ? <Changes visit={visit} before={before} after={look} compiled={compiled} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

type Ready = { asked: Asked; compiled: CompiledCheck };

function compileOnce(asked: readonly Asked[]): Ready[] {
  const unlike = new Map(asked.map((one) => [`${one.check.id} ${one.parametersKey}`, one]));
  return [...unlike.values()].map((one) => ({ asked: one, compiled: compileCheck(one.check, definitionsOf(one.check.subject)) }));
}

function Changes({ visit, before, after, compiled }: { visit: Visit; before: Look; after: Look; compiled: readonly Ready[] }) {
  const { t } = visit;
  const facts = differences(before.observation.facts, after.observation.facts);
  const turned = compiled
    .filter(({ asked }) => asked.check.subject === after.kind)
    .map(({ asked, compiled: check }) => ({
      check: asked.check,
      was: judge(check, before.observation, asked.parameters).outcome,
      is: judge(check, after.observation, asked.parameters).outcome,
    }))
    .filter(({ was, is }) => was !== is);
  if (facts.length === 0) return <p class="small">{t("subject.nothing-changed")}</p>;
  return (
    <ul class="changes">
      {turned.map(({ check, was, is }) => (
        <li>
          <OwnText visit={visit} texts={check.names} />
          {t("punctuation.colon")}
          <Outcome visit={visit} value={was} /> → <Outcome visit={visit} value={is} />
        </li>
      ))}
      {facts.slice(0, MOST_CHANGES).map(({ path, before: old, after: fresh }) => (
        <li>
          <code>{path}</code>
          {t("punctuation.colon")}
          {old === undefined ? null : <del dir="auto">{old}</del>} {fresh === undefined ? null : <ins dir="auto">{fresh}</ins>}
        </li>
      ))}
      {facts.length > MOST_CHANGES ? <li>{t("facets.more", { count: facts.length - MOST_CHANGES })}</li> : null}
    </ul>
  );
}
