import type { Context } from "hono";
import type { Draft } from "../../drafting/draft.ts";
import { gapSurroundings } from "../../drafting/find-gap-surroundings.ts";
import { findGaps } from "../../drafting/gaps/find-gaps.ts";
import type { Gaps } from "../../drafting/gaps/gap.ts";
import type { Site } from "../app.tsx";

/** What a draft lacks, judged against the registry as it stands now. */
export async function gapsOf(context: Context<Site>, draft: Draft): Promise<Gaps> {
  const { db, reference } = context.get("visit");
  return findGaps(draft, await gapSurroundings(db, reference.generation), new Date().toISOString().slice(0, 10));
}
