import { statSync } from "node:fs";
import { checkDataset, checkInstrument } from "../importers/dataset/check.ts";
import { type Dataset, type Placed, readDataset, readInstrumentFile, readTextFile } from "../importers/dataset/read.ts";
import { proveCheck, proveIndicator, proveParameters, type Unproven } from "../measurement/proof.ts";
import { type PubliccodeVerdict, validatePubliccode } from "../measurement/publiccode/validate.ts";
import type { Instrument } from "../registry/instrument.ts";
import { describeFault, type Fault, Problem } from "../shared/problem.ts";
import { checkAddresses } from "./check-addresses.ts";
import type { Command } from "./command.ts";

/** Checks dataset folders, instrument files and publiccode.yml files, and says with file and line what is wrong. */
export const validate: Command = {
  name: "validate",
  summary: "Check a dataset folder, instrument files or publiccode.yml files",
  help: `Usage: openfirst validate <folder or file.yml …> [--addresses]

Checks the shape of every file, that names point to something, that dates exist and agree, that nothing is coded twice, and
that every check and indicator gives in its cases what they say.
A publiccode.yml, known by its name or by its key publiccodeYmlVersion, is held against the standard that it declares (0.1 to 0.7) and against
the published one; warnings, which name what is deprecated or unknown, change nothing about the end.
Addresses of sources are not opened unless --addresses is given (this asks the network); --offline says so explicitly.
Ends with 0 where nothing is wrong, 1 where something is, 2 where it could not be read.

Examples: openfirst validate dataset
          openfirst validate publiccode.yml`,
  options: { addresses: { type: "boolean" }, offline: { type: "boolean" } },
  async run({ words, options }, surface) {
    if (words.length === 0)
      throw new Problem("invalid-input", "Name a dataset folder, instrument files or publiccode.yml files: openfirst validate dataset");
    if (options.addresses && options.offline)
      throw new Problem("invalid-input", "--addresses asks the network and --offline forbids it; give one of them.");
    let faults: Fault[] = [];
    let instruments: Placed<Instrument>[] = [];
    const publiccode: (PubliccodeVerdict & { file: string })[] = [];
    for (const word of words) {
      const status = statSync(word, { throwIfNoEntry: false });
      if (!status) throw new Problem("not-found", `There is no file or folder “${word}”.`);
      if (status.isDirectory()) {
        const read = readDataset(word);
        if (Object.values(read.dataset).every((list) => list.length === 0) && read.faults.length === 0)
          throw new Problem("invalid-file", `“${word}” holds no dataset: expected instruments/, jurisdictions.csv and the like in it.`);
        faults = faults.concat(read.faults.length > 0 ? read.faults : [...checkDataset(read.dataset), ...unprovenIn(read.dataset)]);
        instruments = instruments.concat(read.dataset.instruments);
      } else {
        try {
          const text = readTextFile(word) ?? "";
          if (isPubliccode(word, text)) {
            const verdict = { file: word, ...validatePubliccode(text) };
            faults.push(...asFaults(verdict, "errors"));
            publiccode.push(verdict);
            continue;
          }
          const placed = readInstrumentFile(text, word);
          faults.push(...checkInstrument(placed));
          instruments.push(placed);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          faults.push(...(error.faults.length > 0 ? error.faults : [{ file: word, message: error.message }]));
        }
      }
    }
    if (options.addresses) faults.push(...(await checkAddresses(instruments, surface.err)));
    if (options.json) {
      const verdicts = publiccode.map(({ file, valid, version, errors, warnings }) => ({ file, valid, version, errors, warnings }));
      surface.out(JSON.stringify({ instruments: instruments.length, faults, ...(verdicts.length > 0 && { publiccode: verdicts }) }));
    } else {
      for (const fault of faults) surface.out(describeFault(fault));
      for (const fault of publiccode.flatMap((verdict) => asFaults(verdict, "warnings"))) surface.out(`warning: ${describeFault(fault)}`);
      const read = [
        ...(instruments.length > 0 || publiccode.length === 0 ? [`${instruments.length} instruments`] : []),
        ...(publiccode.length > 0 ? [`${publiccode.length} publiccode.yml`] : []),
      ].join(", ");
      surface.out(
        faults.length === 0
          ? `Nothing wrong: ${read} read.`
          : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}; read: ${read}.`,
      );
    }
    return faults.length === 0 ? 0 : 1;
  },
};

/** Expressions that cannot be put to a subject, cases that come out otherwise, parameters that no check takes. */
function unprovenIn({ checks, indicators, instruments }: Dataset): Fault[] {
  const known = checks.map(({ value }) => value);
  const faultsOf = ({ file, lineOf }: Placed<unknown>, unproven: readonly Unproven[]): Fault[] =>
    unproven.map(({ at, message }) => ({ file, line: at[0] === "cases" ? undefined : lineOf(at), at: at.join("."), message }));
  return [
    ...checks.flatMap((placed) => faultsOf(placed, proveCheck(placed.value))),
    ...indicators.flatMap((placed) => faultsOf(placed, proveIndicator(placed.value))),
    ...instruments.flatMap((placed) => faultsOf(placed, proveParameters(placed.value, known))),
  ];
}

function isPubliccode(path: string, text: string): boolean {
  return /publiccode\.ya?ml$/i.test(path) || /^(?:publiccodeYmlVersion|publiccode-yaml-version)[ \t]*:/m.test(text);
}

function asFaults(verdict: PubliccodeVerdict & { file: string }, kind: "errors" | "warnings"): Fault[] {
  return verdict[kind].map(({ line, key, message }) => ({ file: verdict.file, line, ...(key && { at: key }), message }));
}
