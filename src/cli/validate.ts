import { statSync } from "node:fs";
import { checkDataset, checkInstrument } from "../importers/dataset/check.ts";
import { type Placed, readDataset, readInstrumentFile, readTextFile } from "../importers/dataset/read.ts";
import type { Instrument } from "../registry/instrument.ts";
import { describeFault, type Fault, Problem } from "../shared/problem.ts";
import { checkAddresses } from "./check-addresses.ts";
import type { Command } from "./command.ts";

/** Checks dataset folders and instrument files, and says with file and line what is wrong. */
export const validate: Command = {
  name: "validate",
  summary: "Check a dataset folder or instrument files",
  help: `Usage: openfirst validate <folder or file.yml …> [--addresses]

Checks the shape of every file, that names point to something, that dates exist and agree, and that nothing is coded twice.
Addresses of sources are not opened unless --addresses is given (this asks the network); --offline says so explicitly.
Ends with 0 where nothing is wrong, 1 where something is, 2 where it could not be read.

Example: openfirst validate dataset`,
  options: { addresses: { type: "boolean" }, offline: { type: "boolean" } },
  async run({ words, options }, surface) {
    if (words.length === 0) throw new Problem("invalid-input", "Name a dataset folder or instrument files: openfirst validate dataset");
    if (options.addresses && options.offline)
      throw new Problem("invalid-input", "--addresses asks the network and --offline forbids it; give one of them.");
    let faults: Fault[] = [];
    let instruments: Placed<Instrument>[] = [];
    for (const word of words) {
      const status = statSync(word, { throwIfNoEntry: false });
      if (!status) throw new Problem("not-found", `There is no file or folder “${word}”.`);
      if (status.isDirectory()) {
        const read = readDataset(word);
        if (Object.values(read.dataset).every((list) => list.length === 0) && read.faults.length === 0)
          throw new Problem("invalid-file", `“${word}” holds no dataset: expected instruments/, jurisdictions.csv and the like in it.`);
        faults = faults.concat(read.faults.length > 0 ? read.faults : checkDataset(read.dataset));
        instruments = instruments.concat(read.dataset.instruments);
      } else {
        try {
          const placed = readInstrumentFile(readTextFile(word) ?? "", word);
          faults.push(...checkInstrument(placed));
          instruments.push(placed);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          faults.push(...(error.faults.length > 0 ? error.faults : [{ file: word, message: error.message }]));
        }
      }
    }
    if (options.addresses) faults.push(...(await checkAddresses(instruments, surface.err)));
    if (options.json) surface.out(JSON.stringify({ instruments: instruments.length, faults }));
    else {
      for (const fault of faults) surface.out(describeFault(fault));
      surface.out(
        faults.length === 0
          ? `Nothing wrong: ${instruments.length} instruments read.`
          : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}; instruments read: ${instruments.length}.`,
      );
    }
    return faults.length === 0 ? 0 : 1;
  },
};
