import type { Dossier } from "../../registry/dossier.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { currentStatus } from "../../registry/standing.ts";
import type { Visit } from "../visit.ts";
import { SourceLink } from "./source-link.tsx";

/** What weight a text has, and why it applies to a body: in the dossier's own words, with its source among those that the page lists. */
export function Because({ visit, applies, instrument }: { visit: Visit; applies: Dossier["instruments"][number]; instrument: Instrument }) {
  return (
    <>
      <p class="facts">
        {visit.code("type", instrument.type)} · {visit.t("fact.force")}
        {visit.t("punctuation.colon")}
        {visit.code("force", instrument.force.value)} · {visit.t("fact.status")}
        {visit.t("punctuation.colon")}
        {visit.code("status", currentStatus(instrument))}
      </p>
      <p class="small">
        {visit.t("body.because")}
        {visit.t("punctuation.colon")}
        <SourceLink id={applies.source} />
      </p>
      <p lang={applies.language ?? "en"} dir="auto">
        {applies.because}
      </p>
    </>
  );
}
