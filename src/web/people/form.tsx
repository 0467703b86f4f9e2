import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { Refusal, type RefusalReason } from "../../people/refusal.ts";
import { Problem, says } from "../../shared/problem.ts";
import { describedBy, Labelled } from "../components/labelled.tsx";
import type { Visit } from "../visit.ts";

/** What a form sends, read once and kept for the request. Throws a Problem where it is no form. */
export async function formOf(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem(
      "invalid-input",
      "The form cannot be read; expected the fields that the page sends. Open the page and send it again.",
      { cause },
    );
  }
}

/** One typed field; empty where it is absent or a file. Throws a Problem where it holds a NUL, which no database keeps. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== "string") return "";
  if (value.includes("\0"))
    throw new Problem("invalid-input", says`The field “${name}” contains a NUL character; expected text. Remove it.`);
  return value.slice(0, 5000);
}

/** Runs what a form asks for; hands back a Refusal to be shown beside it, and throws anything else. */
export async function refusalOf(act: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const statuses: Partial<Record<RefusalReason, number>> = {
  "too-often": 429,
  "link-ended": 404,
  "other-address": 403,
  "not-invited": 403,
  "email-taken": 409,
  "last-administrator": 409,
  "last-instance-administrator": 409,
  "account-blocked": 403,
  "already-member": 409,
  "second-factor-is-on": 409,
  "second-factor-needs-password": 409,
  "provider-silent": 503,
};

/** Status and headers of a page that shows a refusal: facts for render(). */
export function refused(refusal: Refusal | undefined): { status?: number; headers: Record<string, string>; hideFromSearchEngines: true } {
  const headers = { "cache-control": "no-store", ...(refusal?.retryAfter ? { "retry-after": String(refusal.retryAfter) } : {}) };
  return { ...(refusal ? { status: statuses[refusal.reason] ?? 422 } : {}), headers, hideFromSearchEngines: true };
}

/** Says in the reader's language why a form was not taken; a screen reader says it at once. */
export function RefusalNote({ visit, refusal }: { visit: Visit; refusal: Refusal | undefined }) {
  if (!refusal) return null;
  return (
    <p class="remark" role="alert" id="refusal">
      {visit.t(`people.refusal.${refusal.reason}`, refusal.values)}
    </p>
  );
}

export interface FieldFacts {
  name: string;
  label: string;
  value?: string;
  type?: "text" | "email" | "password";
  autocomplete?: string;
  hint?: Child;
  optional?: boolean;
  numeric?: boolean;
}

/** A labelled line to type into. Passwords are never written back. */
export function Field({ name, label, value, type = "text", autocomplete, hint, optional, numeric }: FieldFacts) {
  const id = `field-${name}`;
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input
        id={id}
        name={name}
        type={type}
        {...(type === "password" || value === undefined ? {} : { value })}
        {...(autocomplete ? { autocomplete } : {})}
        {...describedBy(id, hint)}
        {...(optional ? {} : { required: true })}
        {...(numeric ? { inputmode: "numeric" as const } : {})}
        maxlength={type === "email" ? 254 : 400}
        dir={type === "text" && !numeric ? "auto" : "ltr"}
      />
    </Labelled>
  );
}

export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}

/** "31 January 2024, 14:05 UTC" */
export function moment(visit: Visit, iso: string): string {
  return `${visit.date(iso.slice(0, 10))}${visit.t("punctuation.comma")}${iso.slice(11, 16)} UTC`;
}
