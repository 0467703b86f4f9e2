import { existsSync, realpathSync, statSync } from "node:fs";
import { checkDataset, checkInstrument } from "../importers/dataset/check.ts";
import { leanOn } from "../importers/dataset/lean.ts";
import { type Dataset, type Placed, readDataset, readInstrumentFile, readTextFile } from "../importers/dataset/read.ts";
import { recordFile, recordFolder } from "../importers/dataset/record-file.ts";
import { proveCheck, proveIndicator, proveParameters, type Unproven } from "../measurement/proof.ts";
import { type PubliccodeVerdict, validatePubliccode } from "../measurement/publiccode/validate.ts";
import { describeFault, type Fault, Problem } from "../shared/problem.ts";
import { checkAddresses } from "./check-addresses.ts";
import type { Command } from "./command.ts";
import { heldInBox, shippedDataset } from "./ship.ts";

/** Checks dataset folders, files of records and publiccode.yml files, and says with file and line what is wrong. */
export const validate: Command = {
  name: "validate",
  summary: "Check a dataset folder, files of it or publiccode.yml files",
  help: `Usage: openfirst validate <folder or file …> [--addresses] [--complete]

Checks the shape of every file, that names point to something, that dates exist and agree, that nothing is coded twice, and
that every check and indicator gives in its cases what they say.
A folder holds a dataset, or a piece of one: names may point to what ships with Openfirst, as an import points to what the registry holds.
--complete holds the folder by itself. A file is known by its name and folder, such as dossiers/<body>.yml, bodies/<place>.yml,
checks/<id>/check.yaml or cases.yaml, and checked within the folder above; another .yml is read as an instrument by itself.
A publiccode.yml, known by its name or by its key publiccodeYmlVersion, is held against the standard that it declares (0.1 to 0.7) and against
the published one; warnings, which name what is deprecated or unknown, change nothing about the end.
Addresses of sources are not opened unless --addresses is given (this asks the network); --offline says so explicitly.
Ends with 0 where nothing is wrong, 1 where something is, 2 where it could not be read.

Examples: openfirst validate my-dataset
          openfirst validate my-dataset/checks/my-check/check.yaml
          openfirst validate publiccode.yml`,
  options: { addresses: { type: "boolean" }, offline: { type: "boolean" }, complete: { type: "boolean" } },
  async run({ words, options }, surface) {
    if (words.length === 0)
      throw new Problem("invalid-input", "Name a dataset folder, files of it or publiccode.yml files: openfirst validate my-dataset");
    if (options.addresses && options.offline)
      throw new Problem("invalid-input", "--addresses asks the network and --offline forbids it; give one of them.");
    const all = words.map((word) => validateWord(word, options.complete === true));
    const faults = all.flatMap((one) => one.faults);
    const warnings = all.flatMap((one) => (one.publiccode ? asFaults(one.publiccode, "warnings") : []));
    const publiccode = all.flatMap((one) => one.publiccode ?? []);
    const records = all.flatMap((one) => one.records ?? []);
    const instruments = records.flatMap((part) => part.instruments);
    if (options.addresses) faults.push(...(await checkAddresses(instruments, surface.err)));
    if (options.json) {
      const verdicts = publiccode.map(({ file, valid, version, errors, warnings }) => ({ file, valid, version, errors, warnings }));
      surface.out(JSON.stringify({ instruments: instruments.length, faults, ...(verdicts.length > 0 && { publiccode: verdicts }) }));
    } else {
      for (const fault of faults) surface.out(describeFault(fault));
      for (const fault of warnings) surface.out(`warning: ${describeFault(fault)}`);
      const read = readInWords(records, publiccode.length);
      surface.out(
        faults.length === 0
          ? `Nothing wrong: ${read} read.`
          : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}; read: ${read}.`,
      );
    }
    return faults.length === 0 ? 0 : 1;
  },
};

/** What was read of one word of the command line, and what is wrong with it. */
interface Validated {
  faults: Fault[];
  records?: Dataset;
  publiccode?: PubliccodeVerdict & { file: string };
}

function validateWord(word: string, complete: boolean): Validated {
  const status = statSync(word, { throwIfNoEntry: false });
  if (!status) throw new Problem("not-found", `There is no file or folder “${word}”.`);
  const record = status.isDirectory() ? recordFolder(word) : recordFile(word);
  if (record) {
    const found = validateFolder(record.root, complete, record.concerns);
    if (found.faults.length > 0 || !isEmpty(found.records)) return found;
    throw new Problem("invalid-file", `“${word}” is not read as a part of a dataset; expected it as docs/dataset-format.md says.`);
  }
  if (!status.isDirectory()) return validateFile(word);
  const found = validateFolder(word, complete);
  if (found.faults.length > 0 || !isEmpty(found.records)) return found;
  throw new Problem(
    "invalid-file",
    `“${word}” holds no dataset: expected instruments/, checks/, jurisdictions.csv and the like in it; name the folder that holds them.`,
  );
}

/** A dataset folder; of one record in it, only what concerns that. */
function validateFolder(
  folder: string,
  complete: boolean,
  concerns = (_file: string) => true,
): Required<Pick<Validated, "faults" | "records">> {
  const { dataset, faults: all } = readDataset(folder);
  const misshapen = all.filter(({ file }) => concerns(file));
  const records = partsOf(dataset, concerns);
  if (misshapen.length > 0) return { records, faults: misshapen };
  const leaned = complete || isBox(folder) ? { dataset, faults: [] } : leanOn(dataset, heldInBox());
  const faults = [...leaned.faults, ...checkDataset(leaned.dataset)].filter(({ file }) => concerns(file));
  return { records, faults: [...faults, ...unprovenIn(records, leaned.dataset.checks)] };
}

function partsOf(dataset: Dataset, concerns: (file: string) => boolean): Dataset {
  const parts = Object.entries(dataset).map(([part, list]) => [part, (list as Placed<unknown>[]).filter(({ file }) => concerns(file))]);
  return Object.fromEntries(parts);
}

/** A publiccode.yml, or an instrument by itself. */
function validateFile(path: string): Validated {
  try {
    const text = readTextFile(path) ?? "";
    if (isPubliccode(path, text)) {
      const publiccode = { file: path, ...validatePubliccode(text) };
      return { faults: asFaults(publiccode, "errors"), publiccode };
    }
    const placed = readInstrumentFile(text, path);
    return { faults: checkInstrument(placed), records: { ...nothingRead, instruments: [placed] } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { faults: error.faults.length > 0 ? [...error.faults] : [{ file: path, message: error.message }] };
  }
}

function isBox(folder: string): boolean {
  return existsSync(shippedDataset) && realpathSync(folder) === realpathSync(shippedDataset);
}

/** In the order in which they are told, by one and by many. */
const partWords: Record<keyof Dataset, [one: string, many: string]> = {
  instruments: ["instrument", "instruments"],
  jurisdictions: ["jurisdiction", "jurisdictions"],
  bodies: ["body", "bodies"],
  provisionTypes: ["provision type", "provision types"],
  frameworks: ["framework", "frameworks"],
  claims: ["claim", "claims"],
  claimLinks: ["claim link", "claim links"],
  coverage: ["look for coverage", "looks for coverage"],
  lessons: ["lesson", "lessons"],
  checks: ["check", "checks"],
  clauses: ["clause", "clauses"],
  indicators: ["indicator", "indicators"],
  dossiers: ["dossier", "dossiers"],
  measurements: ["measurement", "measurements"],
};
const partNames = Object.keys(partWords) as (keyof Dataset)[];
const nothingRead = Object.fromEntries(partNames.map((part) => [part, []])) as unknown as Dataset;

const isEmpty = (dataset: Dataset): boolean => partNames.every((part) => dataset[part].length === 0);

/** "1 instrument, 3 checks, 1 publiccode.yml" */
function readInWords(records: readonly Dataset[], publiccode: number): string {
  const parts = partNames.flatMap((part) => {
    const count = records.reduce((sum, dataset) => sum + dataset[part].length, 0);
    return count > 0 ? [`${count} ${partWords[part][count === 1 ? 0 : 1]}`] : [];
  });
  return [...parts, ...(publiccode > 0 ? [`${publiccode} publiccode.yml`] : [])].join(", ") || "nothing";
}

/** Expressions that cannot be put to a subject, cases that come out otherwise, parameters that no check takes. */
function unprovenIn({ checks, indicators, instruments }: Dataset, allChecks: Dataset["checks"]): Fault[] {
  const known = allChecks.map(({ value }) => value);
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
