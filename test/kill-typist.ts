// Somebody who types and saves through the site until the process is killed: it prints what was answered. Run by kill-typing.test.ts.
import { databaseSettings, openDatabase } from "../src/database/connect.ts";
import { beginDraft } from "../src/drafting/record.ts";
import { createApp } from "../src/web/app.tsx";

const opened = await openDatabase(databaseSettings(process.env, "kill-typist"));
const app = createApp(opened.db);
const element = (id: string) => ({ id, kind: "article" as const, heading: "", text: "", origin: { kind: "own" as const }, codings: [] });
const draft = await beginDraft(
  opened.db,
  "local",
  {
    title: "To be killed",
    language: "en",
    profile: { form: "decree", capacity: "starter", addressees: [], stage: "unknown", means: [] },
    beginning: "nothing",
    answers: {},
    elements: [element("e1"), element("e2")],
  },
  { account: "local", name: "local" },
);
process.stdout.write(`draft ${draft}\n`);

async function send(path: string, fields: Record<string, string>): Promise<void> {
  const answer = await app.request(`http://localhost/en/drafts/${draft}/elements/${path}`, {
    method: "POST",
    headers: { host: "localhost", origin: "http://localhost", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

for (let count = 1; ; count += 1) {
  await send("e1/typing", { heading: "", text: `typed ${count} end`, base: "1" });
  process.stdout.write(`typed ${count}\n`);
  if (count % 5 > 0) continue;
  await send("e2", { heading: "", text: `saved ${count / 5} end`, base: String(count / 5) });
  process.stdout.write(`saved ${count / 5}\n`);
}
