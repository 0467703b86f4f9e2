import type { SubjectKind } from "../../registry/check.ts";
import type { FactDefinition, FactDefinitions } from "../fact.ts";
import { catalogueDefinitions, catalogueItemDefinitions } from "./catalogue/definitions.ts";
import { grantDefinitions } from "./grant/definitions.ts";
import { inventoryDefinitions, inventoryItemDefinitions } from "./inventory/definitions.ts";
import { repositoryDefinitions } from "./repository/definitions.ts";
import { tenderDefinitions } from "./tender/definitions.ts";

const byKind: Record<SubjectKind, readonly FactDefinition[]> = {
  repository: repositoryDefinitions,
  inventory: inventoryDefinitions,
  "inventory-item": inventoryItemDefinitions,
  catalogue: catalogueDefinitions,
  "catalogue-item": catalogueItemDefinitions,
  tender: tenderDefinitions,
  grant: grantDefinitions,
};

/** Every fact that can be observed of a kind of subject. */
export function definitionsOf(kind: SubjectKind): FactDefinitions {
  return { kind, definitions: byKind[kind] };
}
