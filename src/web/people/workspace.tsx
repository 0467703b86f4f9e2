import { type Context, Hono } from "hono";
import { findEvents, type ToldEvent } from "../../people/event.ts";
import { type Invitation, invitationDays, invite, listInvitations, withdrawInvitation } from "../../people/invitation.ts";
import { can, requireAbility, roleIn } from "../../people/person.ts";
import type { Refusal } from "../../people/refusal.ts";
import { roles } from "../../people/role.ts";
import { changeRole, listMembers, removeMember } from "../../people/workspace.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import type { Visit } from "../visit.ts";
import { AccountBar } from "./account-bar.tsx";
import { EventList } from "./event-list.tsx";
import { Field, formOf, RefusalNote, refusalOf, refused, typed } from "./form.tsx";
import { MemberTable } from "./member-table.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { personOf } from "./who.ts";

/** One workspace: who belongs to it, as what; its administrators invite, change and remove. */
export const workspacePage = new Hono<Site>();

workspacePage.get("/workspaces/:workspace", (context) => page(context, {}));

workspacePage.post("/workspaces/:workspace", async (context) => {
  const person = requireAbility(await personOf(context), context.req.param("workspace"), "administer");
  const form = await formOf(context);
  const asked = typed(form, "do");
  const account = typed(form, "account");
  const workspace = context.req.param("workspace");
  const db = context.get("db");
  let link: string | undefined;
  const refusal = await refusalOf(async () => {
    if (asked === "role") await changeRole(db, person, workspace, account, typed(form, "role"));
    if (asked === "remove") await removeMember(db, person, workspace, account);
    if (asked === "withdraw") await withdrawInvitation(db, person, workspace, typed(form, "invitation"));
    if (asked === "invite") link = await inviteFrom(context, form);
  });
  if (refusal || link) return page(context, { refusal, asked, link, email: typed(form, "email") });
  const left = asked === "remove" && account === person.account;
  return context.redirect(context.get("visit").href(left ? "/workspaces" : `/workspaces/${workspace}`), 303);
});

/** Invites, by mail where there is one; hands back the link otherwise, to be passed on by hand. */
async function inviteFrom(context: Context<Site>, form: FormData): Promise<string> {
  const visit = context.get("visit");
  const { settings } = context.get("accounts");
  const asked = { workspace: context.req.param("workspace") ?? "", email: typed(form, "email"), role: typed(form, "role") };
  const person = await personOf(context);
  const { token, email } = await invite(context.get("db"), person, { ...asked, mailed: settings.mail !== undefined });
  const link = `${settings.baseAddress ?? visit.url.origin}${visit.href(`/invitation/${token}`)}`;
  if (!settings.mail) return link;
  const workspace = person?.memberships.find((membership) => membership.workspace === asked.workspace)?.name ?? "";
  const letter = {
    to: email,
    subject: visit.t("people.invitation-subject", { workspace }),
    text: visit.t("people.invitation-letter", { workspace, days: invitationDays, link }),
  };
  try {
    await settings.mail(letter);
  } catch (error) {
    // The link is there and can be passed on by hand.
    console.error("an invitation could not be sent:", error instanceof Error ? error.message.slice(0, 200) : "unknown");
    return link;
  }
  return "mailed";
}

interface Told {
  refusal?: Refusal | undefined;
  asked?: string;
  link?: string | undefined;
  email?: string;
}

async function page(context: Context<Site>, told: Told): Promise<Response> {
  const visit = context.get("visit");
  const db = context.get("db");
  const { t } = visit;
  const workspace = context.req.param("workspace") ?? "";
  const person = requireAbility(await personOf(context), workspace, "read-draft");
  const administers = can(person, workspace, "administer") && !person.local;
  const members = await listMembers(db, person, workspace);
  const invitations = administers ? await listInvitations(db, person, workspace) : [];
  const events = administers ? await findEvents(db, { workspace }) : [];
  const held = person.memberships.find((membership) => membership.workspace === workspace);
  const name = person.local ? t("people.local-workspace") : (held?.name ?? "");
  return render(
    visit,
    { title: name, ...refused(told.refusal), trail: [["/workspaces", t("people.workspaces")]] },
    <>
      <AccountBar visit={visit} person={person} />
      <h1 dir="auto">{name}</h1>
      <p>{t("people.your-role", { role: t(`people.role.${roleIn(person, workspace) ?? "reader"}`) })}</p>
      {person.local ? <p>{t("people.local-lead")}</p> : null}
      {members.length > 0 ? (
        <section aria-labelledby="members">
          <h2 id="members">{t("people.members")}</h2>
          {told.asked === "invite" ? null : <RefusalNote visit={visit} refusal={told.refusal} />}
          <MemberTable visit={visit} members={members} editable={administers} />
        </section>
      ) : null}
      <Roles visit={visit} />
      {administers ? <Invitations visit={visit} invitations={invitations} told={told} /> : null}
      {administers ? <Happened visit={visit} events={events} /> : null}
    </>,
  );
}

function Roles({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <details>
      <summary>{t("people.roles")}</summary>
      <dl class="facts-list">
        {roles.map((role) => (
          <div>
            <dt>{t(`people.role.${role}`)}</dt>
            <dd>{t(`people.role-may.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Invitations({ visit, invitations, told }: { visit: Visit; invitations: readonly Invitation[]; told: Told }) {
  const { t } = visit;
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{t("people.invitations")}</h2>
      {told.link ? (
        <p class="remark" role="status">
          {told.link === "mailed" ? t("people.invitation-mailed") : t("people.invitation-link", { days: invitationDays })}{" "}
          {told.link === "mailed" ? null : (
            <code class="secret" dir="ltr">
              {told.link}
            </code>
          )}
        </p>
      ) : null}
      <ul class="entries">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li class="entry">
            <p>
              <bdi>{email}</bdi> · {t(`people.role.${role}`)} · {t("people.until", { day: visit.date(expiresAt.slice(0, 10)) })}
            </p>
            <form method="post">
              <input type="hidden" name="invitation" value={id} />
              <button type="submit" name="do" value="withdraw">
                {t("people.withdraw")}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" class="stack">
        {told.asked === "invite" ? <RefusalNote visit={visit} refusal={told.refusal} /> : null}
        <Field name="email" type="email" label={t("people.email")} value={told.link ? "" : (told.email ?? "")} autocomplete="off" />
        <p class="field">
          <label for="field-role">{t("people.role")}</label>
          <RoleChoice visit={visit} id="field-role" chosen="drafter" />
        </p>
        <button type="submit" name="do" value="invite">
          {t("people.invite")}
        </button>
      </form>
    </section>
  );
}

function Happened({ visit, events }: { visit: Visit; events: readonly ToldEvent[] }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{visit.t("people.events")}</h2>
      <EventList visit={visit} events={events} />
    </section>
  );
}
