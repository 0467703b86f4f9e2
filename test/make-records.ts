import type { Instrument } from "../src/registry/instrument.ts";
import { type AnyRecord, named } from "../src/registry/nouns.ts";

/** The least that an instrument leans on, for tests that need no dataset. */
export function madeSurroundings(): AnyRecord[] {
  return [
    named("jurisdiction", {
      id: "CH",
      level: "national",
      region: "europe",
      egdi: { "2024": 0.9 },
      names: { en: "Switzerland", fr: "Suisse" },
    }),
    named("body", { id: "ch-federal-assembly", jurisdiction: "CH", names: { en: "Federal Assembly" } }),
    named("provision-type", {
      id: "publish-new-code-by-default",
      area: "development",
      names: { en: "Publish new code by default" },
      definition: { en: "New code is published." },
      indicator: { data: "repositories", numerator: "published", denominator: "all" },
      standing: "core",
    }),
  ];
}

/** An instrument made for a test. */
export function madeInstrument(id: string, change: Partial<Instrument> = {}): Instrument {
  return {
    id,
    jurisdiction: "CH",
    level: "national",
    titles: [{ language: "en", text: `Act ${id} on open software`, kind: "official" }],
    type: "statute",
    force: { value: "binding" },
    issuing_body: "ch-federal-assembly",
    dates: { in_force: { value: "2024-01-01", confidence: "high" } },
    statuses: [{ value: "in-force", from: "2024-01-01", confidence: "high" }],
    read: "partial",
    texts: [],
    sources: [{ id: "s1", address: "https://example.org/act", kind: "primary" }],
    relations: [],
    provisions: [
      {
        id: "art-1",
        locator: "Art. 1",
        wording: [],
        statuses: [],
        codings: [
          {
            id: "c1",
            type: "publish-new-code-by-default",
            strength: "must",
            paraphrase: "Bodies publish the code they develop.",
            basis: "text",
            confidence: "high",
            coder: "founding-team",
            verdict: "accepted",
            source: "s1",
          },
        ],
      },
    ],
    ...change,
  };
}
