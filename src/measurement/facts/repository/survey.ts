import { classifyPath } from "../../licence/paths.ts";
import { ciSystemOf, licenceTools, runsTools, scanningTools, type Tool } from "./automation.ts";
import { depthOf, type Role, ranked, rolesOf } from "./names.ts";
import { ecosystemOf, isLockfile, sbomFormatOf } from "./packages.ts";
import { isCarried, isSource, isTest } from "./source.ts";
import type { Tree, TreeFile } from "./tree.ts";

export interface ToolFound {
  name: string;
  file: TreeFile;
}

/** What the names of a tree's files say, before any of them is opened. Lists have the file that speaks for the whole project first. */
export interface Survey {
  bytes: number;
  sources: TreeFile[];
  tests: TreeFile[];
  roles: Map<Role, TreeFile[]>;
  ci: { system: string; file: TreeFile }[];
  /** Files that name what runs on a change. */
  runners: TreeFile[];
  scanning: ToolFound[];
  licenceScans: ToolFound[];
  manifests: { file: TreeFile; ecosystem: string }[];
  lockfiles: TreeFile[];
  sboms: { file: TreeFile; format: "SPDX" | "CycloneDX" | "unnamed" }[];
  /** Agreements that stand in a file of their own: DCO, CLA.md */
  agreements: { file: TreeFile; terms: "DCO" | "CLA" }[];
  licences: TreeFile[];
}

/** How deep a licence or manifest may lie and still speak for the project or a part of it. */
const DEEPEST_LICENCE = 4;

export function surveyTree(tree: Tree): Survey {
  const survey: Survey = {
    bytes: 0,
    sources: [],
    tests: [],
    roles: new Map(),
    ci: [],
    runners: [],
    scanning: [],
    licenceScans: [],
    manifests: [],
    lockfiles: [],
    sboms: [],
    agreements: [],
    licences: [],
  };
  for (const file of tree.files) {
    survey.bytes += file.size;
    const path = file.path.toLowerCase();
    const source = isSource(path, file.size);
    if (source) survey.sources.push(file);
    if (source && isTest(path)) survey.tests.push(file);
    if (source || !isCarried(path)) look(survey, file, path);
  }
  for (const file of tree.aliases) look(survey, file, file.path.toLowerCase());
  return inRank(survey);
}

function inRank(survey: Survey): Survey {
  const files = (list: readonly TreeFile[]) => ranked(list, ({ path }) => path);
  const found = <Found extends { file: TreeFile }>(list: readonly Found[]) => ranked(list, ({ file }) => file.path);
  return {
    ...survey,
    roles: new Map([...survey.roles].map(([role, list]) => [role, files(list)])),
    tests: files(survey.tests),
    lockfiles: files(survey.lockfiles),
    licences: files(survey.licences),
    runners: files(survey.runners),
    ci: found(survey.ci),
    scanning: found(survey.scanning),
    licenceScans: found(survey.licenceScans),
    manifests: found(survey.manifests),
    sboms: found(survey.sboms),
    agreements: found(survey.agreements),
  };
}

function look(survey: Survey, file: TreeFile, path: string): void {
  const slash = path.lastIndexOf("/");
  const base = path.slice(slash + 1);
  const depth = depthOf(path);
  for (const role of rolesOf(path)) {
    const files = survey.roles.get(role);
    if (files) files.push(file);
    else survey.roles.set(role, [file]);
  }
  const ecosystem = ecosystemOf(base, slash === -1);
  if (ecosystem) survey.manifests.push({ file, ecosystem });
  if (isLockfile(base)) survey.lockfiles.push(file);
  const format = sbomFormatOf(base);
  if (format) survey.sboms.push({ file, format });
  if (depth < DEEPEST_LICENCE && classifyPath(file.path)) survey.licences.push(file);
  const terms = depth < 2 ? agreementOf(base) : undefined;
  if (terms) survey.agreements.push({ file, terms });
  const system = ciSystemOf(path);
  if (system) survey.ci.push({ system, file });
  if (slash !== -1 && !path.startsWith(".") && !system) return;
  // What sets up a tool for the whole project stands at the top or in a folder of its host.
  if (runsTools(path)) survey.runners.push(file);
  survey.scanning.push(...toolsNamed(scanningTools, path, file));
  survey.licenceScans.push(...toolsNamed(licenceTools, path, file));
}

const toolsNamed = (tools: readonly Tool[], path: string, file: TreeFile): ToolFound[] =>
  tools.filter((tool) => tool.file?.test(path)).map(({ name }) => ({ name, file }));

function agreementOf(base: string): "DCO" | "CLA" | undefined {
  if (/^dco(?:\.(?:md|txt|ya?ml))?$/.test(base)) return "DCO";
  return /^(?:(?:individual|corporate)[-_])?cla(?:\.(?:md|txt|pdf))?$|^\.clabot$|^contributor[-_]licen[sc]e[-_]agreement(?:\.[a-z]{2,4})?$/.test(
    base,
  )
    ? "CLA"
    : undefined;
}
