import type { Check, Parameters, SubjectKind } from "../registry/check.ts";
import type { Attestation, Dossier } from "../registry/dossier.ts";
import type { Indicator } from "../registry/indicator.ts";
import type { Instrument } from "../registry/instrument.ts";
import type { ProvisionType } from "../registry/provision-type.ts";
import { latestDay } from "../shared/partial-date.ts";
import { type Counts, type Figure, figureOfCounts } from "./figure.ts";
import type { IndicatorReading } from "./indicator.ts";
import { questionsOf } from "./policy.ts";

/** Goes up whenever the same findings could read otherwise. */
export const readingFormula = "reading 1";

/** How a body stands to an instrument: four readings side by side, never one number, and first of all how much is known. */
export interface Reading {
  formula: string;
  body: string;
  instrument: string;
  /** the day of the newest thing that was seen or stated */
  asOf: string;
  evidence: { duties: number; measured: number; attested: number; notMeasurable: number };
  commitment: { area: string; strength: string; provisions: string[] }[];
  enforceability: { fact: EnforceabilityFact; answer: "yes" | "no" | "unknown"; provisions: string[] }[];
  capacity: {
    provisionType: string;
    attestation: string;
    says: Attestation["says"];
    givenOn: string;
    expiresOn: string;
    expired: boolean;
  }[];
  implementation: Duty[];
}

/** One provision under one of its codings, and what is known of its being followed. */
export interface Duty {
  provision: string;
  locator: string;
  provisionType: string;
  strength: string;
  figures: DutyFigure[];
  attestations: string[];
  /** Where there is no figure: what it would take to have one. */
  needs?: string;
  /** Where there is no figure though there are checks: the kinds of subject that would show it, none of which was looked at. */
  notLooked?: SubjectKind[];
}

export interface DutyFigure {
  by: "check" | "indicator";
  id: string;
  version: number;
  parameters: Parameters;
  parametersKey?: string;
  figure: Figure;
  counts?: Counts;
  observedAt?: string;
}

/** The five facts that stand behind a duty, and the provision types that show each. */
const enforceabilityFacts = {
  "responsible-officer": ["responsible-officer", "ospo-or-lead-body"],
  "exception-procedure": ["exception-governance"],
  "register-or-report": ["annual-reporting", "code-inventory", "defined-metrics"],
  gate: ["gatekeeping-review", "proprietary-purchase-authorisation"],
  "audit-or-sanction": ["independent-audit", "sanctions"],
} as const satisfies Record<string, readonly string[]>;
type EnforceabilityFact = keyof typeof enforceabilityFacts;

/** Lead body, guidance, training, money, catalogue, clauses: what an official must say, for no data show it. */
export const capacityTypes: readonly string[] = [
  "ospo-or-lead-body",
  "guidance-and-helpdesk",
  "civil-servant-training",
  "dedicated-oss-budget",
  "public-software-catalogue",
  "standard-contract-clauses",
  "oss-career-recognition",
  "developer-ecosystem-programme",
  "change-and-migration-support",
];

export interface Known {
  instrument: Instrument;
  dossier: Dossier;
  checks: readonly Check[];
  indicators: readonly { indicator: Indicator; reading: IndicatorReading }[];
  types: ReadonlyMap<string, ProvisionType>;
  /** outcome counts of the body's current subjects, by check and parameters */
  countsOf(check: Check, parameters: Parameters): { counts: Counts; observedAt: string; parametersKey: string } | undefined;
  /** the day of the newest thing that was seen or stated */
  asOf: string;
  /** the day it is read on: attestations may have expired since */
  on: string;
}

/** Reads a body under an instrument. Pure: the same findings and statements give the same reading. */
export function readUnder(known: Known): Reading {
  const implementation = dutiesOf(known);
  return {
    formula: readingFormula,
    body: known.dossier.id,
    instrument: known.instrument.id,
    asOf: known.asOf,
    evidence: {
      duties: implementation.length,
      measured: implementation.filter(({ figures }) => figures.some(({ figure }) => figure.denominator > 0)).length,
      attested: implementation.filter(
        ({ figures, attestations }) => !figures.some(({ figure }) => figure.denominator > 0) && attestations.length > 0,
      ).length,
      notMeasurable: implementation.filter(
        ({ figures, attestations }) => !figures.some(({ figure }) => figure.denominator > 0) && attestations.length === 0,
      ).length,
    },
    commitment: commitmentOf(known),
    enforceability: enforceabilityOf(known.instrument),
    capacity: capacityOf(known.dossier, known.on),
    implementation,
  };
}

