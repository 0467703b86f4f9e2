import { Problem, type ProblemCode } from "../shared/problem.ts";

/** Why a form was not taken. Pages say it in the reader's language. */
const refusalReasons = {
  "wrong-password": "invalid-input",
  "wrong-sign-in": "invalid-input",
  "wrong-code": "invalid-input",
  "challenge-ended": "invalid-input",
  "too-often": "too-many-requests",
  "email-invalid": "invalid-input",
  "email-taken": "conflict",
  "name-missing": "invalid-input",
  "name-too-long": "invalid-input",
  "password-too-short": "invalid-input",
  "password-too-long": "invalid-input",
  "password-common": "invalid-input",
  "password-about-you": "invalid-input",
  "link-ended": "not-found",
  "wrong-token": "invalid-input",
  "other-address": "forbidden",
  "last-administrator": "conflict",
  "last-instance-administrator": "conflict",
  "account-blocked": "forbidden",
  "already-member": "conflict",
  "unknown-role": "invalid-input",
  "second-factor-is-on": "conflict",
  "second-factor-needs-password": "conflict",
  "provider-silent": "busy",
  "provider-refused": "invalid-input",
  "not-invited": "forbidden",
} as const satisfies Record<string, ProblemCode>;

export type RefusalReason = keyof typeof refusalReasons;

/** A form that was not taken, with the reason and the figures that belong to it: { least: 12 }, { minutes: 4 }. */
export class Refusal extends Problem {
  readonly reason: RefusalReason;
  readonly values: Record<string, string | number>;

  constructor(reason: RefusalReason, values: Record<string, string | number> = {}, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(refusalReasons[reason], `This was not taken: ${reason.replaceAll("-", " ")}. Go back, mend it and send it again.`, options);
    this.reason = reason;
    this.values = values;
  }
}
