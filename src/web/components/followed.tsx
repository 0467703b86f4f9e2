import { type Evidence, listEvidence } from "../../measurement/find-evidence.ts";
import { listRecords } from "../../registry/find.ts";
import { byName, readingAddress } from "../measured.ts";
import type { Visit } from "../visit.ts";
import { BodyName } from "./body-name.tsx";
import { EvidenceTable } from "./evidence.tsx";

/** The bodies to which an instrument applies, with how much is known of each; in no order but that of their names. */
export interface Followers {
  bodies: readonly string[];
  evidence: ReadonlyMap<string, Evidence>;
}

export async function followersOf({ db }: Visit, instrument: string): Promise<Followers> {
  const dossiers = (await listRecords(db, "dossier")).items;
  const bodies = dossiers.filter(({ record }) => record.instruments.some((entry) => entry.instrument === instrument)).map(({ id }) => id);
  const evidence = bodies.length > 0 ? await listEvidence(db, instrument) : [];
  return { bodies, evidence: new Map(evidence.map((entry) => [entry.body, entry])) };
}

/** Is it happening? Who was looked at under an instrument, and how much is known of them. */
export function Followed({ visit, instrument, followers }: { visit: Visit; instrument: string; followers: Followers }) {
  const { t } = visit;
  const named = byName(visit, followers.bodies, visit.bodyName);
  const unread = named.filter((body) => !followers.evidence.has(body));
  const rows = named.flatMap((body) => {
    const known = followers.evidence.get(body);
    return known
      ? [
          {
            label: (
              <a href={readingAddress(visit, body, instrument)}>
                <BodyName visit={visit} id={body} />
              </a>
            ),
            evidence: known.evidence,
          },
        ]
      : [];
  });
  return (
    <section aria-labelledby="happening">
      <h2 id="happening">{t("bodies.title")}</h2>
      {named.length === 0 ? <p>{t("reading.no-body")}</p> : null}
      {rows.length > 0 ? (
        <>
          <p>{t("figure.evidence-means")}</p>
          <EvidenceTable visit={visit} head={t("bodies.body")} rows={rows} />
        </>
      ) : null}
      {unread.length > 0 ? (
        <p>
          {t("reading.applies-unread")}
          {t("punctuation.colon")}
          {unread.map((body, index) => (
            <>
              {index > 0 ? t("punctuation.semicolon") : ""}
              <a href={visit.href(`/bodies/${body}`)}>
                <BodyName visit={visit} id={body} />
              </a>
            </>
          ))}
        </p>
      ) : null}
    </section>
  );
}
