import type { Database } from "../database/connect.ts";
import type { Strength } from "../registry/coding.ts";
import { findRecord, findRecords, listRecords } from "../registry/find.ts";
import type { Framework } from "../registry/framework.ts";
import type { Instrument, Provision } from "../registry/instrument.ts";
import { defaultFramework, parametersKey, type Question, questionsOf, questionsOfFramework } from "./policy.ts";

/** Who asks: an instrument that applies to the body, or the framework that is put to every body. */
export type Policy = { instrument: Instrument; framework?: never } | { framework: Framework; instrument?: never };

/** A question as one policy puts it to a body. */
export interface Asked extends Question {
  policy: Policy;
  /** by which its findings are found */
  parametersKey: string;
}

/** What obliges comes before what advises. */
const byWeight: readonly Strength[] = ["must", "must-not", "should", "may"];

/** What is asked of a body: by each instrument that its dossier names, in that order, then by the default framework. */
export async function listAsked(db: Database, body: string): Promise<Asked[]> {
  const checks = (await listRecords(db, "check")).items.map(({ record }) => record);
  const named = (await findRecord(db, "dossier", body))?.record.instruments.map(({ instrument }) => instrument) ?? [];
  const held = await findRecords(db, "instrument", named);
  const framework = (await findRecord(db, "framework", defaultFramework))?.record;
  const by = (policy: Policy, questions: readonly Question[]): Asked[] =>
    questions.map((question) => ({ ...question, policy, parametersKey: parametersKey(question.check, question.parameters) }));
  return [
    ...named.flatMap((id) => {
      const instrument = held.get(id)?.record;
      return instrument ? by({ instrument }, questionsOf(instrument, checks)) : [];
    }),
    ...(framework ? by({ framework }, questionsOfFramework(framework, checks)) : []),
  ];
}

/** The id of the instrument or framework. */
export function policyId({ instrument, framework }: Policy): string {
  return instrument?.id ?? framework?.id ?? "";
}

/** The provisions that ask, each with the strongest word with which it does; empty where a framework asks. */
export function askingProvisions({ policy, provisions, check }: Asked): { provision: Provision; strength: Strength }[] {
  return (policy.instrument?.provisions ?? []).flatMap((provision) => {
    if (!provisions.includes(provision.id)) return [];
    const asking = provision.codings.filter(({ verdict, type }) => verdict === "accepted" && check.provision_types.includes(type));
    const strength = byWeight.find((one) => asking.some((coding) => coding.strength === one));
    return strength ? [{ provision, strength }] : [];
  });
}

/** The strongest word with which a policy asks; nothing where a framework does. */
export function strengthOf(asked: Asked): Strength | undefined {
  const given = askingProvisions(asked).map(({ strength }) => strength);
  return byWeight.find((one) => given.includes(one));
}

/** For an order in which what a “must” asks comes first, and what no provision asks last. */
export function weightOf(askers: readonly Asked[]): number {
  return Math.min(
    byWeight.length,
    ...askers.flatMap((asked) => {
      const strength = strengthOf(asked);
      return strength ? [byWeight.indexOf(strength)] : [];
    }),
  );
}
