import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseSettings, openDatabase } from "../database/connect.ts";
import { packageRoot } from "../shared/package-root.ts";
import { describeFault, Problem } from "../shared/problem.ts";
import type { ExitCode, Surface } from "./command.ts";
import { commands } from "./commands.ts";

/** Runs one command line and says how it ended. */
export async function run(words: readonly string[], surface: Surface): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === "--version" || name === "-v") {
    surface.out((JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version);
    return 0;
  }
  if (!name || name === "help" || name === "--help" || name === "-h") {
    surface.out(overview());
    return name ? 0 : 2;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    surface.err(`There is no command “${name}”. Expected one of: ${commands.map((candidate) => candidate.name).join(", ")}.`);
    return 2;
  }
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      strict: true,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help) {
      surface.out(command.help);
      return 0;
    }
    return await command.run({ words: positionals, options: values }, surface);
  } catch (error) {
    return explain(error, rest.includes("--json"), surface, name);
  }
}

function explain(error: unknown, json: boolean, surface: Surface, name: string): ExitCode {
  const problem = asProblem(error, name);
  if (json) surface.out(JSON.stringify({ code: problem.code, detail: problem.message, faults: problem.faults }));
  for (const line of [
    problem.message,
    ...problem.faults.slice(0, 100).map(describeFault),
    ...(problem.faults.length > 100 ? [`… and ${problem.faults.length - 100} more`] : []),
  ])
    surface.err(line);
  return 2;
}

/** What a person at the command line can do something about, said plainly; the rest with the place in the program where it broke. */
function asProblem(error: unknown, name: string): Problem {
  if (error instanceof Problem) return error;
  const { code = "", message, stack } = error as { code?: string; message: string; stack?: string };
  if (code.startsWith("ERR_PARSE_ARGS"))
    return new Problem("invalid-input", `${message} See “openfirst ${name} --help”.`, { cause: error });
  if (/^(ECONN|ENOTFOUND|28P01|3D000|57P0)/.test(code))
    return new Problem("database-unavailable", `The database cannot be reached: ${message}. Check DATABASE_URL.`, { cause: error });
  if (code === "ERR_INVALID_URL")
    return new Problem("invalid-input", "DATABASE_URL is no address; expected one such as postgres://name@localhost/openfirst.", {
      cause: error,
    });
  if (/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EISDIR|ENOTDIR|ENAMETOOLONG|ELOOP|ENOENT|EMFILE)$/.test(code))
    return new Problem("invalid-input", `A file or folder cannot be used: ${message}.`, { cause: error });
  return new Problem("internal", `Openfirst failed where it should not: ${stack ?? String(error)}`, { cause: error });
}

function overview(): string {
  return [
    "Openfirst: what every open-source policy says, article by article.",
    "",
    "Usage: openfirst <command> [options]",
    "",
    ...commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`),
    "",
    "Each command has --help and --json. Settings: OPENFIRST_DATA (folder, default ./data), DATABASE_URL (PostgreSQL 15 or newer),",
    "PORT (8080), HOST (localhost), OPENFIRST_EMPTY=1 (start without the shipped dataset).",
  ].join("\n");
}

/** The real surface: this process. */
export function processSurface(): Surface {
  return {
    environment: process.env,
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    open: (command) => openDatabase(databaseSettings(process.env, command)),
  };
}

const isMain = process.argv[1] !== undefined && /(?:openfirst(?:\.js|\.ts)?)$/.test(process.argv[1]);
if (isMain) {
  // Whoever reads the output may stop early, as “| head” does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(2);
  });
  process.exitCode = await run(process.argv.slice(2), processSurface());
}
