import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { databaseSettings } from "../../database/connect.ts";
import { readDataset, readFrameworkFile, readInstrumentFile, readTextFile } from "../../importers/dataset/read.ts";
import { defaultFramework, type Question, questionsOf, questionsOfFramework } from "../../measurement/policy.ts";
import { proveCheck } from "../../measurement/proof.ts";
import type { Check, SubjectKind } from "../../registry/check.ts";
import type { strengths } from "../../registry/coding.ts";
import { findRecord } from "../../registry/find.ts";
import type { Framework } from "../../registry/framework.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { identifier } from "../../shared/identifier.ts";
import { inLanguage } from "../../shared/localized-text.ts";
import { Problem } from "../../shared/problem.ts";
import type { Surface } from "../command.ts";
import { shippedDataset } from "../ship.ts";
import type { Asked, Unseen } from "./answer.ts";
import { type NotInForce, notInForceOn } from "./not-in-force.ts";
import type { CheckOptions } from "./options.ts";

const box: string = shippedDataset;

interface Questions {
  asked: Asked[];
  unseen: Unseen[];
  /** Instruments that are not, or not for sure, in force today. */
  notInForce: NotInForce[];
}

/**
 * What is asked of these kinds of subject: by each policy of a comma list (an id of an instrument or framework, or a YAML file), by default
 * by the UN Open Source Principles; and what of each instrument no check sees in them. All of it stands in the box; the registry is opened
 * for an instrument that is not there. `today` is an ISO day: an instrument that is not in force on it is named.
 * @throws Problem not-found with ids that are close; invalid-file
 */
export async function questionsFor(
  { policy, checks: ownChecks }: Pick<CheckOptions, "policy" | "checks">,
  kinds: readonly SubjectKind[],
  surface: Surface,
  today: string,
): Promise<Questions> {
  const names = (policy ?? defaultFramework).split(",").map((name) => name.trim());
  const checks = checksOf(ownChecks).filter(({ subject }) => kinds.includes(subject));
  const found: Questions = { asked: [], unseen: [], notInForce: [] };
  for (const name of new Set(names)) {
    const asking = await findPolicy(name, surface);
    if ("mapping" in asking) found.asked.push(...ofFramework(asking, checks));
    else {
      found.asked.push(...ofInstrument(asking, checks));
      found.unseen.push(unseenOf(asking, checks, kinds[0] as SubjectKind));
      const notInForce = notInForceOn(asking, today);
      if (notInForce) found.notInForce.push(notInForce);
    }
  }
  return found;
}

/** The checks of the box; beside them, or in the place of those with the same id, a folder's own, held to the same proof as on import. */
function checksOf(own: string | undefined): Check[] {
  const shipped = checksIn(box, "The checks in the box cannot be read; run “openfirst validate dataset” to see why.");
  if (own === undefined) return shipped;
  const refused = `The checks in “${own}” cannot be judged by; “openfirst validate ${own}” says the same with lines.`;
  const added = checksIn(own, refused);
  if (added.length === 0) throw new Problem("not-found", `“${own}” holds no checks; expected a folder with checks/<id>/check.yaml in it.`);
  const faults = added.flatMap((check) =>
    proveCheck(check).map(({ at, message }) => ({ file: `check ${check.id}`, at: at.join("."), message })),
  );
  if (faults.length > 0) throw new Problem("invalid-file", refused, { faults });
  return [...new Map([...shipped, ...added].map((check) => [check.id, check])).values()];
}

function checksIn(folder: string, refused: string): Check[] {
  const { dataset, faults } = readDataset(folder, ["checks"]);
  if (faults.length > 0) throw new Problem("invalid-file", refused, { faults });
  return dataset.checks.map(({ value }) => value);
}

