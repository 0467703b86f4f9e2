import { readFileSync } from "node:fs";
import { join } from "node:path";
import { subjectLine } from "../../measurement/subject-line.ts";
import { packageRoot } from "../../shared/package-root.ts";
import type { Asked, Judged } from "./answer.ts";
import { asHtml } from "./html.tsx";
import { asMarkdown } from "./markdown.ts";
import { SarifLog } from "./sarif.ts";
import type { Summary } from "./summary.ts";
import { asText } from "./text.ts";

export const formats = ["text", "json", "sarif", "markdown", "html"] as const;
export type Format = (typeof formats)[number];

/** How the output is written: before, as each subject passes, and at the end. */
export interface Writer {
  begin(): string[];
  subject(judged: Judged): string[];
  end(summary: Summary, exitCode: number): string[];
}

const nothing = () => [];

export function writerOf(format: Format, asked: readonly Asked[], startedAt: string, colours: boolean): Writer {
  if (format === "json") return { begin: nothing, subject: (judged) => [subjectLine(judged.observation, judged.answers)], end: nothing };
  if (format === "sarif") {
    const log = new SarifLog(asked, versionOfOpenfirst(), startedAt);
    return { begin: () => log.head(), subject: (judged) => log.results(judged), end: (_, exitCode) => log.end(exitCode) };
  }
  const told = { text: (summary: Summary) => asText(summary, colours), markdown: asMarkdown, html: asHtml }[format];
  return { begin: nothing, subject: nothing, end: told };
}

function versionOfOpenfirst(): string {
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;
}
