import { createHash } from "node:crypto";
import type { Place } from "../../measurement/fact.ts";
import type { Outcome } from "../../measurement/finding.ts";
import { parametersKey } from "../../measurement/policy.ts";
import { inLanguage } from "../../shared/localized-text.ts";
import type { Answer, Asked, Judged } from "./answer.ts";
import { cut, plain } from "./plain.ts";
import { askerInWords, nameOf, placeInWords, reasonsInWords } from "./words.ts";

const MOST_LOCATIONS = 10;

/** SARIF 2.1.0: a level only where something fails; “open” is what could not be told. */
const kindOf: Record<Outcome, "fail" | "pass" | "open" | "notApplicable" | "review"> = {
  "not-met": "fail",
  met: "pass",
  "not-observable": "open",
  "not-applicable": "notApplicable",
  error: "review",
};

/**
 * A SARIF 2.1.0 log in lines: the head with the rules, one line for each result, the end. So it is written as subjects
 * pass, and none has to be held.
 */
export class SarifLog {
  /** By check: all who ask it. */
  readonly #rules: Asked[][];
  readonly #ruleIndex: Map<string, number>;
  readonly #version: string;
  readonly #startedAt: string;
  #isFirst = true;

  constructor(asked: readonly Asked[], version: string, startedAt: string) {
    this.#version = version;
    this.#startedAt = startedAt;
    const byCheck = Map.groupBy(asked, ({ check }) => check.id);
    this.#rules = [...byCheck.values()];
    this.#ruleIndex = new Map([...byCheck.keys()].map((id, index) => [id, index]));
  }

  head(): string[] {
    const driver = {
      name: "Openfirst",
      version: this.#version,
      semanticVersion: this.#version,
      rules: this.#rules.map(ruleOf),
    };
    return [
      `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{`,
      `"tool":${JSON.stringify({ driver })},`,
      `"columnKind":"utf16CodeUnits",`,
      `"originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The root of the repository that was looked at."}}},`,
      `"results":[`,
    ];
  }

  results({ observation, answers }: Judged): string[] {
    return answers.map((answer) => {
      const line = `${this.#isFirst ? "" : ","}${JSON.stringify(this.#result(observation, answer))}`;
      this.#isFirst = false;
      return line;
    });
  }

  end(exitCode: number): string[] {
    const invocation = { executionSuccessful: exitCode < 2, exitCode, startTimeUtc: this.#startedAt, endTimeUtc: new Date().toISOString() };
    return ["],", `"invocations":[${JSON.stringify(invocation)}]`, "}]}"];
  }

  #result(observation: Judged["observation"], answer: Answer): object {
    const { asked, finding } = answer;
    const kind = kindOf[finding.outcome];
    const remedy = finding.remedy ? ` ${inLanguage(finding.remedy, "en").text}` : "";
    const reasons = reasonsInWords(answer).join(". ");
    return {
      ruleId: finding.check,
      ruleIndex: this.#ruleIndex.get(finding.check),
      kind,
      level: kind === "fail" ? levelOf(asked) : "none",
      message: { text: cut(plain(`${reasons || nameOf(asked)}.${remedy}`), 4000) },
      locations: locationsOf(observation, answer),
      partialFingerprints: { "openfirst/v1": fingerprint(observation, answer) },
      properties: {
        outcome: finding.outcome,
        checkVersion: finding.checkVersion,
        policy: asked.policy,
        provisionType: asked.provisionType,
        provisions: asked.provisions,
        ...(asked.strength && { strength: asked.strength }),
      },
    };
  }
}

function ruleOf(askers: readonly Asked[]): object {
  const { subject, provision_types: types, id, names, question, remedy, caveat, sources } = (askers[0] as Asked).check;
  const by = [...new Set(askers.map(askerInWords))].join("; ");
  const level = (["error", "warning", "note"] as const).find((one) => askers.some((asked) => levelOf(asked) === one));
  const [name, asks, advice] = [names, question, remedy].map((texts) => inLanguage(texts, "en").text);
  const warning = caveat ? `\n\n${inLanguage(caveat, "en").text}` : "";
  const from = sources.map(({ address, note }) => (note ? `${note}: ${address}` : address)).join("\n");
  return {
    id,
    name: id
      .split("-")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(""),
    shortDescription: { text: name },
    fullDescription: { text: asks },
    help: { text: `${asks}\n\n${advice}${warning}\n\nAsked by ${by}\n\n${from}` },
    helpUri: sources.find(({ address }) => /^https?:/.test(address))?.address,
    defaultConfiguration: { level },
    properties: { tags: [subject, ...types] },
  };
}

/** By the strength of who asks; a framework's principles are advice with weight. */
function levelOf({ strength }: Asked): "error" | "warning" | "note" {
  if (strength === "must" || strength === "must-not") return "error";
  return strength === "may" ? "note" : "warning";
}

/** Files as physical locations; what stands elsewhere as logical ones. A repository's finding without a file stands at a file that was read. */
function locationsOf(observation: Judged["observation"], { finding }: Answer): object[] {
  const places = finding.because.flatMap(({ where }) => where);
  const ofFiles = places.filter(({ file }) => file !== undefined).slice(0, MOST_LOCATIONS);
  const logicalLocations = [
    {
      name: cut(plain(observation.subject.name ?? observation.subject.id), 200),
      fullyQualifiedName: plain(observation.subject.id),
      kind: observation.subject.kind,
    },
  ];
  if (ofFiles.length === 0) {
    const anchor = observation.subject.kind === "repository" ? anyFile(observation) : undefined;
    return [{ logicalLocations, ...(anchor && { physicalLocation: physical({ file: anchor }) }) }];
  }
  return ofFiles.map((place, index) => ({
    id: index + 1,
    physicalLocation: physical(place),
    logicalLocations:
      place.pointer || place.xpath ? [{ fullyQualifiedName: plain(place.pointer ?? place.xpath ?? ""), kind: "member" }] : logicalLocations,
    message: { text: plain(placeInWords(place)) },
  }));
}

function anyFile({ places }: Judged["observation"]): string | undefined {
  for (const name of ["readme.present", "licence.files", ...Object.keys(places)]) {
    const file = (Object.hasOwn(places, name) ? places[name] : undefined)?.find((place) => place.file !== undefined)?.file;
    if (file) return file;
  }
  return undefined;
}

function physical({ file = "", line, text }: Place): object {
  const artifactLocation = { uri: file.split("/").map(encodeSegment).join("/"), uriBaseId: "%SRCROOT%" };
  return { artifactLocation, region: { startLine: line ?? 1, ...(text !== undefined && { snippet: { text: cut(plain(text), 500) } }) } };
}

const encodeSegment = (part: string) => encodeURIComponent(part.toWellFormed());

function fingerprint({ subject }: Judged["observation"], { asked }: Answer): string {
  const key = `${subject.kind}\n${subject.id}\n${asked.check.id}\n${parametersKey(asked.check, asked.parameters)}\n${asked.policy}`;
  return createHash("sha256").update(key).digest("hex").slice(0, 32);
}
