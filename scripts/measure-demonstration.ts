// Makes dataset/measurements/ from public data: reads what scripts/demonstration.yml names, below a folder of other people's data and below a
// folder of repositories, through the readers. The same data and time give the same files. Needed to make the demonstration, never to run it:
//   node --import tsx scripts/measure-demonstration.ts <observed at> <folder of data> <folder of repositories> [<beginning of ids>]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stringify } from "yaml";
import { z } from "zod";
import type { Observation } from "../src/measurement/fact.ts";
import { observeInventory } from "../src/measurement/facts/inventory/observe.ts";
import { measurement } from "../src/registry/measurement.ts";
import { readYaml } from "../src/shared/yaml.ts";

const plan = z.array(
  measurement.omit({ observed_at: true, reader: true, subjects: true }).extend({
    read: z.strictObject({
      files: z.array(z.string()).min(1).describe("below the folder of data, or of repositories"),
      address: z.string().optional().describe("what an inventory or catalogue is known by: the same at every look"),
    }),
  }),
);
type Planned = z.infer<typeof plan>[number];

const [observedAt = "", dataFolder = "", , wanted = ""] = process.argv.slice(2);

const readers: { [kind in Planned["kind"]]?: (planned: Planned) => AsyncIterable<Observation> } = {
  inventory: readInventory,
};

async function* readInventory({ read }: Planned): AsyncGenerator<Observation> {
  for (const file of read.files) {
    const path = join(dataFolder, file);
    const withLine = linesOfJson(path);
    const options = { observedAt, ...(read.address && { address: read.address }), onFault: () => {} };
    for await (const observation of observeInventory(path, options)) yield withLine(observation);
  }
}

/** Adds to every pointer the line on which it stands, so that a reader can open the file there. */
function linesOfJson(path: string): (observation: Observation) => Observation {
  const document = readYaml(readFileSync(path, "utf8"), basename(path));
  return (observation) => {
    for (const place of Object.values(observation.places).flat())
      if (place.pointer !== undefined && place.line === undefined) {
        const line = document.lineOf(place.pointer.split("/").slice(1).map(unescaped));
        if (line !== undefined) place.line = line;
      }
    return observation;
  };
}

const unescaped = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");

async function measure({ read: _, ...planned }: Planned, seen: AsyncIterable<Observation>): Promise<void> {
  const observations: Observation[] = [];
  for await (const observation of seen) observations.push(observation);
  const [first] = observations;
  if (!first) throw new Error(`${planned.id}: nothing was seen; look at what it reads`);
  const { source, ...head } = planned;
  const record = measurement.parse({ ...head, observed_at: observedAt, reader: first.reader, subjects: observations.length, source });
  const folder = join("dataset/measurements", planned.id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "measurement.yml"), stringify(record, { lineWidth: 120 }));
  writeFileSync(join(folder, "observations.ndjson"), observations.map((observation) => `${JSON.stringify(observation)}\n`).join(""));
  process.stderr.write(`${planned.id}: ${observations.length} subjects\n`);
}

for (const planned of plan.parse(readYaml(readFileSync("scripts/demonstration.yml", "utf8"), "demonstration.yml").value)) {
  const reader = readers[planned.kind];
  if (planned.id.startsWith(wanted) && reader) await measure(planned, reader(planned));
}
