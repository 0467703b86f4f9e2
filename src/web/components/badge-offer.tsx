import type { Policy } from "../../measurement/asked.ts";
import { policyId } from "../../measurement/asked.ts";
import { titleIn } from "../../registry/listing.ts";
import type { Visit } from "../visit.ts";

/** The badges of a subject as they look, one for each policy, with the line that puts one on a page elsewhere. */
export function BadgeOffer({ visit, subject, policies }: { visit: Visit; subject: string; policies: readonly Policy[] }) {
  const { t } = visit;
  const page = visit.href(`/subjects/${subject}`);
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">{t("subject.badge")}</h2>
      <p>{t("subject.badge-how")}</p>
      <ul class="plain">
        {policies.map((policy) => {
          const { instrument, framework } = policy;
          const name = instrument ? titleIn(instrument, visit.language).text : visit.own(framework.names);
          const address = `${page}/badge.svg${instrument ? `?policy=${policyId(policy)}` : ""}`;
          return (
            <li>
              <p>
                <a href={address}>
                  <img src={address} alt={`${t("subject.badge-label")}${t("punctuation.colon")}${name}`} class="badge" />
                </a>{" "}
                <bdi>{name}</bdi>
              </p>
              <pre class="code" dir="ltr">
                <code>{`[![${t("subject.badge-label")}](${visit.url.origin}${address})](${visit.url.origin}${page})`}</code>
              </pre>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
