import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";

/** Who may import whom: the table of ARCHITECTURE.md. A room may always import from itself. */
const may: Record<string, readonly string[]> = {
  shared: [],
  database: ["shared"],
  registry: ["database", "shared"],
  measurement: ["registry", "database", "shared"],
  importers: ["registry", "database", "shared"],
  people: ["database", "shared"],
  drafting: ["registry", "measurement", "people", "database", "shared"],
  exporters: ["registry", "measurement", "drafting", "database", "shared"],
  web: ["registry", "measurement", "drafting", "people", "exporters", "importers", "database", "shared"],
  cli: ["registry", "measurement", "drafting", "people", "importers", "exporters", "web", "database", "shared"],
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.(test|tmp)\.tsx?$/.test(file),
);

test("every room of src is in the table", () => {
  const rooms = new Set(files.map((file) => file.split("/")[0]));
  assert.deepEqual(
    [...rooms].filter((room) => room && !may[room]),
    [],
  );
});

test("imports go only where the table allows", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file).flatMap((target) => {
      const [from, to] = [file.split("/")[0] ?? "", target.split("/")[0] ?? ""];
      if (from !== to && !may[from]?.includes(to))
        return [`${file} imports ${target}: ${from} may import ${may[from]?.join(", ") || "nothing else"}`];
      if (file.startsWith("web/pages/") && /\/record\.ts$/.test(target)) return [`${file} imports ${target}: pages only read`];
      if (from === "exporters" && /(registry|measurement)\/record\.ts$|drafting\/record[^/]*\.ts$/.test(target))
        return [`${file} imports ${target}: exporters only read`];
      if (/^importers\/[^/]+\/(read|translate)/.test(file) && /^(database|registry\/(find|record))/.test(target))
        return [`${file} imports ${target}: reading and translating are pure`];
      if (/^measurement\/(expression|licence|publiccode)\//.test(file) && /^(database|registry|measurement\/(find|record))/.test(target))
        return [`${file} imports ${target}: what judges and matches is pure`];
      if (/^drafting\/(reading|comparison|gaps)\//.test(file) && /^(database|[a-z]+\/(find|record)[^/]*\.ts$)/.test(target))
        return [`${file} imports ${target}: what reads, compares and finds gaps is pure`];
      return [];
    }),
  );
  assert.deepEqual(wrong, []);
});

test("no folder has a name that says nothing", () => {
  const empty = /^(core|services?|utils?|helpers?|common|lib|domain|modules?|misc)$/;
  assert.deepEqual(
    files.filter((file) =>
      file
        .split("/")
        .slice(0, -1)
        .some((folder) => empty.test(folder)),
    ),
    [],
  );
});

function importsOf(file: string): string[] {
  const text = readFileSync(join("src", file), "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map((match) => relative("src", join("src", dirname(file), match[1] ?? "")));
}
