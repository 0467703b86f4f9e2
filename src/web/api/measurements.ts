import { dossier } from "../../registry/dossier.ts";
import { whereFields } from "../../registry/field-filter.ts";
import { measurement, sourceKinds } from "../../registry/measurement.ts";
import { oneId, oneOf } from "./parameters.ts";
import { addRecordRoutes, keepingOf, keptShape } from "./records.ts";
import type { Api } from "./route.ts";

export function addMeasurements(api: Api): void {
  addRecordRoutes(api, {
    noun: "measurement",
    path: "measurements",
    one: "measurement",
    many: "measurements",
    about: "Looks at one source of one body at one time: by which reader, when, whose data, under which licence.",
    shape: keptShape("Measurement", measurement.shape),
    example: {
      id: "us-nsf-code-json-2026",
      page: "/en/bodies/us-nsf",
      revision: 1000,
      known_from: "2026-11-25T09:00:00.000Z",
      body: "us-nsf",
      kind: "inventory",
      series: "us-nsf-code-json",
      titles: { en: "Code inventory of the National Science Foundation" },
      observed_at: "2026-11-23T00:00:00Z",
      reader: "inventory 1",
      subjects: 33,
      source: { address: "https://www.nsf.gov/code.json", licence: "CC0-1.0" },
    },
    filters: { body: oneId("Of a body", "us-nsf"), kind: oneOf(sourceKinds, "Of this kind of source") },
    where: ({ body, kind }) => whereFields({ body, kind }),
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/bodies/${one.record.body}`), ...one.record })),
  });
  addRecordRoutes(api, {
    noun: "dossier",
    path: "dossiers",
    one: "dossier",
    many: "dossiers",
    about: "What is stated about a body: the instruments that apply and why, attestations, registered exceptions, replies, corrections.",
    shape: keptShape("Dossier", dossier.shape),
    example: {
      id: "us-nsf",
      page: "/en/bodies/us-nsf",
      revision: 1001,
      known_from: "2026-11-25T09:00:00.000Z",
      instruments: [{ instrument: "us-omb-m-16-21", because: "an agency under 31 U.S.C. 901(b)", source: "s1" }],
      attestations: [],
      exceptions: [],
      replies: [],
      corrections: [],
      sources: [{ id: "s1", address: "https://example.org/", kind: "primary" }],
    },
    filters: {},
    show: (kept) => kept.map((one) => ({ ...keepingOf(one, `/en/bodies/${one.id}`), ...one.record })),
  });
}
