import { problemCodes } from "../../shared/problem.ts";
import type { Api } from "./route.ts";

/** The OpenAPI 3.1 document of the routes that were added. */
export function describeApi(api: Api): object {
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Openfirst registry",
      version: "1",
      description: `Everything the registry holds, to be read by programs. No key, no account; any origin. Lists answer {items, total, next}. Problems are RFC 9457 documents with one of these codes: ${problemCodes.join(", ")}. Described for people in docs/api.md.`,
      license: { name: "CC-BY-4.0; quoted wording keeps the licence named beside it", url: "https://creativecommons.org/licenses/by/4.0/" },
    },
    servers: [{ url: "/api/v1" }],
  });
}
