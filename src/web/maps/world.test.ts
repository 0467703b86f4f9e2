import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import world from "./world.json" with { type: "json" };

test("the committed map is what scripts/make-map.js draws", () => {
  execFileSync(process.execPath, ["scripts/make-map.js", "--check"], { stdio: "pipe" });
});

test("every state of the dataset has a shape or a point, never both, and every point lies on the map", () => {
  const states = (parse(readFileSync("dataset/jurisdictions.csv"), { columns: true }) as { id: string; level: string }[]).filter(({ level }) => level === "national").map(({ id }) => id);
  assert.deepEqual([...Object.keys(world.shapes), ...Object.keys(world.points)].sort(), states.sort());
  for (const [x = -1, y = -1] of Object.values(world.points)) assert.ok(x > 5 && x < world.width - 5 && y > 5 && y < world.height - 5);
});
