import assert from "node:assert/strict";
import { test } from "node:test";
import { factAt, reasonOfAbsence } from "../../fact.ts";
import { git, type MadeCommit, madeRepository } from "./made-repository.ts";
import { observeRepository } from "./observe.ts";
import { namesRelease } from "./releases.ts";

const observedAt = new Date("2021-06-01T00:00:00Z");
const sources = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/f${index}.c`, `int f${index};\n`]));

test("a tag is a release where it numbers a version that is not called preliminary", () => {
  const releases = [
    "v1.2.3",
    "1.0",
    "release-2021-05-01",
    "v2",
    "thing-1.4.0",
    "@scope/pkg@1.2.3",
    "R4",
    "1.0.0-final",
    "REL_1_2",
    "2019.1",
  ];
  const others = [
    "nightly",
    "v1.0.0-rc1",
    "v1.0-beta.2",
    "1.0a1",
    "2.0.0-SNAPSHOT",
    "v3.0.0.dev0",
    "deploy",
    "archive/old",
    "M1",
    "1.2-alpha",
    "1.0-pre",
    "test-1.0",
  ];
  assert.deepEqual(
    releases.filter((tag) => !namesRelease(tag)),
    [],
  );
  assert.deepEqual(others.filter(namesRelease), []);
});

test("authors are counted by address; bots are nobody, stand-ins of a host belong nowhere", async (t) => {
  const day = "2021-05-01";
  const authors = [
    "a@example.gov",
    "A@Example.gov",
    "b@team.example.gov",
    "c@notexample.gov",
    "d@town.test",
    "1+e@users.noreply.github.com",
    "49699333+dependabot[bot]@users.noreply.github.com",
    "f@laptop.local",
  ];
  const folder = madeRepository(
    t,
    authors.map((author) => ({ day, author })),
  );
  const seen = await observeRepository(folder, { observedAt, ownerDomains: ["Example.gov"] });
  assert.equal(factAt(seen.facts, "history.authors"), 6);
  assert.equal(factAt(seen.facts, "history.outsideAuthorShare"), 0.5);
  assert.equal(seen.places["history.outsideAuthorShare"]?.[0]?.text, "2 of 4 authors; 2 more hide where they belong");
});

test("a mailmap draws addresses together", async (t) => {
  const day = "2021-05-01";
  const folder = madeRepository(t, [
    { day, author: "a@example.gov" },
    { day, author: "a@old.test", files: { ".mailmap": "A <a@example.gov> <a@old.test>\n" } },
  ]);
  assert.equal(factAt((await observeRepository(folder, { observedAt })).facts, "history.authors"), 1);
});

test("clocks that were wrong date nothing", async (t) => {
  const folder = madeRepository(t, [{ day: "1970-01-02" }, { day: "2019-05-01" }, { day: "2037-01-01" }]);
  const seen = await observeRepository(folder, { observedAt });
  assert.equal(factAt(seen.facts, "history.firstCommit"), "2019-05-01");
  assert.equal(factAt(seen.facts, "history.lastCommit"), "2019-05-01");
  assert.equal(factAt(seen.facts, "history.commits"), 3);
  const never = await observeRepository(madeRepository(t, [{ day: "1970-01-02" }]), { observedAt });
  assert.match(reasonOfAbsence(never, "history.firstCommit") ?? "", /plausible/);
});

test("sign-offs are counted over commits that are no merges", async (t) => {
  const folder = madeRepository(t, [
    { day: "2020-01-01", message: "one\n\nSigned-off-by: A <a@example.gov>" },
    { day: "2020-01-02", message: "two\n\nthey wrote Signed-off-by: in the middle\n\nof it" },
  ]);
  git(folder, ["checkout", "-q", "-b", "side", "HEAD~1"]);
  git(folder, ["commit", "-q", "--allow-empty", "-m", "three\n\nsigned-off-by: B <b@example.gov>"]);
  git(folder, ["merge", "-q", "--no-ff", "-m", "merge", "main"]);
  const seen = await observeRepository(folder, { observedAt });
  assert.equal(factAt(seen.facts, "history.commits"), 4);
  assert.equal(factAt(seen.facts, "history.signedOffShare"), 0.6667);
});

test("a code dump: nearly all at once, hardly anything after", async (t) => {
  const dumped = async (commits: MadeCommit[]) => {
    const seen = await observeRepository(madeRepository(t, commits), { observedAt });
    return factAt(seen.facts, "history.codeDump") ?? reasonOfAbsence(seen, "history.codeDump");
  };
  const start: MadeCommit = { day: "2020-01-01", files: { LICENSE: "x" } };
  const all: MadeCommit = { day: "2020-01-03", files: sources(20) };
  const more = (count: number): MadeCommit[] => Array.from({ length: count }, () => ({ day: "2020-06-01" }));
  assert.equal(await dumped([start, all]), true);
  assert.equal(await dumped([start, all, ...more(10)]), true);
  assert.equal(await dumped([start, all, ...more(11)]), false, "development followed");
  assert.equal(await dumped([start, { ...all, files: sources(9) }]), false, "too little code");
  assert.equal(await dumped([start, { ...all, day: "2020-02-01" }]), false, "most of it came later");
  assert.match(String(await dumped([{ day: "2021-05-20", files: sources(20) }])), /too early to tell 11 days/);
});
