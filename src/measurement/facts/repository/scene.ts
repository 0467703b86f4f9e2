import type { Place } from "../../fact.ts";
import type { Sighting } from "../sighting.ts";
import type { Beginnings } from "./beginnings.ts";
import type { Survey } from "./survey.ts";
import type { Tree, TreeFile } from "./tree.ts";

/** Everything the facts of a tree are drawn from. */
export interface Scene {
  sighting: Sighting;
  tree: Tree;
  survey: Survey;
  beginnings: Beginnings;
  /** HEAD */
  commit: string | undefined;
}

const MOST_PLACES = 20;

/** A place in a file of the tree. */
export function placeOf({ commit }: Pick<Scene, "commit">, file: Pick<TreeFile, "path">, line?: number, text?: string): Place {
  return {
    file: file.path,
    ...(line === undefined ? {} : { line }),
    ...(commit === undefined ? {} : { commit }),
    ...(text === undefined ? {} : { text }),
  };
}

/** Where something was looked for and not found: no file, the commit, and what was missing among how many. */
export function nowhere({ commit, tree }: Pick<Scene, "commit" | "tree">, what: string): Place {
  return { ...(commit === undefined ? {} : { commit }), text: `no ${what} among ${tree.files.length} files` };
}

/** Yes with the files, no with what was looked for; where files may be missing from the list, "no" cannot be said. */
export function seePresence(scene: Scene, fact: string, files: readonly Pick<TreeFile, "path">[], what: string): void {
  const { sighting, tree } = scene;
  if (files.length > 0) sighting.see(fact, true, ...files.slice(0, MOST_PLACES).map((file) => placeOf(scene, file)));
  else if (tree.cut) sighting.cannotSee(fact, `no ${what} found, but ${tree.cut}`);
  else sighting.see(fact, false, nowhere(scene, what));
}
