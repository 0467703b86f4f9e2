import type { Child } from "hono/jsx";
import type { Reading } from "../../measurement/reading.ts";
import type { Visit } from "../visit.ts";
import { Bar } from "./figure.tsx";

export interface EvidenceRow {
  label: Child;
  evidence: Reading["evidence"];
}

/** How much is known, before anything that is known: of each text's duties those measured, those attested, and those that nobody can tell yet. */
export function EvidenceTable({ visit, rows, head }: { visit: Visit; rows: readonly EvidenceRow[]; head: string }) {
  const { t } = visit;
  return (
    <div class="scroll">
      <table class="evidence">
        <caption>
          <span>{t("figure.evidence-caption")}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="number">
              {t("figure.duties")}
            </th>
            <th scope="col" class="number">
              <Swatch parts={[1, 0]} />
              {t("figure.measured")}
            </th>
            <th scope="col" class="number">
              <Swatch parts={[0, 1]} />
              {t("figure.attested")}
            </th>
            <th scope="col" class="number">
              <Swatch parts={[0, 0]} />
              {t("figure.not-measurable")}
            </th>
          </tr>
        </thead>
        {rows.map(({ label, evidence: { duties, measured, attested, notMeasurable } }) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colspan={5}>
                {label}
              </th>
            </tr>
            <tr>
              <td>{duties > 0 ? <Bar parts={[measured / duties, attested / duties]} /> : null}</td>
              {[duties, measured, attested, notMeasurable].map((count) => (
                <td class="number">{visit.number(count)}</td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Swatch({ parts }: { parts: readonly [number, number] }) {
  return (
    <span class="swatch">
      <Bar parts={parts} width={24} />
    </span>
  );
}
