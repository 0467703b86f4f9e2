import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Observation } from "../../measurement/fact.ts";
import { checkOutput } from "../../measurement/subject-line.ts";
import { check } from "../../registry/check.ts";
import { type Asked, answerer, type Unseen } from "./answer.ts";
import { type Format, formats, writerOf } from "./formats.ts";
import { type NotInForce, notInForceOn } from "./not-in-force.ts";
import { plain } from "./plain.ts";
import { progressTo } from "./progress.ts";
import { Summary } from "./summary.ts";

const asked = (id: string, met: string, more: Partial<Asked> = {}, applies?: string): Asked => ({
  check: check.parse({
    id,
    version: 3,
    names: { en: `Name of ${id}` },
    question: { en: `Question of ${id}?` },
    subject: "repository",
    provision_types: ["publish-code"],
    ...(applies && { applies }),
    met,
    remedy: { en: `Remedy of ${id}.` },
    caveat: { en: "A caveat." },
    sources: [{ address: "https://example.org/source", note: "a source" }],
  }),
  parameters: {},
  provisionType: "publish-code",
  provisions: ["art-1"],
  policy: "xx-act",
  locators: ["Art. 1"],
  strength: "must",
  ...more,
});

const questions = [
  asked("licence-stated", 'licence.expression == "MIT"'),
  asked("tests", "tests.present", { strength: "should" }),
  asked("readme", "readme.present", { strength: "may" }),
  asked("history", "history.commits > 1"),
  asked("none", "tests.present", {}, "readme.present"),
  asked("broken", "1 / 0 == size(licence.expression)"),
];

const seen = (more: Partial<Observation> = {}): Observation => ({
  subject: { kind: "repository", id: "https://example.org/a", name: "a", address: "https://example.org/a" },
  observedAt: "2026-11-23T10:00:00.000Z",
  reader: "repository 1",
  facts: { licence: { expression: "GPL-3.0-only" }, tests: { present: true }, readme: { present: false } },
  places: { "licence.expression": [{ file: "LICENSE", line: 1, text: "GNU GENERAL" }], "tests.present": [{ file: "test/a b#1.ts" }] },
  notObservable: { history: "no git" },
  ...more,
});

function written(
  format: Format,
  observations: Observation[],
  questionsPut = questions,
  colours = false,
  unseen: Unseen[] = [],
  notInForce: NotInForce[] = [],
): string {
  const answer = answerer(questionsPut);
  const writer = writerOf(format, questionsPut, "2026-11-23T10:00:00.000Z", colours);
  const summary = new Summary(questionsPut, unseen, notInForce);
  const lines = [...writer.begin()];
  for (const observation of observations) {
    const judged = answer(observation);
    summary.add(judged);
    lines.push(...writer.subject(judged));
  }
  return [...lines, ...writer.end(summary, 1)].join("\n");
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation?: { artifactLocation: { uri: string; uriBaseId: string }; region: { startLine: number } };
    logicalLocations?: { fullyQualifiedName: string }[];
  }[];
  partialFingerprints: Record<string, string>;
}
interface Log {
  version: string;
  $schema: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; help: { text: string }; shortDescription: { text: string } }[] } };
    results: Result[];
    invocations: object[];
  }[];
}

