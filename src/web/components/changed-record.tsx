import type { Revision } from "../../registry/find.ts";
import { titleOf } from "../../registry/listing.ts";
import type { AnyRecord } from "../../registry/nouns.ts";
import { differences } from "../differences.ts";
import type { Visit } from "../visit.ts";

const AT_FIRST = 5;

/** One record that changed: what it is, and what stood there before and stands there now. */
export function ChangedRecord({ visit, revision }: { visit: Visit; revision: Revision }) {
  const { t } = visit;
  const kind = revision.after === null ? "removed" : revision.before === null || revision.before === undefined ? "added" : "changed";
  const changes = kind === "changed" ? differences(revision.before, revision.after) : [];
  const { name, address } = nameOf(visit, { noun: revision.noun, id: revision.id, record: revision.after ?? revision.before } as AnyRecord);
  return (
    <li>
      <p>
        {visit.code("noun-one", revision.noun)}{" "}
        {address ? (
          <a href={visit.href(address)} dir="auto">
            {name}
          </a>
        ) : (
          <span dir="auto">{name}</span>
        )}{" "}
        · {t(`changes.${kind}`)}{" "}
        <span class="small" dir="ltr">
          #{revision.revision}
        </span>
      </p>
      {changes.length > 0 ? (
        <ul class="changes">
          {changes.slice(0, AT_FIRST).map(({ path, before, after }) => (
            <li>
              <code>{path}</code>: {before === undefined ? null : <del dir="auto">{before}</del>}{" "}
              {after === undefined ? null : <ins dir="auto">{after}</ins>}
            </li>
          ))}
        </ul>
      ) : null}
      {changes.length > AT_FIRST ? (
        <p class="small">
          {revision.noun === "instrument" ? (
            <a href={visit.href(`/instruments/${revision.id}/history`)}>{t("facets.more", { count: changes.length - AT_FIRST })}</a>
          ) : (
            t("facets.more", { count: changes.length - AT_FIRST })
          )}
        </p>
      ) : null}
    </li>
  );
}

/** How a record is called, and the page that shows it where it has one. A removed instrument still has its history. */
export function nameOf(visit: Visit, { noun, id, record }: AnyRecord): { name: string; address?: string } {
  if (!record) return { name: id };
  const isHere = {
    jurisdiction: visit.reference.jurisdictions,
    "provision-type": visit.reference.types,
    framework: visit.reference.frameworks,
    lesson: visit.reference.lessons,
  };
  switch (noun) {
    case "instrument":
      return { name: titleOf(record, visit.language), address: `/instruments/${id}/history` };
    case "claim":
      return { name: record.title, address: `/claims/${id}` };
    case "claim-link":
      return { name: `${record.claim} → ${record.instrument}`, address: `/claims/${record.claim}` };
    case "coverage":
      return {
        name: `${visit.placeName(record.jurisdiction)}${visit.t("punctuation.comma")}${visit.date(record.date)}`,
        address: `/jurisdictions/${record.jurisdiction}#coverage`,
      };
    case "check":
      return { name: visit.own(record.names), address: `/checks/${id}` };
    case "clause":
      return { name: visit.typeName(id), address: `/clauses/${id}` };
    case "indicator":
      return { name: visit.own(record.names), address: `/indicators/${id}` };
    case "dossier":
      return { name: visit.bodyName(id), address: `/bodies/${id}` };
    case "measurement":
      return { name: visit.own(record.titles), address: `/bodies/${record.body}` };
    case "lesson":
      return { name: visit.own(record.titles), ...(isHere.lesson.has(id) ? { address: `/lessons/${id}` } : {}) };
    case "jurisdiction":
      return {
        name: visit.own(record.names as Record<string, string>),
        ...(isHere.jurisdiction.has(id) ? { address: `/jurisdictions/${id}` } : {}),
      };
    default:
      return { name: visit.own(record.names), ...(noun !== "body" && isHere[noun].has(id) ? { address: `/${noun}s/${id}` } : {}) };
  }
}
