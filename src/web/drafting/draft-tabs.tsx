import type { Draft } from "../../drafting/draft.ts";
import type { Visit } from "../visit.ts";

const tabs = ["", "outline", "gaps", "blanks", "details", "versions", "consultation", "approval", "export"] as const;

/** The pages of one draft, and where it stands. */
export function DraftTabs({ visit, draft, here }: { visit: Visit; draft: Draft; here: (typeof tabs)[number] }) {
  return (
    <>
      <p class="facts">
        <span class={`outcome draft-${draft.state}`}>{visit.code("draft-state", draft.state)}</span>{" "}
        {draft.adoptedAs ? <a href={visit.href(`/instruments/${draft.adoptedAs}`)}>{visit.t("draft.adopted-as")}</a> : null}
      </p>
      <nav aria-label={visit.t("draft.tabs")} class="within">
        <ul>
          {tabs.map((tab) => (
            <li>
              <a
                href={visit.href(`/drafts/${draft.id}${tab ? `/${tab}` : ""}`)}
                {...(tab === here ? { "aria-current": "page" as const } : {})}
              >
                {visit.code("draft-tab", tab || "text")}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