test("SARIF 2.1.0: rules with help, results that point to them, a level only where something fails, places as the format wants them", () => {
  const log = JSON.parse(written("sarif", [seen(), seen({ subject: { kind: "repository", id: "b" } })])) as Log;
  assert.deepEqual([log.version, log.runs.length], ["2.1.0", 1]);
  const [run] = log.runs;
  const { rules } = run?.tool.driver ?? { rules: [] };
  const results = run?.results ?? [];
  assert.equal(results.length, 2 * questions.length);
  assert.ok(
    rules.every(
      ({ help, shortDescription }) => /Remedy of .*A caveat.*https:\/\/example\.org\/source/s.test(help.text) && shortDescription.text,
    ),
  );
  for (const { ruleId, ruleIndex, kind, level, message, partialFingerprints } of results) {
    assert.equal(rules[ruleIndex]?.id, ruleId);
    assert.equal(level === "none", kind !== "fail");
    assert.ok(message.text.length > 0);
    assert.match(partialFingerprints["openfirst/v1"] ?? "", /^[0-9a-f]{32}$/);
  }
  assert.equal(new Set(results.map((result) => result.partialFingerprints["openfirst/v1"])).size, results.length);
  assert.deepEqual(
    results.slice(0, 6).map(({ ruleId, kind, level }) => [ruleId, kind, level]),
    [
      ["licence-stated", "fail", "error"],
      ["tests", "pass", "none"],
      ["readme", "fail", "note"],
      ["history", "open", "none"],
      ["none", "notApplicable", "none"],
      ["broken", "review", "none"],
    ],
  );
  assert.deepEqual(results[0]?.locations[0]?.physicalLocation, {
    artifactLocation: { uri: "LICENSE", uriBaseId: "%SRCROOT%" },
    region: { startLine: 1, snippet: { text: "GNU GENERAL" } },
  });
  assert.equal(results[1]?.locations[0]?.physicalLocation?.artifactLocation.uri, "test/a%20b%231.ts");
  assert.ok(results[2]?.locations[0]?.physicalLocation, "what no file shows stands at a file that was read, for services that want one");
  assert.equal(results[2]?.locations[0]?.logicalLocations?.[0]?.fullyQualifiedName, "https://example.org/a");
  assert.deepEqual(JSON.parse(written("sarif", [])).runs[0].results, [], "a log of nothing is a log");
});

test("JSON: what was observed comes back as it was, whatever it holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const hostile = hostileObservation(text);
      const line = written("json", [hostile]);
      const { findings, ...observation } = checkOutput.parse(JSON.parse(line));
      assert.deepEqual(observation, hostile);
      assert.equal(findings.length, questions.length);
      assert.doesNotMatch(line, steering);
    }),
  );
});

const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const hostileTexts = [
  "\u001b[31mred\u001b]0;title\u0007",
  "\u009b31m",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "\"'><a href='javascript:alert(1)'>",
  "| a | b |\n|---|---|\n# heading",
  "[click](https://evil.example) ![x](https://evil.example/x.png) @everyone #12 a/b!3 <b>",
  "\u202egpj.exe\u2066",
  "```\n</details>",
  "https://evil.example www.evil.example &lt;",
];

const hostileObservation = (text: string): Observation => ({
  subject: { kind: "repository", id: text || "-", name: text },
  observedAt: "2026-11-23T10:00:00.000Z",
  reader: "repository 1",
  facts: { licence: { expression: text }, tests: { present: false }, readme: { present: false } },
  places: { "licence.expression": [{ file: text, line: 1, text }], "tests.present": [{ pointer: text }] },
  notObservable: { history: text },
});

