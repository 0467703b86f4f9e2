import type { Source } from "../../registry/instrument.ts";
import type { Visit } from "../visit.ts";

/** Sources with what they are, their licence, and when somebody of ours read them. */
export function SourceList({ visit, sources }: { visit: Visit; sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{visit.t("instrument.sources")}</h2>
      <ol class="sources">
        {sources.map((source) => (
          <li id={`source-${source.id}`}>
            <span class="source">[{source.id}]</span>{" "}
            {source.title ? (
              <>
                <span dir="auto">{source.title}</span>.{" "}
              </>
            ) : null}
            <a href={source.address} rel="noopener nofollow" dir="ltr">
              {source.address}
            </a>
            <span class="small">
              {" "}
              {visit.code("source-kind", source.kind)}
              {source.version ? (
                <>
                  {visit.t("punctuation.comma")}
                  <bdi>{source.version}</bdi>
                </>
              ) : null}
              {source.licence ? (
                <>
                  {visit.t("punctuation.comma")}
                  <bdi>{source.licence}</bdi>
                </>
              ) : null}
              {source.seen ? `${visit.t("punctuation.comma")}${visit.t("source.seen", { date: visit.date(source.seen) })}` : ""}
              {source.archived ? (
                <>
                  {visit.t("punctuation.comma")}
                  <a href={source.archived}>{visit.t("source.archived")}</a>
                </>
              ) : null}
              {source.note ? (
                <>
                  .{" "}
                  <span lang="en" dir="auto">
                    {source.note}
                  </span>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
