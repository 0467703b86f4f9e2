// node --import tsx bench/drafting.ts: edits of a draft of 200 articles, as a browser sends them, beside the write that each needs at least.
// BENCH_DATABASE_URL names an empty PostgreSQL database; without it the embedded database is measured.

import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { fillIfEmpty } from "../src/cli/ship.ts";
import { openDatabase } from "../src/database/connect.ts";
import { beginDraft } from "../src/drafting/record.ts";
import { createApp } from "../src/web/app.tsx";
import { ms, printTable, row, timed, times } from "./measure.ts";

const ARTICLES = 200;
const ROUNDS = 60;
const folder = mkdtempSync(join(tmpdir(), "openfirst-drafting-"));
const url = process.env.BENCH_DATABASE_URL;
const opened = await openDatabase(url ? { url, command: "bench" } : { folder, command: "bench" });
await fillIfEmpty(opened.db, {});
const app = createApp(opened.db);
const actor = { account: "local", name: "local", role: "administrator" };
const sentence =
  "Each public body must publish the source code that it develops, under [[#e1]], unless {approver} has granted an exception. ";
const draft = await beginDraft(
  opened.db,
  "local",
  {
    title: "A policy of two hundred articles",
    language: "en",
    profile: { form: "decree", capacity: "developing", addressees: [], stage: "unknown", means: [] },
    beginning: "nothing",
    answers: { approver: "the officer" },
    elements: Array.from({ length: ARTICLES }, (_, index) => ({
      id: `e${index + 1}`,
      kind: "article" as const,
      heading: `Heading ${index + 1}`,
      text: Array.from({ length: 3 }, () => sentence.repeat(3).trim()).join("\n\n"),
      origin: { kind: "own" as const },
      codings: [
        {
          type: "publish-new-code-by-default",
          strength: "must" as const,
          by: "person" as const,
          because: [],
          verdict: "accepted" as const,
        },
      ],
    })),
  },
  actor,
);

async function send(path: string, fields: Record<string, string>): Promise<void> {
  const answer = await app.request(`http://localhost/en/drafts/${draft}${path}`, {
    method: "POST",
    headers: {
      origin: "http://localhost",
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
      host: "localhost",
    },
    body: new URLSearchParams(fields).toString(),
  });
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
}

async function read(path: string): Promise<void> {
  const answer = await app.request(`http://localhost/en/drafts/${draft}${path}`, { headers: { host: "localhost" } });
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`);
  await answer.text();
}

const revisions = new Map<string, number>();
const kinds: Record<string, (round: number) => Promise<void>> = {
  "what is typed, kept": (round) => send(`/elements/e7/typing`, { heading: "x", text: `${sentence} ${round}`, base: "1" }),
  "an article, saved": async (round) => {
    const id = `e${(round % 50) + 1}`;
    const base = revisions.get(id) ?? 1;
    await send(`/elements/${id}`, { heading: "x", text: `${sentence} ${round}`, base: String(base) });
    revisions.set(id, base + 1);
  },
  "an article, moved": (round) => send(`/elements/e${(round % 100) + 60}/move`, { to: `e${(round % 40) + 2}`, from: "outline" }),
  "a coding, decided": (round) =>
    send(`/elements/e${(round % 100) + 60}/codings`, {
      position: "0",
      was: "publish-new-code-by-default",
      strength: "should",
      verdict: "accepted",
    }),
  "a comment, made": (round) => send(`/elements/e${(round % 100) + 60}/comments`, { body: `comment ${round}` }),
  "a blank, filled": (round) => send("/blanks", { "blank-approver": `officer ${round}` }),
  "the page of an article": (round) => read(`/elements/e${(round % 100) + 1}`),
  "the page of the whole draft": () => read(""),
};

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const taken = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]));
const floor: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  // In turn, so that what else the machine does falls on all alike.
  floor.push(
    await timed(() =>
      opened.db.transaction().execute((tx) => sql`update drafts set changed_at = clock_timestamp() where id = ${draft}`.execute(tx)),
    ),
  );
  for (const [kind, act] of Object.entries(kinds)) taken.get(kind)?.push(await timed(() => act(round)));
}
const sorted = (times: readonly number[]) => [...times].sort((a, b) => a - b);
const least = at(sorted(floor.slice(5)), 0.5);
console.log(
  `${ARTICLES} articles; ${opened.held}; Node ${process.versions.node}; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
);
printTable([
  row("one row changed in one transaction (the floor), p50", ms(least), "", undefined),
  ...[...taken].map(([kind, all]) => {
    const from = sorted(all.slice(5));
    const p95 = at(from, 0.95);
    return row(
      `${kind}: p50, p95`,
      `${ms(at(from, 0.5))}, ${ms(p95)} = ${times(at(from, 0.5) / least)} the floor`,
      "p95 ≤ 100 ms",
      p95 <= 100,
    );
  }),
]);
await opened.close();
rmSync(folder, { recursive: true, force: true });
