import type { Member } from "../../people/workspace.ts";
import type { Visit } from "../visit.ts";
import { RoleChoice } from "./role-choice.tsx";

/** The members of a workspace; for its administrators with a role to choose and a way out for each. */
export function MemberTable({ visit, members, editable }: { visit: Visit; members: readonly Member[]; editable: boolean }) {
  const { t } = visit;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.email")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.second-factor")}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr>
              <th scope="row">
                <bdi>{member.name}</bdi>
              </th>
              <td>
                <bdi>{member.email}</bdi>
              </td>
              <td>{editable ? <Change visit={visit} member={member} /> : t(`people.role.${member.role}`)}</td>
              <td>{t(member.hasSecondFactor ? "people.on" : "people.off")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Change({ visit, member }: { visit: Visit; member: Member }) {
  const { t } = visit;
  const id = `role-${member.account}`;
  return (
    <form method="post">
      <input type="hidden" name="account" value={member.account} />
      <label class="unseen" for={id}>
        {t("people.role-of", { name: member.name })}
      </label>
      <RoleChoice visit={visit} id={id} chosen={member.role} />{" "}
      <button type="submit" name="do" value="role">
        {t("people.change-role")}
      </button>{" "}
      <button type="submit" name="do" value="remove">
        {t("people.remove")}
      </button>
    </form>
  );
}
