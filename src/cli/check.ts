import type { Observation } from "../measurement/fact.ts";
import { defaultFramework } from "../measurement/policy.ts";
import { kindsIn } from "../registry/measurement.ts";
import { describeFault, type Fault, Problem } from "../shared/problem.ts";
import { answerer } from "./check/answer.ts";
import { formats, writerOf } from "./check/formats.ts";
import { type LookOptions, lookAtAll } from "./check/look.ts";
import { type CheckOptions, type FailOn, readOptions } from "./check/options.ts";
import { openOutput } from "./check/output.ts";
import { plain } from "./check/plain.ts";
import { progressTo } from "./check/progress.ts";
import { questionsFor } from "./check/questions.ts";
import { checkBody, Keeper } from "./check/save.ts";
import { Summary } from "./check/summary.ts";
import type { Command, ExitCode, Surface } from "./command.ts";

const MOST_FAULTS = 20;

/** Looks at repositories, inventories, catalogues, tenders or grants, and says what a policy's checks make of them. */
export const checkCommand: Command = {
  name: "check",
  summary: "Look at repositories, inventories, catalogues, tenders or grants and say whether a policy is followed",
  help: `Usage: openfirst check repository <folder or address …>
       openfirst check inventory <file or address …>
       openfirst check catalogue <file, folder or address …>
       openfirst check tenders <file or folder …>
       openfirst check grants <file …>

  --policy P            who asks: ids of instruments or frameworks, or YAML files of instruments, with commas between
                        (default: the framework ${defaultFramework}: every check that speaks to one of the
                        UN Open Source Principles; the instrument un-oss-principles is their text, and asks by its codings)
  --checks DIR          a dataset folder whose checks/ are put beside those that ship with Openfirst, or in their place
  --format F            ${formats.join(", ")} (default: text); --json is --format json
  --output FILE         write there, not to the terminal
  --fail-on WHAT        end with 1 on: not-met (default), error (a check could not be judged), never
  --owner-domains A,B   repository: e-mail domains of the owner, to tell authors from outside
  --depth N             repository: fetch the newest N commits alone; the history is then not observable
  --hosts A,B           repository: the only hosts that may be asked
  --addresses           catalogue: ask the address of every item once
  --loopback            inventory, catalogue: an address of this machine (127.0.0.1) may be fetched
  --save --body ID      record what was seen, as a measurement of this body, beside a running server
  --series ID, --title T, --licence L   what the measurement is called, and under which licence its source stands

Nothing that is read is executed. Nothing is fetched but the addresses you name. Without --save no database is made.
Ends with 0 where nothing falls short, 1 where something does, 2 where something could not be looked at.

Examples: openfirst check repository .
          openfirst check repository . --policy ch-embag-9 --format sarif --output openfirst.sarif
          openfirst check tenders releases.jsonl.gz --format json`,
  options: {
    policy: { type: "string" },
    checks: { type: "string" },
    format: { type: "string" },
    output: { type: "string" },
    "fail-on": { type: "string" },
    "owner-domains": { type: "string" },
    depth: { type: "string" },
    hosts: { type: "string" },
    addresses: { type: "boolean" },
    loopback: { type: "boolean" },
    save: { type: "boolean" },
    body: { type: "string" },
    series: { type: "string" },
    title: { type: "string" },
    licence: { type: "string" },
  },
  async run({ words, options }, surface) {
    const meant = readOptions(words, options);
    const observedAt = new Date();
    const { asked, unseen, notInForce } = await questionsFor(meant, kindsIn[meant.kind], surface, observedAt.toISOString().slice(0, 10));
    const answer = answerer(asked);
    if (meant.saving) await checkBody(surface, meant.saving.body);
    const output = openOutput(meant.output, surface, meant.words);
    const keeper = meant.saving && new Keeper(surface.err);
    try {
      const writer = writerOf(meant.format, asked, observedAt.toISOString(), output.colours);
      const summary = new Summary(asked, unseen, notInForce);
      const found = await takeAll(meant, observedAt, surface, (observation) => {
        const judged = answer(observation);
        if (summary.subjects === 0) output.write(writer.begin());
        summary.add(judged);
        keeper?.keep(observation);
        output.write(writer.subject(judged));
        return summary.subjects;
      });
      if (summary.subjects === 0) throw nothingFound(meant, found);
      const exitCode = endOf(summary, found, meant.failOn);
      output.write(writer.end(summary, exitCode));
      tellWhatFailed(found, surface);
      if (asked.length === 0)
        surface.err("Nothing was asked: no check on this kind of subject speaks to an accepted provision of the policy.");
      if (keeper && meant.saving) {
        const { id, observations, findings } = await keeper.record(surface, meant.kind, meant.words, meant.saving);
        const repeated = keeper.repeated > 0 ? ` Of ${keeper.repeated} subjects that were seen more than once the last look is kept.` : "";
        surface.err(
          `Saved as measurement ${id}: ${amount(observations, "observation")}.${repeated} The registry asks by the policies that its dossier says bind ${meant.saving.body}, and by ${defaultFramework}: ${amount(findings, "finding")} recorded.`,
        );
      }
      return exitCode;
    } finally {
      output.close();
      keeper?.close();
    }
  },
};

const amount = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

interface Failed {
  /** Sources that could not be looked at. */
  problems: Problem[];
  /** What could not be read within a source, the first of it; and how much. */
  faults: Fault[];
  faultCount: number;
}

/** Hands over all that is seen, and keeps what could not be. */
async function takeAll(
  { kind, words, looking }: CheckOptions,
  observedAt: Date,
  surface: Surface,
  take: (observation: Observation) => number,
): Promise<Failed> {
  const failed: Failed = { problems: [], faults: [], faultCount: 0 };
  const options: LookOptions = {
    ...looking,
    observedAt,
    progress: progressTo((line) => surface.err(plain(line))),
    onFault: (fault) => {
      failed.faultCount += 1;
      if (failed.faults.length < MOST_FAULTS) failed.faults.push(fault);
    },
  };
  for await (const seen of lookAtAll(kind, words, options)) {
    if (seen instanceof Problem) failed.problems.push(seen);
    else options.progress.count(take(seen));
  }
  return failed;
}

function nothingFound({ kind, words }: CheckOptions, { problems, faults }: Failed): Problem {
  return problems[0] ?? new Problem("not-found", `Nothing to look at was found in ${words.join(", ")}; expected ${kind}.`, { faults });
}

function endOf({ outcomes }: Summary, { problems }: Failed, failOn: FailOn): ExitCode {
  if (problems.length > 0) return 2;
  if (failOn === "never") return 0;
  return outcomes.error > 0 || (failOn === "not-met" && outcomes["not-met"] > 0) ? 1 : 0;
}

function tellWhatFailed({ problems, faults, faultCount }: Failed, surface: Surface): void {
  for (const { message } of problems) surface.err(plain(message));
  for (const fault of faults) surface.err(plain(describeFault(fault)));
  if (faultCount > faults.length) surface.err(`… ${faultCount - faults.length} more pieces that could not be read as they should`);
}