test("names and texts of others steer nothing: not a terminal, not a page, not a table, in few subjects and in many", () => {
  for (const text of hostileTexts)
    for (const many of [1, 7]) {
      const observations = Array.from({ length: many }, (_, index) => hostileObservation(`${text}${index}`));
      const told = written("text", observations);
      for (const line of told.split("\n")) assert.doesNotMatch(line, steering);

      const page = written("html", observations);
      assert.deepEqual(unclosed(page), [], "every tag is ours, bears nothing of others, and is closed");

      const markdown = written("markdown", observations);
      assert.doesNotMatch(markdown, /(?<!\\)<(?!\/?(?:details|summary)>)/);
      assert.doesNotMatch(markdown, /(?<!\\)(?:!?\[|`|@)|https?:\/\/|www\.e/);
      assert.doesNotMatch(markdown, /(?<!&)[@#!]\w/, "forges look for mentions and issues after the backslashes are gone");
      const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
      assert.ok(rows.every((row) => row.match(/(?<!\\)\|/g)?.length === 7));
      assert.equal(markdown.match(/^<\/details>$/gm)?.length, markdown.match(/^<details>/gm)?.length);
      JSON.parse(written("sarif", observations));
    }
});

const ourTags = "html head title style body main section h1 h2 h3 h4 p ul li bdi div details summary table thead tbody tr th td".split(" ");

/** Tags that are opened and not closed, that are none of ours, or that bear an attribute of another. */
function unclosed(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, slash, name = "", rest = ""] of page.matchAll(/<(\/?)([a-z!][a-z0-9]*)([^>]*)>/gi)) {
    if (name === "!doctype" || name === "meta") continue;
    if (!ourTags.includes(name) || !/^(?: (?:class|style|scope|lang|open)="[a-z: -]*"| open)*$/.test(rest)) wrong.push(tag);
    else if (!slash) open.push(name);
    else if (open.pop() !== name) wrong.push(tag);
  }
  return [...open, ...wrong];
}

test("HTML: one page by itself, without script, with its language, headings in order and table heads that say what they head", () => {
  const page = written("html", [seen()]);
  assert.match(page, /^<!doctype html><html lang="en">/);
  assert.match(page, /default-src &#39;none&#39;/);
  assert.match(page, /prefers-color-scheme:dark/);
  assert.doesNotMatch(page, /<script|src=|https?:\/\/(?!example\.org)/);
  assert.match(page, /<h3 class="not-met"[^>]*>not met \(2\)<\/h3>/);
  assert.match(page, /LICENSE:1/);
  const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  assert.ok(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1));
  const many = written(
    "html",
    Array.from({ length: 9 }, (_, index) => seen({ subject: { kind: "repository", id: `r${index}` } })),
  );
  assert.match(many, /<th scope="row">Name of tests<\/th>/);
  assert.match(many, /9 of 9/);
});

test("Markdown: what is to be mended is open, the rest folded", () => {
  const told = written("markdown", [seen()]);
  assert.match(told, /^# Is it happening\?/);
  assert.match(
    told,
    /### not met \(2\)\n\n- \*\*Name of licence\\-stated\*\* \(must\\: Art\. 1 of xx\\-act\)\n {2}- Licence\\: GPL\\-3\.0\\-only — LICENSE\\:1/,
  );
  assert.match(told, /<details><summary>met \(1\)<\/summary>/);
});

test("what a text sets for a check stands with its name", () => {
  const [first] = questions;
  assert.ok(first);
  const set = { ...first.check, parameters: [{ name: "accepted", default: ["MIT"], meaning: { en: "accepted" } }] };
  const told = written("text", [seen()], [{ ...first, check: set, parameters: { accepted: ["MIT", "EUPL-1.2"] } }]);
  assert.match(told, /Name of licence-stated \(accepted: MIT, EUPL-1\.2\)/);
});

test("text: colours only where they are wanted, and never another's", () => {
  assert.ok(written("text", [seen()], questions, true).includes("\u001b[31mnot met (2)\u001b[39m"));
  assert.ok(!written("text", [seen()]).includes("\u001b"));
});

test("what of a policy cannot be seen is told with the counts, in every format that a person reads; a program's format is as it was", () => {
  const names = ["Sanctions", "Audit", "Training", "Levy", "Council", "Schools"];
  const unseen: Unseen[] = [
    { policy: "xx-act", kind: "repository", duties: 7, names },
    { policy: "xx-all", kind: "inventory", duties: 2, names: [] },
  ];
  const told = (format: Format) => written(format, [seen()], questions, false, unseen);
  const line = "6 of 7 kinds of duty of xx-act cannot be seen in a repository: Sanctions, Audit, Training, Levy, Council and 1 more.";
  assert.equal(told("text").split("\n").at(-1), line);
  assert.ok(told("html").includes(`<p>${line}</p>`));
  assert.ok(told("markdown").replaceAll("\\", "").split("\n").slice(0, 6).includes(line));
  assert.equal(told("json"), written("json", [seen()]));
});

test("a policy that is not in force is told at the head of every format that a person reads; one that is, is not", () => {
  const dated = (value: string) => ({ value, source: "s1", confidence: "high" as const });
  const status = (value: "adopted" | "in-force" | "repealed" | "unknown", from?: string) => ({
    ...dated(value),
    value,
    ...(from ? { from } : {}),
  });
  const on = (statuses: ReturnType<typeof status>[], inForce?: string) =>
    notInForceOn({ id: "xx-act", statuses, dates: inForce ? { in_force: dated(inForce) } : {} }, "2026-11-23");
  const coming = on([status("adopted", "2026-11-01"), status("in-force", "2027-01-01")], "2027-01-01");
  assert.deepEqual(coming, { policy: "xx-act", status: "in-force", from: "2027-01-01" });
  assert.equal(on([status("adopted"), status("in-force", "2026-11-23")], "2026-11-23"), undefined);
  assert.equal(on([status("in-force")]), undefined, "nobody knows since when");
  assert.equal(on([status("in-force", "2020-01-01"), status("repealed", "2027-06-01")]), undefined, "its end is known and has not come");
  for (const value of ["adopted", "repealed", "unknown"] as const)
    assert.deepEqual(on([status(value)]), { policy: "xx-act", status: value }, value);

  const line = "xx-act is not in force yet; it will be from 2027-01-01. What it asks is told below as if it were.";
  const told = (format: Format) => written(format, [seen()], questions, false, [], coming ? [coming] : []);
  assert.equal(told("text").split("\n")[0], line);
  assert.equal(told("markdown").replaceAll("\\", "").split("\n")[2], line);
  assert.ok(told("html").includes(`</h1><p class="not-observable">${line}</p>`));
  assert.equal(told("json"), written("json", [seen()]));
});

test("where several policies ask, every line says which, and a SARIF rule names them all", () => {
  const both = [...questions, ...questions.map((question) => ({ ...question, policy: "yy-act", strength: "may" as const }))];
  const many = Array.from({ length: 9 }, (_, index) => seen({ subject: { kind: "repository", id: `r${index}` } }));
  const shown: [Format, Observation[]][] = [
    ["text", [seen()]],
    ["markdown", [seen()]],
    ["text", many],
    ["markdown", many],
    ["html", many],
  ];
  for (const [format, observations] of shown) {
    const lines = written(format, observations, both).replaceAll("\\", "").replaceAll("</tr>", "\n").split("\n");
    const named = lines.filter((line) => line.includes("Name of tests"));
    assert.deepEqual(
      ["xx-act", "yy-act"].map((policy) => named.some((line) => line.includes(policy))),
      [true, true],
      `${format} ${observations.length}`,
    );
    assert.ok(named.every((line) => /[xy]-act/.test(line)));
  }
  assert.doesNotMatch(written("text", [seen()]), /Name of tests {2}\[xx-act\]|Name of tests \[/);
  const log = JSON.parse(written("sarif", [seen()], both)) as Log;
  const [run] = log.runs;
  assert.equal(run?.tool.driver.rules.length, questions.length);
  assert.match(run?.tool.driver.rules[0]?.help.text ?? "", /Asked by must: Art\. 1 of xx-act; may: Art\. 1 of yy-act/);
  assert.equal(run?.results.length, 2 * questions.length);
});

test("a caveat stands under what is not met, and nowhere else", () => {
  for (const format of ["text", "markdown", "html"] as const) {
    const [one, ofMany] = [1, 9].map((count) => {
      const observations = Array.from({ length: count }, (_, index) => seen({ subject: { kind: "repository", id: `r${index}` } }));
      return written(format, observations)
        .replaceAll("\\", "")
        .match(/Mind: A caveat\./g)?.length;
    });
    assert.deepEqual([one, ofMany], [2, 2], format);
  }
});

test("every format tells of nothing asked", () => {
  for (const format of formats) assert.doesNotMatch(written(format, [seen()], []), /undefined|NaN/);
  assert.match(written("text", [seen()], []), /nothing was asked/);
});

test("plain: one line, and nothing that steers or hides", () => {
  assert.equal(plain("a\r\n\tb\u001b[0m\u200b"), "a b\ufffd[0m\ufffd");
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(plain(text)) && plain(text).isWellFormed(),
    ),
  );
});

test("progress is said every few seconds, not for every subject", () => {
  let now = 0;
  const said: string[] = [];
  const progress = progressTo(
    (line) => said.push(line),
    () => now,
  );
  for (let subject = 1; subject <= 1000; subject++) {
    now += 20;
    progress.count(subject);
  }
  assert.deepEqual(said, ["250 read so far", "500 read so far", "750 read so far", "1000 read so far"]);
});
