import { createHash } from "node:crypto";
import type { Check, Parameters } from "../registry/check.ts";
import type { Framework } from "../registry/framework.ts";
import type { Instrument } from "../registry/instrument.ts";
import { canonical } from "../shared/canonical.ts";

/** The framework whose items the default set of checks speaks to. */
export const defaultFramework = "un-open-source-principles";

/** A check as one text asks it: with the parameters that the text sets, and the places that ask. */
export interface Question {
  check: Check;
  /** What the text sets; the check's defaults fill the rest. */
  parameters: Parameters;
  /** Of the check's provision types the closest that the text contains. */
  provisionType: string;
  /** Ids of the provisions that ask, within the instrument; empty where no instrument asks. */
  provisions: string[];
}

/**
 * The questions an instrument puts: every check that speaks to a provision type of which it has an accepted coding. Codings
 * that set different parameters put different questions.
 */
export function questionsOf(instrument: Instrument, checks: readonly Check[]): Question[] {
  const asked = new Map<string, Question>();
  const codings = instrument.provisions.flatMap((provision) =>
    provision.codings.filter(({ verdict }) => verdict === "accepted").map((coding) => ({ provision, coding })),
  );
  for (const check of checks)
    for (const type of check.provision_types)
      for (const { provision, coding } of codings) {
        if (coding.type !== type) continue;
        const parameters = ownParameters(check, coding.parameters ?? {});
        const key = `${check.id} ${canonical(parameters)}`;
        const question = asked.get(key) ?? { check, parameters, provisionType: type, provisions: [] };
        if (!question.provisions.includes(provision.id)) question.provisions.push(provision.id);
        asked.set(key, question);
      }
  return [...asked.values()];
}

/** The questions where no instrument is named: every check that speaks to an item of a framework, by default the UN Open Source Principles. */
export function questionsOfFramework(framework: Framework, checks: readonly Check[]): Question[] {
  const types = new Set(framework.mapping.map((entry) => entry.provision_type));
  return checks.flatMap((check) => {
    const provisionType = check.provision_types.find((type) => types.has(type));
    return provisionType ? [{ check, parameters: {}, provisionType, provisions: [] }] : [];
  });
}

function ownParameters(check: Check, given: Parameters): Parameters {
  const names = new Set(check.parameters.map(({ name }) => name));
  return Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name)));
}

/** The parameters a check is judged with: what was set, and its defaults for the rest. */
export function withDefaults(check: Check, given: Parameters): Parameters {
  return Object.fromEntries(
    check.parameters.map(({ name, default: fallback }) => [name, Object.hasOwn(given, name) ? (given[name] ?? fallback) : fallback]),
  );
}

/** By which a finding is found again: the same parameters, the same key. */
export function parametersKey(check: Check, parameters: Parameters): string {
  return createHash("sha256")
    .update(canonical(withDefaults(check, parameters)))
    .digest("hex")
    .slice(0, 16);
}
