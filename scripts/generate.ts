// Writes the files that follow from others: the API's description from its routes, schemas from the registry's shapes, the tables from the
// migrations, the catalogues that wait for translators from the English one, the agreement of two codings from its table.
// With --check nothing is written: files that lag are named, and the exit code is 1.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { openDatabase } from "../src/database/connect.ts";
import { describeSchema } from "../src/database/describe-schema.ts";
import { checkOutput } from "../src/measurement/subject-line.ts";
import { body } from "../src/registry/body.ts";
import { check } from "../src/registry/check.ts";
import { clause } from "../src/registry/clause.ts";
import { coverage } from "../src/registry/coverage.ts";
import { dossier } from "../src/registry/dossier.ts";
import { framework } from "../src/registry/framework.ts";
import { indicator } from "../src/registry/indicator.ts";
import { instrument } from "../src/registry/instrument.ts";
import { lesson } from "../src/registry/lesson.ts";
import { measurement } from "../src/registry/measurement.ts";
import { provisionType } from "../src/registry/provision-type.ts";
import { describeApi } from "../src/web/api/document.ts";
import { v1 } from "../src/web/api/index.ts";
import { keepInStep, writeCatalogue } from "../src/web/languages/keep-in-step.ts";
import { figures, readAlignment, report } from "./coding-agreement.ts";

/** The files of a dataset: which shape, where they stand, and what they are. */
const shapes: [name: string, shape: z.ZodType, file: string, what: string][] = [
  ["instrument", instrument, "instruments/<id>.yml", "One policy, law or strategy with its sources, provisions and codings"],
  ["framework", framework, "frameworks/<id>.yml", "Principles or criteria that others published, and which provision types speak to them"],
  [
    "body",
    z.array(body),
    "bodies/<jurisdiction>.yml",
    "A list of organisations that issue rules, are bound by them or own what they govern",
  ],
  ["provision-type", z.array(provisionType), "provision-types.yml", "The taxonomy: kinds of rule that policies contain"],
  ["lesson", z.array(lesson), "lessons.yml", "What practice taught, with its evidence"],
  ["coverage", z.array(coverage), "coverage/<jurisdiction>.yml", "Who looked for policies of a place, when, where, and what came of it"],
  ["check", check.omit({ cases: true }), "checks/<id>/check.yaml", "One question put to one kind of subject, as data"],
  ["check-cases", check.shape.cases.unwrap(), "checks/<id>/cases.yaml", "What a check must say of given facts"],
  ["clause", clause, "clauses/<provision type>.yml", "Model wording for one kind of provision"],
  ["indicator", indicator.omit({ cases: true }), "indicators/<id>/indicator.yaml", "A ratio over several subjects of one body"],
  ["indicator-cases", indicator.shape.cases.unwrap(), "indicators/<id>/cases.yaml", "What an indicator must say of given facts"],
  ["dossier", dossier, "dossiers/<body>.yml", "What binds a body, and what was attested, excepted, replied and corrected about it"],
  ["measurement", measurement, "measurements/<id>/measurement.yml", "One look at one source of one body at one time"],
];

const files = new Map<string, string>([["docs/openapi.json", asText(describeApi(v1))]]);
for (const [name, shape, file, what] of shapes) {
  const { $schema, ...rest } = z.toJSONSchema(shape, {
    io: "input",
    target: "draft-2020-12",
    override: ({ jsonSchema }) => requireEnglish(jsonSchema),
  });
  files.set(`docs/schema/${name}.schema.json`, asText({ $schema, title: `dataset/${file}`, description: what, ...rest }));
}

const { $schema, ...ofCheck } = z.toJSONSchema(checkOutput, { target: "draft-2020-12" });
files.set(
  "docs/check-output.schema.json",
  asText({
    $schema,
    title: "openfirst check --format json",
    description: "One line of the output: one subject, what was seen of it and what follows",
    ...ofCheck,
  }),
);

const memory = await openDatabase({ folder: "memory", command: "generate" });
files.set("src/database/schema.sql", await describeSchema(memory.db));
await memory.close();

const english = JSON.parse(readFileSync("src/web/languages/en.json", "utf8"));
for (const language of ["es", "ru", "zh"]) {
  const file = `src/web/languages/${language}.json`;
  files.set(file, writeCatalogue(keepInStep(english, JSON.parse(held(file) ?? "{}"))));
}

files.set("sbom.cdx.json", asText(billOfMaterials(JSON.parse(readFileSync("package-lock.json", "utf8")))));

files.set("docs/coding-agreement.md", report(readAlignment()));
files.set("docs/second-coding.json", asText(figures(readAlignment())));

const lagging = [...files].filter(([file, content]) => held(file) !== content).map(([file]) => file);
if (process.argv.includes("--check")) {
  if (lagging.length > 0) console.error(`These files lag behind the code: ${lagging.join(", ")}. Run “npm run generate” and commit them.`);
  process.exitCode = lagging.length > 0 ? 1 : 0;
} else {
  for (const file of lagging) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, files.get(file) ?? "");
  }
  console.log(lagging.length > 0 ? `Written: ${lagging.join(", ")}` : "Everything is up to date.");
}

interface Lock {
  version: string;
  packages: Record<string, { version?: string; dev?: boolean; license?: string; integrity?: string }>;
}

/** What the program ships with, in CycloneDX 1.6: the lock file's packages but those for development. */
function billOfMaterials(lock: Lock): object {
  const components = Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== "" && !dev)
    .map(([path, { version, license, integrity }]) => {
      const name = path.split("node_modules/").at(-1) ?? path;
      const [algorithm, hash] = (integrity ?? "").split("-");
      return {
        type: "library",
        "bom-ref": path,
        name,
        version,
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
        ...(license ? { licenses: [{ expression: license }] } : {}),
        ...(algorithm === "sha512" && hash ? { hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] } : {}),
      };
    });
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": "openfirst", name: "openfirst", version: lock.version } },
    components,
  };
}

/** Text by language always has English: a rule of localizedText that JSON Schema must be told. */
function requireEnglish(schema: { propertyNames?: unknown; required?: string[] }): void {
  if (schema.propertyNames) schema.required = ["en"];
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function held(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
