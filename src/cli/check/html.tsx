import type { Child } from "hono/jsx";
import type { Outcome } from "../../measurement/finding.ts";
import type { Answer, Asked, Judged } from "./answer.ts";
import type { KindSummary, Summary, Tally } from "./summary.ts";
import {
  askerInWords,
  byOutcome,
  caveatInWords,
  closingWords,
  count,
  english,
  figureInWords,
  lookInWords,
  manyInWords,
  nameAmong,
  nameOf,
  notInForceInWords,
  outcomeWords,
  reasonsInWords,
  silenceInWords,
  subjectInWords,
  unseenInWords,
} from "./words.ts";

const style = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#c8c8c8;--bad:#a3231f;--doubt:#7a5200;--good:#1c6b35;--quiet:#595959}
@media (prefers-color-scheme:dark){:root{--ink:#ededed;--paper:#161616;--line:#4a4a4a;--bad:#ff9d96;--doubt:#f0c060;--good:#86d9a0;--quiet:#b0b0b0}}
body{margin:0 auto;padding:1.5rem;max-width:72rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-top:1px solid var(--line);padding-top:1.5rem}
h4{margin:1rem 0 .2rem}
.not-met{color:var(--bad)}.error,.not-observable{color:var(--doubt)}.met{color:var(--good)}.not-applicable,.asker{color:var(--quiet)}
ul{margin:.2rem 0 .6rem;padding-inline-start:1.2rem}
.wide{overflow-x:auto}
table{border-collapse:collapse}
th,td{text-align:start;padding:.35rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
td.number,th.number{text-align:end;overflow-wrap:normal;font-variant-numeric:tabular-nums}
summary{cursor:pointer}
`;

/** One page by itself: no script, nothing fetched, light or dark as the reader's machine is. */
export function asHtml(summary: Summary): string[] {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Is it happening?</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>Is it happening?</h1>
          {notInForceInWords(summary).map((line) => (
            <p class="not-observable">{line}</p>
          ))}
          <p>{closingWords(summary)}</p>
          {unseenInWords(summary).map((line) => (
            <p>{line}</p>
          ))}
          {summary.kinds.map((kind) => {
            const silence = silenceInWords(summary, kind.kind);
            return (
              <>
                {kind.few.length > 0 ? (
                  kind.few.map((judged) => <Subject judged={judged} />)
                ) : (
                  <Many summary={kind} severalAsk={summary.severalAsk} />
                )}
                {silence ? <p class="not-observable">{silence}</p> : ""}
              </>
            );
          })}
        </main>
      </body>
    </html>
  );
  return [`<!doctype html>${page.toString()}`];
}

function Subject({ judged }: { judged: Judged }) {
  return (
    <section>
      <h2>
        <bdi>{subjectInWords(judged)}</bdi>
      </h2>
      <p>{lookInWords(judged)}</p>
      {byOutcome(judged.answers).map(({ outcome, answers }) => (
        <Group outcome={outcome} count={answers.length}>
          {answers.map((answer) => (
            <OneAnswer answer={answer} />
          ))}
        </Group>
      ))}
    </section>
  );
}

/** What needs nothing is folded. */
function Group({ outcome, count: number, children }: { outcome: Outcome; count: number; children: Child[] }) {
  const title = (
    <h3 class={outcome} style="display:inline">
      {outcomeWords[outcome]} ({number})
    </h3>
  );
  const open = outcome !== "met" && outcome !== "not-applicable";
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function OneAnswer({ answer: { asked, finding } }: { answer: Answer }) {
  return (
    <>
      <h4>{nameOf(asked)}</h4>
      <p class="asker">
        {english(asked.check.question)} ({askerInWords(asked)})
      </p>
      <Reasons lines={reasonsInWords({ asked, finding })} />
      {finding.remedy ? <p>→ {english(finding.remedy)}</p> : ""}
      {finding.outcome === "not-met" ? <Caveat asked={asked} /> : ""}
    </>
  );
}

function Caveat({ asked }: { asked: Asked }) {
  const caveat = caveatInWords(asked);
  return caveat ? <p class="asker">{caveat}</p> : null;
}

function Reasons({ lines }: { lines: string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Many({ summary, severalAsk }: { summary: KindSummary; severalAsk: boolean }) {
  return (
    <section>
      <h2>{manyInWords(summary)}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">check</th>
              {["met", "not met", "unknown", "not applicable"].map((head) => (
                <th scope="col" class="number">
                  {head}
                </th>
              ))}
              <th scope="col">met, of those that could be told</th>
            </tr>
          </thead>
          <tbody>
            {summary.tallies.map(({ asked, counts, figure }) => (
              <tr>
                <th scope="row">{nameAmong(asked, severalAsk)}</th>
                {[counts.met, counts.notMet, figure.unknown, counts.notApplicable].map((value) => (
                  <td class="number">{count(value)}</td>
                ))}
                <td>{figureInWords(figure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {summary.tallies.map((tally) => (tally.counts.notMet > 0 ? <NotMet tally={tally} /> : ""))}
    </section>
  );
}

function NotMet({ tally: { asked, counts, notMet } }: { tally: Tally }) {
  return (
    <details>
      <summary>
        <h3 class="not-met" style="display:inline">
          {nameOf(asked)}: {count(counts.notMet)} not met
        </h3>
      </summary>
      <p class="asker">
        {english(asked.check.question)} ({askerInWords(asked)})
      </p>
      <p>→ {english(asked.check.remedy)}</p>
      <Caveat asked={asked} />
      {notMet.map(({ observation, finding }) => (
        <>
          <h4>
            <bdi>{subjectInWords({ observation })}</bdi>
          </h4>
          <Reasons lines={reasonsInWords({ asked, finding })} />
        </>
      ))}
      {counts.notMet > notMet.length ? <p>… {count(counts.notMet - notMet.length)} more</p> : ""}
    </details>
  );
}
