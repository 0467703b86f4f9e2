import type { Correction, Dossier, Reply } from "../../registry/dossier.ts";
import type { Visit } from "../visit.ts";
import { WebAddress } from "./web-address.tsx";

/** The sources of a dossier by their id. */
export type Sources = ReadonlyMap<string, Dossier["sources"][number]>;

/** What somebody says beside a finding or a fact: the words, by which role, when, and where they stand. */
export function Statement({
  visit,
  kind,
  statement,
  sources,
}: {
  visit: Visit;
  kind: "reply" | "correction";
  statement: Reply | Correction;
  sources: Sources;
}) {
  const source = sources.get(statement.source);
  return (
    <blockquote class="statement">
      <p class="small">
        <strong>{visit.t(`subject.${kind}`)}</strong> · <bdi>{statement.role}</bdi> ·{" "}
        <time datetime={statement.given_on}>{visit.date(statement.given_on)}</time>
      </p>
      {"says" in statement ? (
        <p>
          <code dir="auto">{typeof statement.says === "string" ? statement.says : JSON.stringify(statement.says)}</code>
        </p>
      ) : null}
      <p lang={statement.language} dir="auto">
        {statement.text}
      </p>
      {source ? (
        <p class="small">
          <WebAddress text={source.address} />
        </p>
      ) : null}
    </blockquote>
  );
}
