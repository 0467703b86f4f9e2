import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestRegistry } from "../../test/support.ts";
import type { Clause } from "../registry/clause.ts";
import { listRecords } from "../registry/find.ts";
import { chaptersOf, type Outline, outlineFor } from "./outline.ts";
import { essential } from "./outline-rules.ts";
import { hosts, type Profile } from "./profile.ts";
import { renderDraft } from "./rendered.ts";

const { db } = await openTestRegistry();
const clauses: Clause[] = (await listRecords(db, "clause")).items.map(({ record }) => record);

const profile = (more: Pick<Profile, "form" | "capacity"> & Partial<Profile>): Profile => ({
  addressees: [],
  stage: "unknown",
  means: [],
  ...more,
});
const island = profile({ form: "decree", capacity: "starter", jurisdiction: "FJ" });
const agency = profile({ form: "statute", capacity: "advanced", jurisdiction: "FR" });
const organisation = profile({ form: "international-organisation-policy", capacity: "developing" });

const ids = (outline: Outline): string[] => outline.chosen.map(({ clause }) => clause.id);
const leftOut = (outline: Outline, id: string) => outline.leftOut.find(({ clause }) => clause.id === id)?.because ?? [];

test("three profiles get three clearly different outlines", () => {
  const [one, two, three] = [island, agency, organisation].map((each) => new Set(ids(outlineFor(each, clauses)))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  assert.ok(one.size >= 25 && one.size <= 40, `${one.size} for the island`);
  assert.ok(two.size > one.size + 12, `${two.size} for the agency`);
  const differing = (a: Set<string>, b: Set<string>) => [...a, ...b].filter((id) => a.has(id) !== b.has(id)).length;
  assert.ok(differing(one, two) >= 18, `${differing(one, two)} between island and agency`);
  assert.ok(differing(two, three) >= 15, `${differing(two, three)} between agency and organisation`);
  assert.ok(differing(one, three) >= 12, `${differing(one, three)} between island and organisation`);
});

test("every outline of a text of its own holds what made policies fail where it lacked", () => {
  for (const one of [island, agency, organisation]) {
    const chosen = ids(outlineFor(one, clauses));
    assert.deepEqual(
      essential.filter((id) => !chosen.includes(id)),
      [],
    );
  }
});

test("a starter institution gets no quota, no migration date and no standard of its own, each with the reason", () => {
  const outline = outlineFor(island, clauses);
  for (const id of ["publication-quota", "migration-target", "open-standards-mandate", "independent-audit", "catalogue-federation"])
    assert.deepEqual(leftOut(outline, id)[0], { code: "beyond-capacity" }, id);
  assert.equal(outline.chosen.find(({ clause }) => clause.id === "reuse-before-buy")?.variant.id, "starter");
  assert.deepEqual(
    leftOut(outline, "maintenance-plan").map(({ code }) => code),
    ["beyond-capacity", "needed-by"],
  );
});

test("what a form cannot do is left out, unless a clause has wording for just that form", () => {
  assert.deepEqual(leftOut(outlineFor(island, clauses), "source-code-as-public-record")[0], { code: "not-for-form", about: "decree" });
  const statute = outlineFor(agency, clauses);
  assert.deepEqual(leftOut(statute, "vetted-oss-list")[0], { code: "not-for-form", about: "statute" });
  assert.equal(statute.chosen.find(({ clause }) => clause.id === "catalogue-metadata-standard")?.variant.id, "statute");
});

test("the wording of an international organisation is its own wherever a clause has one", () => {
  for (const { clause, variant } of outlineFor(organisation, clauses).chosen) {
    const own = clause.variants.some(({ forms }) => forms.includes("international-organisation-policy"));
    if (own) assert.ok(variant.forms.includes("international-organisation-policy"), clause.id);
  }
});

test("no two chosen clauses contradict each other, and no reference of a chosen wording is left without its article", () => {
  for (const form of ["statute", "decree", "directive", "procurement-rule", "municipal-resolution", "funding-condition"] as const)
    for (const capacity of ["starter", "developing", "advanced"] as const) {
      const one = profile({ form, capacity });
      const outline = outlineFor(one, clauses);
      const chosen = new Set(ids(outline));
      for (const { clause } of outline.chosen)
        assert.deepEqual(
          clause.conflicts.filter(({ clause: other }) => chosen.has(other)),
          [],
          `${form} ${capacity} ${clause.id}`,
        );
      const rendered = renderDraft({ title: "t", language: "en", profile: one, answers: {}, elements: chaptersOf(outline.chosen, "en") });
      const missing = rendered.elements.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ pieces, items }) =>
          [...pieces, ...items.flatMap((item) => item.pieces)].filter(({ kind }) => kind === "missing"),
        ),
      );
      assert.deepEqual(missing, [], `${form} ${capacity}`);
    }
});

test("without a text of its own a few provisions go into the host, and what the host usually holds is said", () => {
  for (const host of hosts) {
    const outline = outlineFor(profile({ form: "directive", capacity: "developing", host }), clauses);
    assert.ok(outline.chosen.length >= 6 && outline.chosen.length <= 14, `${host}: ${outline.chosen.length}`);
    assert.ok(outline.leftOut.some(({ because }) => because[0]?.code === "left-to-host"));
  }
  const strategy = outlineFor(profile({ form: "directive", capacity: "developing", host: "digital-strategy" }), clauses);
  assert.equal(strategy.chosen.find(({ clause }) => clause.id === "reuse-before-buy")?.strength, "should");
});

test("what asks for means that were not named is left out; where nothing was named, nothing is known to lack", () => {
  const without = outlineFor({ ...agency, means: ["legal-counsel"] }, clauses);
  assert.deepEqual(leftOut(without, "develop-in-the-open"), [{ code: "asks-for", about: "developers" }]);
  assert.ok(ids(outlineFor(agency, clauses)).includes("develop-in-the-open"));
});

test("chapters stand in the usual order, contract wording behind them, in the language of the draft", () => {
  const elements = chaptersOf(outlineFor(agency, clauses).chosen, "fr");
  const headings = elements.filter(({ kind }) => kind === "part").map(({ heading }) => heading);
  assert.equal(headings[0], "Définitions");
  assert.ok(headings.indexOf("Acquisition") < headings.indexOf("Publication"));
  const annexAt = elements.findIndex(({ kind }) => kind === "annex");
  assert.ok(annexAt > 0 && elements.slice(annexAt).every(({ kind }) => kind === "annex"));
});
