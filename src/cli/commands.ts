import { checkCommand } from "./check.ts";
import type { Command } from "./command.ts";
import { enqueueCommand } from "./enqueue.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { search } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { validate } from "./validate.ts";
import { workCommand } from "./work.ts";

/** Every command; a test fails while one is not described in docs/operating.md. */
export const commands: readonly Command[] = [
  serveCommand,
  importCommand,
  exportCommand,
  validate,
  checkCommand,
  enqueueCommand,
  workCommand,
  search,
];
