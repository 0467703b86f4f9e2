/** What can be looked at. An item is one entry of an inventory or catalogue; the file as a whole is a subject of its own. */
export const subjectKinds = ["repository", "inventory", "inventory-item", "catalogue", "catalogue-item", "tender", "grant"] as const;

export type SubjectKind = (typeof subjectKinds)[number];

export interface Subject {
  kind: SubjectKind;
  /** As its source identifies it: an address, an ocid, an IATI identifier, a path. Never our own number. */
  id: string;
  name?: string;
  /** Where a reader finds it on the web. */
  address?: string;
}
