import type { VersionHead } from "../../drafting/find.ts";
import type { Visit } from "../visit.ts";
import { Choice } from "./form-fields.tsx";

/** Which two versions to compare, in either direction. */
export function CompareForm({
  visit,
  draft,
  versions,
  from,
  to,
}: {
  visit: Visit;
  draft: string;
  versions: readonly VersionHead[];
  from: number | "now" | undefined;
  to: number | "now";
}) {
  const { t } = visit;
  const options: (readonly [string, string])[] = [
    ["now", t("versions.now")],
    ...versions.map(({ version, label }) => [String(version), `${t("versions.version", { version })} ${label}`.slice(0, 90)] as const),
  ];
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{t("versions.compare")}</h2>
      <form method="get" action={visit.href(`/drafts/${draft}/compare`)} class="drafting-form">
        <Choice name="from" label={t("versions.from")} options={options} value={String(from ?? "now")} />
        <Choice name="to" label={t("versions.to")} options={options} value={String(to)} />
        <p>
          <button type="submit">{t("versions.compare")}</button>
        </p>
      </form>
    </section>
  );
}
