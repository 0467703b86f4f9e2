import type { Fault } from "../../../shared/problem.ts";
import { Problem } from "../../../shared/problem.ts";
import type { Observation } from "../../fact.ts";
import { observeActivity } from "./activity.ts";
import { type GrantLimits, grantLimits, readActivities } from "./read.ts";

export interface GrantOptions {
  /** ISO 8601, with Z; now where absent. */
  observedAt?: string;
  /** Told of what is damaged; without it the first fault is thrown. */
  onFault?: (fault: Fault) => void;
  limits?: Partial<GrantLimits>;
}

/**
 * Reads an IATI activities file (XML of standard 1.0x or 2.0x, gzipped or not) and yields one observation of kind `grant` for each activity as
 * it passes. Persons to turn to are never kept.
 * @throws Problem not-found, too-large (see GrantLimits), unsupported (an encoding), invalid-input (a folder; a document type); invalid-file
 * where the XML is damaged and no `onFault` is given
 * @example for await (const { subject, facts } of observeGrants("activities.xml.gz")) console.log(subject.id, facts.openSourceMention);
 */
export async function* observeGrants(path: string, options: GrantOptions = {}): AsyncGenerator<Observation> {
  const observedAt = options.observedAt ?? new Date().toISOString();
  const onFault = options.onFault ?? throwFault;
  for await (const activity of readActivities(path, { ...grantLimits, ...options.limits }, onFault))
    yield observeActivity(activity, observedAt);
}

function throwFault(fault: Fault): never {
  throw new Problem("invalid-file", `${fault.file}${fault.line ? `:${fault.line}` : ""}: ${fault.message}`, { faults: [fault] });
}
