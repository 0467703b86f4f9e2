import { randomBytes } from "node:crypto";

/** An id for a new element, short enough to be read in an address. */
export function newElementId(): string {
  return `e${randomBytes(5).toString("hex")}`;
}
