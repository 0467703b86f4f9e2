import { z } from "zod";

/** Lower-case words joined by hyphens; the same in URL, API, file and export. Parts of one thing are joined by a dot. */
export const identifier = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case letters, digits and single hyphens, such as ch-embag-9");