function acceptedCodings(instrument: Instrument) {
  return instrument.provisions.flatMap((provision) =>
    provision.codings.filter(({ verdict }) => verdict === "accepted").map((coding) => ({ provision, coding })),
  );
}

/** A permission to except is no duty: its use is counted with the duty it excepts from. */
function dutiesOf(known: Known): Duty[] {
  const questions = questionsOf(known.instrument, known.checks);
  const current = currentAttestations(known.dossier, known.on);
  const duties = new Map<string, Duty>();
  for (const { provision, coding } of acceptedCodings(known.instrument)) {
    const key = `${provision.id} ${coding.type}`;
    if (duties.has(key)) continue;
    const type = known.types.get(coding.type);
    const figures: DutyFigure[] = [];
    for (const { check, parameters, provisions } of questions) {
      if (!check.provision_types.includes(coding.type) || !provisions.includes(provision.id)) continue;
      const found = known.countsOf(check, parameters);
      if (found)
        figures.push({
          by: "check",
          id: check.id,
          version: check.version,
          parameters,
          parametersKey: found.parametersKey,
          figure: figureOfCounts(found.counts),
          counts: found.counts,
          observedAt: found.observedAt,
        });
    }
    for (const { indicator, reading } of known.indicators)
      if (indicator.provision_types.includes(coding.type) && "figure" in reading)
        figures.push({ by: "indicator", id: indicator.id, version: indicator.version, parameters: {}, figure: reading.figure });
    const attestations = current.filter(({ provision_type }) => provision_type === coding.type).map(({ id }) => id);
    duties.set(key, {
      provision: provision.id,
      locator: provision.locator,
      provisionType: coding.type,
      strength: coding.strength,
      figures,
      attestations,
      ...(figures.length === 0 ? withoutFigure(known, coding.type, type?.indicator.data ?? "") : {}),
    });
  }
  return [...duties.values()].filter(
    ({ provisionType }) => known.types.get(provisionType)?.area !== "exceptions" || provisionType === "exception-governance",
  );
}

/** Somebody could look, or nobody can: the one is our work, the other needs data that nobody has published. */
function withoutFigure(known: Known, type: string, data: string): Pick<Duty, "needs" | "notLooked"> {
  const kinds = known.checks.filter(({ provision_types }) => provision_types.includes(type)).map(({ subject }) => subject);
  return kinds.length > 0 ? { notLooked: [...new Set(kinds)] } : { needs: data };
}

const order = ["must", "must-not", "should", "may"];

function commitmentOf(known: Known): Reading["commitment"] {
  const areas = Map.groupBy(acceptedCodings(known.instrument), ({ coding }) => known.types.get(coding.type)?.area ?? "unknown");
  return [...areas].map(([area, codings]) => {
    const strength = order.find((candidate) => codings.some(({ coding }) => coding.strength === candidate)) ?? "may";
    const strongest = codings.filter(
      ({ coding }) => coding.strength === strength || (strength === "must" && coding.strength === "must-not"),
    );
    return { area, strength, provisions: [...new Set(strongest.map(({ provision }) => provision.id))] };
  });
}

/** "no" only of a text that was read whole: of any other nobody can say that something is not in it. */
function enforceabilityOf(instrument: Instrument): Reading["enforceability"] {
  const codings = acceptedCodings(instrument);
  return (Object.keys(enforceabilityFacts) as EnforceabilityFact[]).map((fact) => {
    const types: readonly string[] = enforceabilityFacts[fact];
    const provisions = [...new Set(codings.filter(({ coding }) => types.includes(coding.type)).map(({ provision }) => provision.id))];
    return { fact, answer: provisions.length > 0 ? "yes" : instrument.read === "full" ? "no" : "unknown", provisions };
  });
}

function capacityOf(dossier: Dossier, on: string): Reading["capacity"] {
  return dossier.attestations
    .filter(({ provision_type }) => capacityTypes.includes(provision_type))
    .map((attestation) => ({
      provisionType: attestation.provision_type,
      attestation: attestation.id,
      says: attestation.says,
      givenOn: attestation.given_on,
      expiresOn: expiryOf(attestation),
      expired: expiryOf(attestation) < on,
    }));
}

function currentAttestations(dossier: Dossier, on: string): Attestation[] {
  return dossier.attestations.filter((attestation) => expiryOf(attestation) >= on);
}

/** The day it says, or 24 months after it was given. */
export function expiryOf(attestation: Pick<Attestation, "given_on" | "expires_on">): string {
  if (attestation.expires_on) return latestDay(attestation.expires_on);
  const given = latestDay(attestation.given_on);
  return `${Number(given.slice(0, 4)) + 2}${given.slice(4) === "-02-29" ? "-02-28" : given.slice(4)}`;
}
