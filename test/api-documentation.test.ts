import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { exporters } from "../src/exporters/index.ts";
import { problemCodes } from "../src/shared/problem.ts";
import { describeApi } from "../src/web/api/document.ts";
import { v1 } from "../src/web/api/index.ts";
import { pages } from "../src/web/pages/index.ts";

const text = readFileSync("docs/api.md", "utf8");
const described = JSON.parse(JSON.stringify(describeApi(v1))) as {
  paths: Record<string, { get: { parameters?: { name: string; in: string }[] } }>;
};

test("docs/api.md names every route", () => {
  assert.deepEqual(
    Object.keys(described.paths).filter((path) => !text.includes(`\`${path}\``)),
    [],
  );
});

test("docs/api.md names every parameter, filters beside their list", () => {
  const missing = Object.entries(described.paths).flatMap(([path, { get }]) => {
    const line = text.split("\n").find((each) => each.startsWith(`| \`${path}\` |`)) ?? "";
    const elsewhere = text.slice(text.indexOf("## Parameters"), text.indexOf("## Lists and cursors"));
    return (get.parameters ?? [])
      .filter((parameter) => parameter.in === "query" && !`${line}${elsewhere}`.includes(`\`${parameter.name}\``))
      .map((parameter) => `${path} ${parameter.name}`);
  });
  assert.deepEqual(missing, []);
});

test("docs/api.md explains every problem code and export format", () => {
  assert.deepEqual(
    problemCodes.filter((code) => !new RegExp(`^\\| \`${code}\` \\| \\d{3} \\|`, "m").test(text)),
    [],
  );
  assert.deepEqual(
    exporters.filter(({ name }) => !text.includes(`openfirst export ${name} `)).map(({ name }) => name),
    [],
  );
});

test("docs/api.md names every list that is a file", () => {
  const files = pages.routes.map((route) => route.path).filter((path) => /^\/[\w-]+\.(csv|json|atom)$/.test(path));
  assert.ok(files.length >= 4);
  assert.deepEqual(
    files.filter((path) => !text.includes(`/{lang}${path}`)),
    [],
  );
});

test("docs/openapi.json is what the routes say; npm run generate writes it", () => {
  assert.deepEqual(JSON.parse(readFileSync("docs/openapi.json", "utf8")), JSON.parse(JSON.stringify(describeApi(v1))));
});
