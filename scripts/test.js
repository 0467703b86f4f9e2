// Runs every test under the Node that came with the package: the whole suite, or the files that are named.
import { spawnSync } from "node:child_process";

if (Number(process.versions.node.split(".")[0]) < 24) {
  console.error(
    `The tests need Node 24 and this is ${process.versions.node}. Run them by “npm test”, which takes the Node 24 that “npm ci” installs.`,
  );
  process.exit(2);
}
const { globSync } = await import("node:fs");
const named = process.argv.slice(2);
const files = named.length > 0 ? named : [...globSync("src/**/*.test.{ts,tsx}"), ...globSync("test/**/*.test.{ts,tsx}")].sort();
const build = spawnSync(process.execPath, ["scripts/build.js"], { stdio: "inherit" });
if (build.status !== 0) process.exit(build.status ?? 1);
const run = spawnSync(
  process.execPath,
  [
    "--disable-warning=ExperimentalWarning",
    "--import",
    "tsx",
    "--import",
    "./test/same-cases.ts",
    "--test",
    "--test-reporter=spec",
    "--test-concurrency=2",
    "--test-timeout=240000",
    ...files,
  ],
  { stdio: "inherit" },
);
process.exit(run.status ?? 1);
