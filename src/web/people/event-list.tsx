import type { ToldEvent } from "../../people/event.ts";
import { isRole } from "../../people/role.ts";
import type { Visit } from "../visit.ts";
import { moment } from "./form.tsx";

/** What happened, newest first: when, what, to whom, by whom. */
export function EventList({ visit, events }: { visit: Visit; events: readonly ToldEvent[] }) {
  const { t } = visit;
  return (
    <ul class="changes">
      {events.map(({ happenedAt, what, by, account, detail }) => (
        <li>
          <span class="figure">{moment(visit, happenedAt)}</span> {t(`people.event.${what}`)}
          {account && account !== by ? (
            <>
              {" · "}
              <bdi>{account}</bdi>
            </>
          ) : null}
          {detail.email ? (
            <>
              {" · "}
              <bdi>{detail.email}</bdi>
            </>
          ) : null}
          {isRole(detail.to ?? detail.role) ? ` · ${t(`people.role.${(detail.to ?? detail.role) as "reader"}`)}` : null}
          {by ? (
            <>
              {" · "}
              <bdi>{by}</bdi>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
