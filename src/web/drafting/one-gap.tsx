import type { Draft } from "../../drafting/draft.ts";
import type { Evidence, Gap } from "../../drafting/gaps/gap.ts";
import type { RenderedElement } from "../../drafting/rendered.ts";
import type { Visit } from "../visit.ts";

/** What one gap says, on what it rests, where it stands and what would mend it. `labels` leads to elements; without it the reader is there already. */
export function OneGap({
  visit,
  draft,
  gap,
  labels,
}: {
  visit: Visit;
  draft: Pick<Draft, "id" | "language" | "state">;
  gap: Gap;
  labels?: ReadonlyMap<string, string>;
}) {
  const language = visit.language === "fr" ? "fr" : "en";
  return (
    <>
      <p>{sentenceOf(visit, gap)}</p>
      {gap.quote ? (
        <p class="small">
          <q lang={draft.language} dir="auto">
            {gap.quote}
          </q>
        </p>
      ) : null}
      {gap.because ? (
        <p class="small">
          {visit.t("gaps.because")} <span lang={language}>{gap.because[language]}</span>
        </p>
      ) : null}
      {gap.evidence.length > 0 ? (
        <p class="small">
          {visit.t("gaps.evidence")} <EvidenceLinks visit={visit} evidence={gap.evidence} />
        </p>
      ) : null}
      <Ways visit={visit} draft={draft} gap={gap} labels={labels} />
    </>
  );
}

/** The elements of a draft by what they are called where somebody is led to them: "Article 5. Inventory". */
export function labelsOf(visit: Visit, elements: readonly Pick<RenderedElement, "id" | "label" | "heading">[]): Map<string, string> {
  return new Map(
    elements.map(({ id, label, heading }) => [id, [label, heading].filter(Boolean).join(". ").slice(0, 80) || visit.t("draft.preamble")]),
  );
}

/** A gap in words of the reader's language. */
export function sentenceOf(visit: Visit, { kind, types, values }: Gap): string {
  if (kind === "essential") {
    const later = values.later ? ` ${visit.t("gaps.later")}` : "";
    const host = values.host ? ` ${visit.t("gaps.host")}` : "";
    return `${visit.code("gaps", `essential-${values.essential}`)}${later}${host}`;
  }
  const [type, other] = types;
  const written: Record<string, string | number> = { ...values };
  if (type) written.type = visit.typeName(type);
  if (other) written.other = visit.typeName(other);
  if (values.area) written.area = visit.code("area", String(values.area));
  if (values.principle) written.principle = principleName(visit, String(values.principle));
  if (values.wanted && type) written.wanted = visit.typeName(type);
  if (values.day) written.day = visit.date(String(values.day));
  for (const name of ["strength", "otherStrength"] as const) if (values[name]) written[name] = visit.code("strength", String(values[name]));
  return visit.t(`gaps.${kind}`, written);
}

export function principleName(visit: Visit, id: string): string {
  const item = visit.reference.frameworks.get("un-open-source-principles")?.items.find((one) => one.id === id);
  return item ? visit.own(item.names) : id;
}

/** Links to the records that something rests on. */
export function EvidenceLinks({ visit, evidence }: { visit: Visit; evidence: readonly Evidence[] }) {
  return (
    <>
      {evidence.map(({ kind, id, title }, at) => (
        <>
          {at > 0 ? " · " : ""}
          <a href={visit.href(`/${kind}s/${id}`)}>{nameOf(visit, kind, id) ?? title ?? id}</a>
        </>
      ))}
    </>
  );
}

function nameOf(visit: Visit, kind: Evidence["kind"], id: string): string | undefined {
  const { lessons, frameworks } = visit.reference;
  const names = kind === "lesson" ? lessons.get(id)?.titles : kind === "framework" ? frameworks.get(id)?.names : undefined;
  return names && visit.own(names);
}

function Ways({
  visit,
  draft,
  gap: { kind, clause, element, other },
  labels,
}: {
  visit: Visit;
  draft: Pick<Draft, "id" | "state">;
  gap: Gap;
  labels: ReadonlyMap<string, string> | undefined;
}) {
  const { t } = visit;
  const to = (address: string) => visit.href(`/drafts/${draft.id}/${address}`);
  const ways: [string, string][] = [];
  // A closed text takes nothing in.
  const isOpen = draft.state === "drafting";
  if (clause && isOpen) ways.push([to(`add?clause=${clause}`), t("gaps.mend", { type: visit.typeName(clause) })]);
  if (kind === "blanks-open" && isOpen) ways.push([to("blanks"), t("gaps.fill")]);
  if (kind === "codings-undecided" && element && isOpen) ways.push([to(`elements/${element}#codings`), t("gaps.decide")]);
  for (const id of [labels ? element : undefined, other])
    if (id) ways.push([to(`elements/${id}`), t("gaps.goto", { article: labels?.get(id) ?? id })]);
  if (ways.length === 0) return null;
  return (
    <p class="forms">
      {ways.map(([address, name]) => (
        <a href={address}>{name}</a>
      ))}
    </p>
  );
}
