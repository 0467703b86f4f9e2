import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeDataset, writeDataset } from "../../../test/made-dataset.ts";
import { checkDataset } from "../../importers/dataset/check.ts";
import { readDataset } from "../../importers/dataset/read.ts";
import type { Look } from "../../measurement/find.ts";
import type { Visit } from "../visit.ts";
import { Objection } from "./objection.tsx";

const look: Look = {
  key: "0123456789abcdef",
  kind: "repository",
  subject: 'https://example.org/a "b" <c>: #d\\',
  name: "a",
  address: "https://example.org/a",
  body: "ch-assembly",
  measurement: "m",
  observedAt: "2026-11-23T00:00:00Z",
  current: true,
  observation: {
    subject: { kind: "repository", id: "a" },
    observedAt: "2026-11-23T00:00:00Z",
    reader: "repository 1",
    facts: { licence: { expression: "MIT" } },
    places: {},
    notObservable: {},
  },
};
const visit = { language: "fr", t: (key: string) => key, href: (path: string) => path } as unknown as Visit;

const marks: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

test("the file that is offered to a body is whole: it is read as it stands, and says no day to come", () => {
  const page = String(Objection({ visit, look }));
  const offered = /<code>(.*?)<\/code>/s.exec(page)?.[1]?.replace(/&(?:lt|gt|quot|#39|amp);/g, (mark) => marks[mark] ?? mark) ?? "";
  const { dataset, faults } = readDataset(writeDataset({ ...wholeDataset, "dossiers/ch-assembly.yml": offered }));
  assert.deepEqual([...faults, ...checkDataset(dataset)], []);
  const [dossier] = dataset.dossiers.map(({ value }) => value);
  assert.equal(dossier?.replies[0]?.about.subject, look.subject);
  assert.deepEqual([dossier?.corrections[0]?.subject, dossier?.corrections[0]?.fact], [look.subject, "licence.expression"]);
  for (const { given_on } of [...(dossier?.replies ?? []), ...(dossier?.corrections ?? [])])
    assert.ok(Date.parse(given_on) <= Date.now() && given_on.length === 10, given_on);
});
