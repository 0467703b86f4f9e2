/** The closed list of what can go wrong; docs/api.md explains each. web/ alone turns a code into an HTTP status. */
export const problemCodes = [
  "not-found",
  "invalid-input",
  "sign-in-needed",
  "forbidden",
  "invalid-file",
  "unsupported",
  "too-large",
  "not-acceptable",
  "method-not-allowed",
  "conflict",
  "too-many-requests",
  "busy",
  "database-unavailable",
  "internal",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** One thing that is wrong in a file, said so that its author can mend it. */
export interface Fault {
  file: string;
  line?: number | undefined;
  /** path inside the file, such as provisions.2.codings.0.type */
  at?: string | undefined;
  message: string;
}

/** The one error shape. `message` names the thing, what was expected and what to do next. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  /** seconds after which it is worth to ask again */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, message: string, options: { faults?: readonly Fault[]; cause?: unknown; retryAfter?: number } = {}) {
    super(message, { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.faults = options.faults ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** "dataset/instruments/x.yml:12 provisions.0.type: …" */
export function describeFault(fault: Fault): string {
  const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return `${place} ${fault.at ? `${fault.at}: ` : ""}${fault.message}`;
}
