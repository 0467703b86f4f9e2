import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";

/** The least that is a whole dataset, file by file; tests change what they are about. */
export const wholeDataset: Readonly<Record<string, string>> = {
  "jurisdictions.csv": "id,level,parent,egdi_2024,latitude,name_en\nCH,national,,0.9,46.8,Switzerland\nCH-ZH,subnational,CH,,,Zurich\n",
  "bodies/ch.yml": "- id: ch-assembly\n  jurisdiction: CH\n  names:\n    en: Federal Assembly\n",
  "provision-types.yml":
    "- id: publish-code\n  area: development\n  names:\n    en: Publish code\n  definition:\n    en: New code is published.\n  indicator:\n    data: repositories\n    numerator: published\n    denominator: all\n  standing: core\n",
  "frameworks/made.yml":
    "id: made\nnames:\n  en: Made framework\nversion: '1'\npublisher: nobody\nlicence: CC0-1.0\nsources:\n  - id: s1\n    address: https://example.org/f\n    kind: primary\nitems:\n  - id: i1\n    number: '1'\n    names:\n      en: Openness\n    verified: true\nmapping:\n  - provision_type: publish-code\n    item: i1\n",
  "instruments/ch-act.yml": `id: ch-act
jurisdiction: CH
level: national
titles:
  - language: en
    text: Act on open software
    kind: official
type: statute
force:
  value: binding
issuing_body: ch-assembly
dates:
  adopted:
    value: "2023-03-17"
    source: s1
statuses:
  - value: in-force
    from: "2024-01-01"
    source: s1
read: partial
sources:
  - id: s1
    address: https://example.org/act
    kind: primary
provisions:
  - id: art-9
    locator: Art. 9
    wording:
      - text: Bodies publish their code.
        language: en
        source: s1
        licence: CC0-1.0
    codings:
      - id: c1
        type: publish-code
        strength: must
        paraphrase: Bodies publish the code they develop.
        basis: text
        confidence: high
        verdict: accepted
        source: s1
`,
  "claims/csis.csv":
    "id,collection,row,jurisdiction,title,years,addresses\ncsis-1,csis,row 1,CH,Act on software,2007,https://example.org/a\n",
  "claims/links.csv": "claim,instrument,verdict\ncsis-1,ch-act,same\n",
  "coverage/ch.yml":
    "- jurisdiction: CH\n  date: '2026-11-20'\n  who: founding-team\n  outcome: reviewed\n  where:\n    - the official compilation\n",
  "lessons.yml":
    "- id: a-lesson\n  titles:\n    en: It works\n  outcome: worked\n  stage: implementing\n  what_happened:\n    en: It worked.\n  provision_types:\n    - publish-code\n  confidence: low\n  basis: press\n  sources:\n    - id: s1\n      address: https://example.org/l\n      kind: secondary\n",
};

/** Writes a dataset to a folder that goes away with the test; what is named in `change` stands instead, null leaves a file out. */
export function writeDataset(change: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "openfirst-dataset-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...wholeDataset, ...change })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
