import type { Claim } from "../../registry/claim.ts";
import type { Visit } from "../visit.ts";

/** What a collection reports, marked as such: who says it, where it stands there, and which of its faults are known. That nobody has reviewed it is said only where it is linked to no reviewed policy. */
export function ClaimLine({ visit, claim }: { visit: Visit; claim: Claim }) {
  const { t } = visit;
  const isOfReviewed = visit.reference.linksOfClaim.has(claim.id);
  return (
    <li class="entry reported">
      <p>
        <a href={visit.href(`/claims/${claim.id}`)} dir="auto">
          {claim.title}
        </a>
      </p>
      <p class="facts">
        {t(isOfReviewed ? "claim.reported-of-reviewed" : "claim.reported", {
          collection: visit.code("collection", claim.collection),
          row: claim.row,
        })}
        {claim.years.length > 0 ? (
          <>
            {" "}
            · <span class="figure">{claim.years.join(t("punctuation.comma"))}</span>
          </>
        ) : null}
        {claim.kind ? (
          <>
            {" "}
            · <bdi lang="en">{claim.kind}</bdi>
          </>
        ) : null}
        {claim.status ? (
          <>
            {" "}
            · <bdi lang="en">{claim.status}</bdi>
          </>
        ) : null}
      </p>
      {claim.flags.length > 0 ? (
        <p class="flags">
          {claim.flags.map((flag) => visit.code("flag", flag)).join(" · ")}
          {claim.flag_note ? (
            <>
              {t("punctuation.colon")}
              <span lang="en" dir="ltr">
                {claim.flag_note}
              </span>
            </>
          ) : null}
        </p>
      ) : null}
    </li>
  );
}
