import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { commands } from "../src/cli/commands.ts";
import { exporters } from "../src/exporters/index.ts";
import { importers } from "../src/importers/index.ts";
import { bases, strengths } from "../src/registry/coding.ts";
import { coverageOutcomes } from "../src/registry/coverage.ts";
import { forces, levels, relationTypes, statusValues } from "../src/registry/instrument.ts";
import { nouns } from "../src/registry/nouns.ts";

const operating = readFileSync("docs/operating.md", "utf8");
const vocabulary = readFileSync("docs/vocabulary.md", "utf8");
const format = readFileSync("docs/dataset-format.md", "utf8");
const missing = (words: Iterable<string>, text: string) => [...new Set(words)].filter((word) => !text.includes(word));

test("docs/operating.md names every command, its options, every format and every setting", () => {
  assert.deepEqual(
    missing(
      commands.map((command) => `openfirst ${command.name}`),
      operating,
    ),
    [],
  );
  assert.deepEqual(
    missing(
      commands.flatMap((command) => Object.keys(command.options).map((option) => `--${option}`)),
      operating,
    ),
    [],
  );
  assert.deepEqual(
    missing(
      [...importers, ...exporters].map((format) => `\`${format.name}\``),
      operating,
    ),
    [],
  );
  const settings = globSync("src/**/*.{ts,tsx}").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\benvironment\.([A-Z_]{3,})\b/g)].map((match) => match[1] ?? ""),
  );
  assert.ok(settings.length >= 4);
  assert.deepEqual(
    missing(
      settings.map((setting) => `\`${setting}\``),
      operating,
    ),
    [],
  );
});

test("every command's own help names its options", () => {
  for (const command of commands)
    assert.deepEqual(
      missing(
        Object.keys(command.options).map((option) => `--${option}`),
        command.help,
      ),
      [],
      command.name,
    );
});

test("docs/vocabulary.md defines every noun and every word of the closed lists", () => {
  assert.deepEqual(
    missing(
      nouns.map((noun) => `**${noun.replace("-", " ")}**`),
      vocabulary,
    ),
    [],
  );
  assert.deepEqual(
    missing([...levels, ...forces, ...statusValues, ...relationTypes, ...strengths, ...bases, ...coverageOutcomes], vocabulary),
    [],
  );
});

test("docs/dataset-format.md names every field of an instrument's file", () => {
  const fields = ["instrument", "coding"].flatMap((name) =>
    [...readFileSync(`src/registry/${name}.ts`, "utf8").matchAll(/^\s{2,}([a-z_]+): (?:z\.|\w+\()/gm)].map((match) => match[1] ?? ""),
  );
  assert.deepEqual(
    missing(
      fields.filter((field) => field !== "kinds"),
      format,
    ),
    [],
  );
});

test("the README's commands are those that package.json has", () => {
  const readme = readFileSync("README.md", "utf8");
  assert.match(readme, /npm ci && npm start/);
  assert.match(readme, /npm ci && npm test/);
  assert.match(readFileSync(".ci/run", "utf8"), /^npm ci && npm test$/m);
});
