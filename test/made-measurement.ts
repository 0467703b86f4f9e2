import type { Database } from "../src/database/connect.ts";
import type { Observation } from "../src/measurement/fact.ts";
import { recordMeasurement } from "../src/measurement/record.ts";
import { subjectKey } from "../src/measurement/subject.ts";
import { dossier } from "../src/registry/dossier.ts";
import { measurement } from "../src/registry/measurement.ts";
import { named } from "../src/registry/nouns.ts";
import { recordAll } from "../src/registry/record.ts";

/** A body of the box of which nothing is measured there, and what is made for it. */
export const measuredBody = "us-congress";
export const hostile = `<script>alert("1")</script> "'&`;
export const head = "4d860321a9dbf543e7269a3514a731954f17c788";
export const repositoryId = "https://github.com/example/tool";
export const keyOf = (kind: string, id: string): string => subjectKey(measuredBody, kind, id);

const said = { who: "test", why: "made for a test" };
const sources = [{ id: "s1", address: "https://example.org/answers", kind: "primary" }];

/** Two looks at one repository, a tender and a list entry with words of strangers, and all that can be stated beside them. */
export async function recordMade(db: Database): Promise<void> {
  await recordAll(db, [named("dossier", made)], said);
  await recordMeasurement(
    db,
    look("tool-1", "repository", "tool", "2026-01-01T00:00:00Z", 1),
    [repository("2026-01-01T00:00:00Z", false)],
    said,
  );
  await recordMeasurement(
    db,
    look("tool-2", "repository", "tool", "2026-11-01T00:00:00Z", 1),
    [repository("2026-11-01T00:00:00Z", true)],
    said,
  );
  await recordMeasurement(db, look("strange", "tenders", "strange", "2026-11-01T00:00:00Z", 2), [tender, plainTender], said);
}

const made = dossier.parse({
  id: measuredBody,
  instruments: [{ instrument: "us-omb-m-16-21", because: "made for a test", source: "s1" }],
  exceptions: [
    {
      id: "e1",
      about: { kind: "repository", subject: repositoryId, check: "repository-contribution-guide" },
      reason: "exception-security",
      approved_by: "chief information officer",
      approved_on: "2026",
      text: "Patches come by post.",
      source: "s1",
    },
  ],
  replies: [
    {
      id: "r1",
      about: { check: "repository-conduct" },
      role: "press office",
      given_on: "2026-11",
      text: `We disagree ${hostile}`,
      source: "s1",
    },
    {
      id: "r2",
      about: { kind: "repository", subject: repositoryId },
      role: "press office",
      given_on: "2026-11-02",
      text: "It moves soon.",
      source: "s1",
    },
  ],
  corrections: [
    {
      id: "c1",
      kind: "repository",
      subject: repositoryId,
      fact: "licence.expression",
      says: "EUPL-1.2",
      role: "maintainer",
      given_on: "2026-11-03",
      text: "The file is older than the decision.",
      source: "s1",
    },
  ],
  sources,
});

function look(id: string, kind: "repository" | "tenders", series: string, observedAt: string, subjects: number) {
  return measurement.parse({
    id,
    body: measuredBody,
    kind,
    series,
    titles: { en: `Look ${id}` },
    observed_at: observedAt,
    reader: `${kind} 1`,
    subjects,
    source: { address: "https://example.org/data", publisher: hostile, licence: "CC0-1.0", date: "2025" },
  });
}

function repository(observedAt: string, hasPolicy: boolean): Observation {
  return {
    subject: { kind: "repository", id: repositoryId, name: "tool", address: repositoryId },
    observedAt,
    reader: "repository 1",
    facts: {
      tree: { files: 120, bytes: 1_234_567, sourceFiles: 80 },
      licence: {
        expression: "MIT",
        openSource: true,
        osiApproved: true,
        recognised: true,
        files: [{ path: "LICENSE", expression: "MIT", similarity: 0.998 }],
      },
      conduct: { present: false },
      contributing: { present: false },
      securityPolicy: { present: hasPolicy },
      history: { head, firstCommit: "2019-05-04", commits: 812 },
    },
    places: { "licence.expression": [{ file: "LICENSE", line: 1, text: "MIT License" }] },
    notObservable: { publiccode: "the file is larger than 1 MB", sbom: hostile },
  };
}

const tender: Observation = {
  subject: { kind: "tender", id: hostile, name: hostile, address: "https://example.org/notice" },
  observedAt: "2026-11-01T00:00:00Z",
  reader: "tender 1",
  facts: {
    id: hostile,
    title: hostile,
    language: "ar",
    software: true,
    stage: "tender",
    brands: [{ name: hostile, kind: "product", equivalent: false, field: "title" }],
    equivalentAllowed: false,
    brandWithoutEquivalent: true,
  },
  places: { "brands[0]": [{ pointer: "/tender/title", start: 3, end: 9, text: "برنامج <b>" }] },
  notObservable: {},
};

const plainTender: Observation = {
  subject: { kind: "tender", id: "ocds-1", name: "Paper" },
  observedAt: "2026-11-01T00:00:00Z",
  reader: "tender 1",
  facts: { id: "ocds-1", title: "Paper", software: false, brands: [] },
  places: {},
  notObservable: {},
};
