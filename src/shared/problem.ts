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

/**
 * What a problem says, in English, with its values apart, so that a page can say it in the reader's language: the template is the key of its
 * translation (web/languages/sentences.json). A value that is itself Said is translated too. Plain JSON, so that it passes between threads.
 */
export interface Said {
  /** "The label has {0} characters; at most {1} are kept. Shorten it." */
  template: string;
  values: readonly (string | number | Said)[];
}

/** says`The label has ${label.length} characters; at most ${150} are kept. Shorten it.` */
export function says(parts: TemplateStringsArray, ...values: Said["values"]): Said {
  return { template: parts.reduce((template, part, at) => `${template}{${at - 1}}${part}`), values };
}

/** What is said, as a program and the command get it. */
export function inEnglish({ template, values }: Said): string {
  return template.replace(/\{(\d+)\}/g, (whole, at) => {
    const value = values[Number(at)] ?? whole;
    return typeof value === "object" ? inEnglish(value) : String(value);
  });
}

/** The one error shape. What it says names the thing, what was expected and what to do next; `message` is that in English. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly said: Said;
  readonly faults: readonly Fault[];
  /** seconds after which it is worth to ask again */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, said: string | Said, options: { faults?: readonly Fault[]; cause?: unknown; retryAfter?: number } = {}) {
    super(typeof said === "string" ? said : inEnglish(said), { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.said = typeof said === "string" ? { template: said, values: [] } : said;
    this.faults = options.faults ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** "dataset/instruments/x.yml:12 provisions.0.type: …" */
export function describeFault(fault: Fault): string {
  const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return `${place} ${fault.at ? `${fault.at}: ` : ""}${fault.message}`;
}
