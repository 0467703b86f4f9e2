import type { Person } from "../../people/person.ts";
import type { Visit } from "../visit.ts";

/** Who is signed in, above a private page: name, ways to account and workspaces, and out. */
export function AccountBar({ visit, person }: { visit: Visit; person: Person | undefined }) {
  const { t } = visit;
  if (!person) return null;
  if (person.local) return <p class="account-bar">{t("people.local")}</p>;
  return (
    <div class="account-bar">
      <nav aria-label={t("people.bar")}>
        <ul>
          <li>
            <a href={visit.href("/workspaces")}>{t("people.workspaces")}</a>
          </li>
          {person.administrator ? (
            <li>
              <a href={visit.href("/people")}>{t("people.accounts")}</a>
            </li>
          ) : null}
          <li>
            <a href={visit.href("/account")}>
              <bdi>{person.name}</bdi>
            </a>
          </li>
        </ul>
      </nav>
      <form method="post" action={visit.href("/sign-out")}>
        <button type="submit">{t("people.sign-out")}</button>
      </form>
    </div>
  );
}
