import { join } from "node:path";
import type { Database } from "../database/connect.ts";
import { importers } from "../importers/index.ts";
import { proveCheck, proveIndicator, proveParameters } from "../measurement/proof.ts";
import { judgeAll, recordObservations, settleRemoved } from "../measurement/record.ts";
import { listRecords } from "../registry/find.ts";
import { type AnyRecord, nouns } from "../registry/nouns.ts";
import { recordWithin } from "../registry/record.ts";
import { Problem } from "../shared/problem.ts";
import { type Command, progressLine } from "./command.ts";
import { fillIfEmpty, observationsIn } from "./ship.ts";
import { spareAdopted } from "./spare-adopted.ts";

/** Reads outside files into the registry: all of them or nothing, and a second time changes nothing. */
export const importCommand: Command = {
  name: "import",
  summary: "Read files of an outside format into the registry",
  help: `Usage: openfirst import <format> <file or folder …> [--who ROLE] [--why TEXT] [--complete] [--json]

Formats:
${importers.map((importer) => `  ${importer.name.padEnd(8)} ${importer.describe}`).join("\n")}

One transaction: where one record cannot be read, nothing is recorded and the faults are listed with file and line. Works beside a
running server. --who says by role who vouches (default: operator), --why says why (default: the command).
What the registry holds and the files lack is left alone, within a dossier too: a file with one reply adds that reply. --complete removes
what the files lack, with its history kept (format dataset alone); what was adopted in this workbench stays, with the body that issued it and
its dossier.

Example: openfirst import dataset ./my-dataset`,
  options: { who: { type: "string" }, why: { type: "string" }, complete: { type: "boolean" } },
  async run({ words, options }, surface) {
    const [format, ...paths] = words;
    const importer = importers.find((candidate) => candidate.name === format);
    if (!importer)
      throw new Problem(
        "unsupported",
        `There is no import format “${format ?? ""}”. Expected one of: ${importers.map(({ name }) => name).join(", ")}.`,
      );
    if (paths.length === 0) throw new Problem("invalid-input", `Name what to import: openfirst import ${importer.name} <file or folder>`);
    const complete = options.complete === true;
    if (complete && importer.name !== "dataset")
      throw new Problem("invalid-input", "--complete goes with the format dataset alone: a collection says nothing of the rest.");
    const opened = await surface.open(`openfirst import ${importer.name}`);
    try {
      await fillIfEmpty(opened.db, surface.environment, progressLine("Filling the registry for the first time", surface.err));
      const merged: string[] = [];
      const read = await importer.readRecords(paths, opened.db, { complete, tell: (line) => merged.push(line) });
      const spared = complete ? await spareAdopted(opened.db, read) : undefined;
      const entries = spared?.entries ?? read;
      await refuseUnproven(opened.db, entries);
      const said = { who: String(options.who ?? "operator"), why: String(options.why ?? `Imported from ${importer.name}`) };
      const recorded = await opened.db.transaction().execute(async (transaction) => {
        const tx = transaction as unknown as Database;
        const records = await recordWithin(tx, entries, {
          ...said,
          onProgress: progressLine("Recorded", surface.err),
          ...(spared ? { complete: nouns, spared: spared.keys } : {}),
        });
        const observations = importer.name === "dataset" ? await recordAllObservations(tx, paths, entries, said) : 0;
        if (records.removed > 0) await settleRemoved(tx);
        if (records.added + records.changed + records.removed + observations > 0) await judgeAll(tx);
        return { ...records, observations };
      });
      surface.out(
        options.json
          ? JSON.stringify({ ...recorded, ...(merged.length > 0 && { merged }), ...(spared?.lines.length && { spared: spared.lines }) })
          : `${recorded.added} added, ${recorded.changed} changed, ${recorded.unchanged} unchanged${recorded.removed > 0 ? `, ${recorded.removed} removed` : ""}${recorded.observations > 0 ? `; ${recorded.observations} observations` : ""}.`,
      );
      if (!options.json) for (const line of [...merged, ...(spared?.lines ?? [])]) surface.out(line);
      return 0;
    } finally {
      await opened.close();
    }
  },
};

/** A check that cannot be put to its subjects would stop every look at them later. */
async function refuseUnproven(db: Database, entries: readonly AnyRecord[]): Promise<void> {
  const checks = new Map((await listRecords(db, "check")).items.map(({ id, record }) => [id, record]));
  for (const { noun, id, record } of entries) if (noun === "check") checks.set(id, record);
  const faults = entries.flatMap(({ noun, id, record }) => {
    const unproven =
      noun === "check"
        ? proveCheck(record)
        : noun === "indicator"
          ? proveIndicator(record)
          : noun === "instrument"
            ? proveParameters(record, [...checks.values()])
            : [];
    return unproven.map(({ at, message }) => ({ file: `${noun} ${id}`, at: at.join("."), message }));
  });
  if (faults.length > 0)
    throw new Problem(
      "invalid-file",
      `${faults.length} of what is asked cannot be judged by; nothing was imported. Mend it and import again.`,
      {
        faults,
      },
    );
}

/** What was seen in the measurements of these folders; a measurement already held with its observations is left alone. */
async function recordAllObservations(
  tx: Database,
  folders: readonly string[],
  entries: readonly AnyRecord[],
  said: { who: string; why: string },
): Promise<number> {
  let count = 0;
  for (const folder of folders)
    for (const entry of entries) {
      if (entry.noun !== "measurement") continue;
      const observations = observationsIn(join(folder, "measurements", entry.id));
      if (observations) count += await recordObservations(tx, entry.record, observations, said);
    }
  return count;
}
