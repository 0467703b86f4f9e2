import type { Dossier } from "../../registry/dossier.ts";
import type { Visit } from "../visit.ts";
import { SourceLink } from "./source-link.tsx";

/** Why a text applies to a body, in the dossier's own English, with its source among those that the page lists. */
export function Because({ visit, applies }: { visit: Visit; applies: Dossier["instruments"][number] }) {
  return (
    <>
      <p class="small">
        {visit.t("body.because")}
        {visit.t("punctuation.colon")}
        <SourceLink id={applies.source} />
      </p>
      <p lang="en" dir="ltr">
        {applies.because}
      </p>
    </>
  );
}
