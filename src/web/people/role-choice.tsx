import { type Role, roles } from "../../people/role.ts";
import type { Visit } from "../visit.ts";

export function RoleChoice({ visit, id, chosen }: { visit: Visit; id: string; chosen: Role }) {
  return (
    <select id={id} name="role">
      {roles.map((role) => (
        <option value={role} {...(role === chosen ? { selected: true } : {})}>
          {visit.t(`people.role.${role}`)}
        </option>
      ))}
    </select>
  );
}
