import { child, type Found, find } from "./release.ts";
import { errorsOfHead, type ShapeError } from "./shape.ts";

/** How an inventory is written: `projects` before schema 2.0.0, `releases` since, the description of one `project`, or one release a line. */
export type Format = "projects" | "releases" | "project" | "lines";

export interface InventoryDocument {
  format?: Format;
  releases: Found[];
  errors: ShapeError[];
}

/** Finds the releases of one document, tolerating a bare list and an object of releases by name. Without a format it is no inventory. */
export function readDocument(root: Found): InventoryDocument {
  const field = find(root, "releases", "projects") ?? (Array.isArray(root.value) ? root : undefined);
  if (field && typeof field.value === "object") return listed(root, field);
  if (find(root, "permissions.usageType", "permissions.licenses", "openSourceProject"))
    return { format: "project", releases: [root], errors: [] };
  return {
    releases: [],
    errors: [{ pointer: "", message: "is no code.json: expected a list “releases”, or “projects” before schema 2.0.0" }],
  };
}

function listed(root: Found, field: Found): InventoryDocument {
  const format = child(root, "releases") ? "releases" : "projects";
  const releases = Object.entries(field.value as object).map(
    ([key, value]) => child(field, key) ?? { value, pointer: `${field.pointer}/${key}` },
  );
  const errors = errorsOfHead(root, format);
  if (field === root) errors.push({ pointer: "", message: "expected an object with version, agency and a list of releases" });
  else if (!Array.isArray(field.value)) errors.push({ pointer: field.pointer, message: `expected ${format} to be a list` });
  return { format, releases, errors };
}
