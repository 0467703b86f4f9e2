import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exporters } from "../exporters/index.ts";
import { partialDate } from "../shared/partial-date.ts";
import { Problem } from "../shared/problem.ts";
import { type Command, progressLine } from "./command.ts";
import { fillIfEmpty } from "./ship.ts";

/** Writes the registry to a folder in one of the formats others read. */
export const exportCommand: Command = {
  name: "export",
  summary: "Write the registry to a folder in an open format",
  help: `Usage: openfirst export <format> --out DIR [--known-on YYYY-MM-DD] [--json]

Formats:
${exporters.map((exporter) => `  ${exporter.name.padEnd(13)} ${exporter.describe}`).join("\n")}

The folder must be empty or not there yet. On an untouched machine the data folder is filled first.

Example: openfirst export dataset --out ./registry`,
  options: { out: { type: "string" }, "known-on": { type: "string" } },
  async run({ words, options }, surface) {
    const exporter = exporters.find((candidate) => candidate.name === words[0]);
    if (!exporter || words.length > 1)
      throw new Problem(
        "unsupported",
        `There is no export format “${words.join(" ")}”. Expected one of: ${exporters.map(({ name }) => name).join(", ")}.`,
      );
    if (typeof options.out !== "string" || options.out === "")
      throw new Problem("invalid-input", `Say where to: openfirst export ${exporter.name} --out DIR`);
    const time = options["known-on"];
    if (typeof time === "string" && (time.length !== 10 || !partialDate.safeParse(time).success))
      throw new Problem("invalid-input", `--known-on is “${time}”; expected a day of the calendar as YYYY-MM-DD.`);
    const folder = options.out;
    prepare(folder);
    const opened = await surface.open(`openfirst export ${exporter.name}`);
    try {
      await fillIfEmpty(opened.db, surface.environment, progressLine("Filling the registry for the first time", surface.err));
      const files = await exporter.files(opened.db, typeof time === "string" ? `${time}T23:59:59.999Z` : undefined);
      for (const [name, content] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      surface.out(options.json ? JSON.stringify({ folder, files: [...files.keys()] }) : `${files.size} files written to ${folder}.`);
      return 0;
    } finally {
      await opened.close();
    }
  },
};

function prepare(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Problem("invalid-input", `The folder ${folder} cannot be made: ${(cause as Error).message}.`, { cause });
  }
  if (readdirSync(folder).length > 0)
    throw new Problem("conflict", `The folder ${folder} is not empty; name a new one, so that nothing is overwritten.`);
}