async function findPolicy(name: string, surface: Surface): Promise<Instrument | Framework> {
  if (/\.ya?ml$/i.test(name) || /[/\\]/.test(name)) {
    const text = readTextFile(name);
    if (text === undefined) throw new Problem("not-found", `There is no file “${name}”; expected the YAML file of an instrument.`);
    return readInstrumentFile(text, name).value;
  }
  if (!identifier.safeParse(name).success)
    throw new Problem("invalid-input", `--policy is “${name}”; expected an id such as ch-embag-9, or a YAML file.`);
  const inBox = (folder: string) => join(box, folder, `${name}.yml`);
  const framework = readTextFile(inBox("frameworks"));
  if (framework !== undefined) return readFrameworkFile(framework, inBox("frameworks")).value;
  const instrument = readTextFile(inBox("instruments"));
  if (instrument !== undefined) return readInstrumentFile(instrument, inBox("instruments")).value;
  const held = await heldInstrument(name, surface);
  if (held) return held;
  throw new Problem("not-found", `There is no policy “${name}”. ${closest(name)}`);
}

function ofFramework(framework: Framework, checks: readonly Check[]): Asked[] {
  return questionsOfFramework(framework, checks).map((question) => ({ ...question, policy: framework.id, locators: [] }));
}

/** Silence on a duty must not look as if it were kept. */
function unseenOf(instrument: Instrument, checks: readonly Check[], kind: SubjectKind): Unseen {
  const accepted = instrument.provisions.flatMap(({ codings }) => codings.filter(({ verdict }) => verdict === "accepted"));
  const duties = [...new Set(accepted.map(({ type }) => type))];
  const seen = new Set(checks.flatMap(({ provision_types }) => provision_types));
  const names = namesInBox();
  return {
    policy: instrument.id,
    kind,
    duties: duties.length,
    names: duties.filter((type) => !seen.has(type)).map((type) => names.get(type) ?? type),
  };
}

/** Provision types of the box, by id: their English names. */
function namesInBox(): Map<string, string> {
  const { provisionTypes } = readDataset(box, ["provisionTypes"]).dataset;
  return new Map(provisionTypes.map(({ value: { id, names } }) => [id, inLanguage(names, "en").text]));
}

function ofInstrument(instrument: Instrument, checks: readonly Check[]): Asked[] {
  return questionsOf(instrument, checks).map((question) => ({ ...question, policy: instrument.id, ...whoAsks(instrument, question) }));
}

/** The places in the text, and the strongest of what they say. */
function whoAsks(instrument: Instrument, { check, provisions }: Question): Pick<Asked, "locators" | "strength"> {
  const asking = instrument.provisions.filter(({ id }) => provisions.includes(id));
  const codings = asking.flatMap(({ codings }) =>
    codings.filter(({ type, verdict }) => verdict === "accepted" && check.provision_types.includes(type)),
  );
  const strength = (["must", "must-not", "should", "may"] satisfies (typeof strengths)[number][]).find((candidate) =>
    codings.some((coding) => coding.strength === candidate),
  );
  return { locators: [...new Set(asking.map(({ locator }) => locator))], ...(strength && { strength }) };
}

/** An instrument of the registry, where there is one: a look at a repository must not make a database. */
async function heldInstrument(id: string, surface: Surface): Promise<Instrument | undefined> {
  const { url, folder } = databaseSettings(surface.environment, "");
  if (!url && !existsSync(join(folder ?? "", "postgres"))) return undefined;
  const opened = await surface.open("openfirst check");
  try {
    return (await findRecord(opened.db, "instrument", id))?.record;
  } finally {
    await opened.close();
  }
}

function closest(name: string): string {
  const parts = name.split("-");
  const ids = ["instruments", "frameworks"].flatMap((folder) => readdirSync(join(box, folder)).map((file) => file.replace(/\.yml$/, "")));
  const near = ids
    .map((id) => ({
      id,
      shared: id.split("-").filter((part, place) => part === parts[place] || (part.length > 2 && parts.includes(part))).length,
    }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared || (one.id < other.id ? -1 : 1))
    .slice(0, 8);
  if (near.length === 0) return "“openfirst search” finds policies; the first column is the id.";
  return `Did you mean ${near.map(({ id }) => id).join(", ")}?`;
}
