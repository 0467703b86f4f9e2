// Prints, as rows for dataset/claims/links.csv, which instruments the claims probably speak of and nobody has decided yet.
import { stringify } from "csv-stringify/sync";
import { readDataset } from "../src/importers/dataset/read.ts";
import { proposeInstruments } from "../src/registry/claim-matching.ts";

const { dataset } = readDataset("dataset");
const decided = new Set(dataset.claimLinks.map(({ value }) => `${value.claim} ${value.instrument}`));
const propose = proposeInstruments(dataset.instruments.map(({ value }) => value));
const titles = new Map(dataset.instruments.map(({ value }) => [value.id, value.titles.map((title) => title.text).join(" / ")]));

const rows = dataset.claims.flatMap(({ value: claim }) =>
  propose(claim)
    .filter((candidate) => !decided.has(`${claim.id} ${candidate.instrument}`))
    .map((candidate) => ({
      claim: claim.id,
      instrument: candidate.instrument,
      verdict: "proposed",
      decided_on: "",
      decided_by: "",
      note: `${candidate.score.toFixed(2)} ${candidate.reasons.join("; ")} | ${claim.title} ${claim.years.join(" ")} | ${titles.get(candidate.instrument)}`.slice(
        0,
        480,
      ),
    })),
);
process.stdout.write(stringify(rows, { header: true }));
