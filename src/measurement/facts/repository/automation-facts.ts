import { licenceTools, scanningTools, type Tool } from "./automation.ts";
import { sbomFormatIn } from "./packages.ts";
import { placeOf, type Scene, seePresence } from "./scene.ts";
import type { ToolFound } from "./survey.ts";
import { lineOf } from "./text.ts";
import type { TreeFile } from "./tree.ts";

const MOST_MANIFESTS = 200;

/** CI, tests, scanners, dependencies: what machines do for the project. */
export function seeAutomation(scene: Scene): void {
  const { sighting, survey } = scene;
  seePresence(
    scene,
    "ci.present",
    survey.ci.map(({ file }) => file),
    "CI configuration",
  );
  seeList(
    scene,
    "ci.systems",
    survey.ci.map(({ system, file }) => ({ name: system, file })),
  );
  seePresence(scene, "tests.present", survey.tests, "test file");
  const scanning = [...survey.scanning, ...calledBy(scene, scanningTools)];
  seePresence(
    scene,
    "codeScanning.present",
    scanning.map(({ file }) => file),
    "configuration of a code, secret or dependency scanner",
  );
  seeList(scene, "codeScanning.tools", scanning);
  const licenceScans = [...survey.licenceScans, ...calledBy(scene, licenceTools)];
  seePresence(
    scene,
    "licenceScan.present",
    licenceScans.map(({ file }) => file),
    "configuration of a licence scanner",
  );
  seePresence(scene, "lockfiles.present", survey.lockfiles, "lock file");
  seePresence(
    scene,
    "sbom.present",
    survey.sboms.map(({ file }) => file),
    "SBOM",
  );
  seeList(scene, "sbom.formats", sbomFormats(scene));
  const manifests = survey.manifests.slice(0, MOST_MANIFESTS);
  sighting.see(
    "manifests",
    manifests.map(({ file, ecosystem }) => ({ path: file.path, ecosystem })),
    ...manifests.slice(0, 20).map(({ file }) => placeOf(scene, file)),
  );
}

/** Names once each, every one with the first file that shows it. */
function seeList(scene: Scene, fact: string, found: readonly (ToolFound & { line?: number })[]): void {
  const firsts = [...new Map([...found].reverse().map((entry) => [entry.name, entry])).values()].reverse();
  if (firsts.length === 0 && scene.tree.cut) {
    scene.sighting.cannotSee(fact, `none found, but ${scene.tree.cut}`);
    return;
  }
  scene.sighting.see(
    fact,
    firsts.map(({ name }) => name),
  );
  for (const [index, { file, line }] of firsts.entries()) scene.sighting.place(`${fact}[${index}]`, placeOf(scene, file, line));
}

/** Tools that CI or pre-commit runs, by their name in a line that is no comment. */
function calledBy({ survey, beginnings }: Scene, tools: readonly Tool[]): (ToolFound & { line: number })[] {
  return survey.runners.flatMap((file) => {
    const text = beginnings.texts.get(file.path)?.toLowerCase();
    if (text === undefined) return [];
    return tools.flatMap((tool) => {
      const line = tool.called && calledAt(text, tool.called);
      return line === undefined ? [] : [{ name: tool.name, file, line }];
    });
  });
}

function calledAt(text: string, called: RegExp): number | undefined {
  for (const match of text.matchAll(new RegExp(called, "g"))) {
    const start = text.lastIndexOf("\n", match.index) + 1;
    if (!/^\s*(?:#|\/\/)/.test(text.slice(start, Math.min(match.index, start + 200)))) return lineOf(text, match.index);
  }
  return undefined;
}

function sbomFormats({ survey, beginnings }: Scene): ToolFound[] {
  return survey.sboms.flatMap(({ file, format }): { name: string; file: TreeFile }[] => {
    const name = format === "unnamed" ? sbomFormatIn(beginnings.texts.get(file.path)?.slice(0, 8192) ?? "") : format;
    return name ? [{ name, file }] : [];
  });
}
