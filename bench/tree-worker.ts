import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { readWorkTree } from "../src/measurement/facts/repository/folder-tree.ts";
import { seeTree } from "../src/measurement/facts/repository/observe.ts";
import type { Tree } from "../src/measurement/facts/repository/tree.ts";
import { Sighting } from "../src/measurement/facts/sighting.ts";

export const treeOf = (repository: string): Promise<Tree> => readWorkTree(repository, join(repository, ".git"), 200_000);

/** All facts of a work tree, as the JSON that a thread of the command hands over. */
export async function seeRepository(repository: string): Promise<string> {
  const sighting = new Sighting();
  await seeTree(sighting, await treeOf(repository), undefined);
  return JSON.stringify(sighting.observation({ kind: "repository", id: repository }, "", ""));
}

/** In a thread of bench/repositories.ts: one tree after the other. */
parentPort?.on("message", async (repository: string) => parentPort?.postMessage(await seeRepository(repository)));
