import type { Context } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import type { Gaps } from "../../drafting/gaps/gap.ts";
import type { Site } from "../app.tsx";

/** What a draft lacks, judged against the registry as it stands now. */
export async function gapsOf(_context: Context<Site>, _draft: Draft): Promise<Gaps> {
  return { gaps: [] };
}
