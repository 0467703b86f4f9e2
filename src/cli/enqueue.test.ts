import assert from "node:assert/strict";
import { test } from "node:test";
import { openEmptyRegistry } from "../../test/support.ts";
import { listJobs } from "../measurement/jobs/find.ts";
import { body } from "../registry/body.ts";
import { jurisdiction } from "../registry/jurisdiction.ts";
import { named } from "../registry/nouns.ts";
import { recordAll } from "../registry/record.ts";
import { run } from "./openfirst.ts";
import { workersAskedFor } from "./workers.ts";

const opened = await openEmptyRegistry();
await recordAll(
  opened.db,
  [
    named("jurisdiction", jurisdiction.parse({ id: "US", names: { en: "United States" }, level: "national" })),
    named("body", body.parse({ id: "us-nsf", jurisdiction: "US", names: { en: "National Science Foundation" } })),
  ],
  { who: "test", why: "test" },
);

async function said(words: string[], held: "memory" | "own" | "reached" = "memory") {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(words, {
    environment: { OPENFIRST_EMPTY: "1" },
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    open: async () => ({ ...opened, held, close: async () => undefined }),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

test("sources are put in the queue, once each", async () => {
  const words = [
    "enqueue",
    "repository",
    "https://example.org/a.git",
    "https://example.org/b.git",
    "--body",
    "us-nsf",
    "--licence",
    "CC0-1.0",
  ];
  assert.deepEqual(await said(words), { code: 0, out: "2 put in the queue.", err: "" });
  assert.deepEqual(JSON.parse((await said([...words, "--json"])).out), { enqueued: 0, waiting: 2 });
  assert.deepEqual(
    (await listJobs(opened.db, { limit: 10, oldestFirst: true })).map(({ source, state }) => ({ source, state })),
    ["a", "b"].map((name) => ({ source: `https://example.org/${name}.git`, state: "waiting" })),
  );
});

test("what cannot be meant is refused, and nothing is put in the queue", async () => {
  const before = (await listJobs(opened.db, { limit: 100 })).length;
  const wrong: [string[], RegExp][] = [
    [["repository", "https://example.org/c.git"], /--body ID/],
    [["repository", "--body", "us-nsf"], /Name what to measure/],
    [["repository", "https://example.org/c.git", "--body", "us-none"], /knows no body “us-none”/],
    [["repository", "https://example.org/c.git", "https://ann:hunter2@example.org/d.git", "--body", "us-nsf"], /user name or password/],
    [["inventory", "a.json", "b.json", "--body", "us-nsf", "--series", "s"], /one source/],
    [["website", "https://example.org", "--body", "us-nsf"], /expected one of repository, inventory/],
  ];
  for (const [words, message] of wrong) {
    const { code, err } = await said(["enqueue", ...words]);
    assert.equal(code, 2);
    assert.match(err, message);
    assert.doesNotMatch(err, /hunter2/);
  }
  assert.equal((await listJobs(opened.db, { limit: 100 })).length, before);
});

test("a worker does not hold the data folder itself, and its settings are read strictly", async () => {
  for (const held of ["own", "memory"] as const) {
    const { code, err } = await said(["work", "--once"], held);
    assert.equal(code, 2);
    assert.match(err, /Start the server first/);
  }
  assert.match((await said(["work", "--name", "a b"])).err, /--name/);
  assert.match((await said(["work", "--lease", "0"])).err, /--lease is “0”/);
  assert.deepEqual(
    ["", "0", "32"].map((given) => workersAskedFor({ OPENFIRST_WORKERS: given })),
    [undefined, 0, 32],
  );
  for (const given of ["33", "-1", "many", "1.5"]) assert.throws(() => workersAskedFor({ OPENFIRST_WORKERS: given }), /OPENFIRST_WORKERS/);
});

test("a worker fails what is not there, says so, and ends when nothing is due", async () => {
  const { code, out } = await said(["work", "--once", "--json"], "reached");
  assert.deepEqual([code, JSON.parse(out)], [0, { done: 0 }]);
  assert.equal((await said(["enqueue", "grants", "/nowhere/S3CRET/none.xml", "--body", "us-nsf"])).code, 0);
  await said(["work", "--once", "--name", "w"], "reached");
  const [job] = await listJobs(opened.db, { limit: 1 });
  assert.deepEqual([job?.state, job?.attempts, job?.worker], ["waiting", 1, "w"]);
  assert.match(job?.error ?? "", /none\.xml/);
  assert.doesNotMatch(job?.error ?? "", /S3CRET/);
});
