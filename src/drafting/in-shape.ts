import type { z } from "zod";
import { Problem, says } from "../shared/problem.ts";
import { tidied } from "./tidy.ts";

/** What was given, or a Problem that names the first thing amiss. */
export function inShape<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(tidied(value));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Problem(
    "invalid-input",
    says`“${first?.path.join(".") || says`the draft`}” cannot be kept: ${first?.message ?? ""}. Change it and save again.`,
  );
}
