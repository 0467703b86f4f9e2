import type { Format } from "./document.ts";
import { child, type Found, find, listOf, textOf } from "./release.ts";
import { findUsageType } from "./usage-types.ts";

/** One thing that is not as the schema asks. */
export interface ShapeError {
  pointer: string;
  message: string;
}

type Type = "a text" | "a number" | "a list" | "an object" | "0 or 1" | "a text or a list";

interface Field {
  name: string;
  type: Type;
  in: readonly Format[];
  required: readonly Format[];
}

const every: readonly Format[] = ["projects", "releases", "project", "lines"];
const early: readonly Format[] = ["projects"];
const later: readonly Format[] = ["releases", "project", "lines"];
const single: readonly Format[] = ["project"];

/** What the schemas require, and the types of what facts are read from. That of a single project, in use since 2024, asks for most. */
const fields: readonly Field[] = [
  { name: "name", type: "a text", in: every, required: every },
  { name: "description", type: "a text", in: every, required: every },
  { name: "tags", type: "a list", in: every, required: every },
  { name: "contact", type: "an object", in: every, required: every },
  { name: "license", type: "a text", in: early, required: [] },
  { name: "openSourceProject", type: "0 or 1", in: early, required: early },
  { name: "governmentWideReuseProject", type: "0 or 1", in: early, required: early },
  { name: "permissions", type: "an object", in: later, required: later },
  { name: "permissions.licenses", type: "a list", in: later, required: single },
  { name: "permissions.usageType", type: "a text or a list", in: later, required: later },
  { name: "repositoryURL", type: "a text", in: later, required: later },
  { name: "laborHours", type: "a number", in: later, required: later },
  { name: "date", type: "an object", in: later, required: single },
  { name: "languages", type: "a list", in: every, required: single },
  { name: "organization", type: "a text", in: every, required: single },
  { name: "status", type: "a text", in: every, required: single },
  { name: "vcs", type: "a text", in: every, required: single },
  { name: "repositoryVisibility", type: "a text", in: single, required: single },
];

const types: Record<Type, (found: Found) => boolean> = {
  "a text": ({ value }) => typeof value === "string",
  "a number": ({ value }) => typeof value === "number",
  "a list": ({ value }) => Array.isArray(value),
  "a text or a list": ({ value }) => typeof value === "string" || Array.isArray(value),
  "an object": ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value),
  "0 or 1": ({ value }) => value === 0 || value === 1,
};

/** What a release lacks or writes otherwise than the schema asks for. */
export function errorsOfRelease(release: Found, format: Format): ShapeError[] {
  if (!types["an object"](release)) return [{ pointer: release.pointer, message: "expected an object that describes one release" }];
  const errors: ShapeError[] = [];
  for (const { name, type, in: formats, required } of fields) {
    if (!formats.includes(format)) continue;
    const found = find(release, name);
    if (found && !types[type](found)) errors.push({ pointer: found.pointer, message: `expected ${name} to be ${type}` });
    else if (required.includes(format) && (found === undefined || found.value === ""))
      errors.push({ pointer: release.pointer, message: `${name} is required and missing` });
  }
  return [...errors, ...errorsOfUse(release)];
}

function errorsOfUse(release: Found): ShapeError[] {
  const found = find(release, "permissions.usageType");
  return (listOf(found) ?? (found ? [found] : [])).slice(0, 20).flatMap((entry) => {
    const written = textOf(entry, 100);
    if (written === undefined || findUsageType(written)?.value === written) return [];
    return [{ pointer: entry.pointer, message: `“${written.slice(0, 60)}” is not one of the values of usageType` }];
  });
}

const versions = ["1.0.0", "1.0.1", "2.0.0"];
const methods = ["linesOfCode", "modules", "cost", "projects", "systems", "other"];

/** What the head of an agency's inventory lacks or writes otherwise. */
export function errorsOfHead(document: Found, format: Format): ShapeError[] {
  const errors: ShapeError[] = [];
  const version = textOf(child(document, "version"), 40);
  if (!version || !versions.includes(version))
    errors.push({ pointer: "/version", message: `expected a version of the schema, one of ${versions.join(", ")}` });
  if (!textOf(child(document, "agency"))) errors.push({ pointer: "/agency", message: "agency is required and missing" });
  const method = textOf(find(document, "measurementType.method"), 40);
  if (format === "releases" && (!method || !methods.includes(method)))
    errors.push({ pointer: "/measurementType/method", message: `expected how code is measured, one of ${methods.join(", ")}` });
  return errors;
}
