import type { Exception } from "../../registry/dossier.ts";
import type { Visit } from "../visit.ts";
import type { Sources } from "./statement.tsx";
import { WebAddress } from "./web-address.tsx";

/** A registered exception: who approved it, for how long, on what ground. It counts as compliance. */
export function ExceptionNote({ visit, exception, sources }: { visit: Visit; exception: Exception; sources: Sources }) {
  const { t } = visit;
  const source = sources.get(exception.source);
  return (
    <blockquote class="statement">
      <p class="small">
        <strong>{t("subject.exception")}</strong> ·{" "}
        <a href={visit.href(`/provision-types/${exception.reason}`)}>{visit.typeName(exception.reason)}</a> ·{" "}
        <bdi>{exception.approved_by}</bdi> · <time datetime={exception.approved_on}>{visit.date(exception.approved_on)}</time>
        {exception.until ? ` – ${visit.date(exception.until)}` : ""}
      </p>
      <p lang={exception.language} dir="auto">
        {exception.text}
      </p>
      {source ? (
        <p class="small">
          <WebAddress text={source.address} />
        </p>
      ) : null}
    </blockquote>
  );
}
