import type { Refusal } from "../../people/refusal.ts";
import type { StartedSecondFactor } from "../../people/second-factor.ts";
import type { Visit } from "../visit.ts";
import { Field, RefusalNote } from "./form.tsx";
import { QrCode } from "./qr-code.tsx";

/** What is shown once and never again. */
export interface Shown {
  started?: StartedSecondFactor;
  backupCodes?: string[];
}

interface Facts {
  visit: Visit;
  isOn: boolean;
  asked: string | undefined;
  refusal: Refusal | undefined;
  shown: Shown | undefined;
}

/** The second factor on the account's page: switch on, confirm, renew backup codes, switch off. */
export function SecondFactorSection({ visit, isOn, asked, refusal, shown }: Facts) {
  const { t } = visit;
  const isOurs = asked?.startsWith("factor-");
  const confirms = shown?.started !== undefined || (asked === "factor-confirm" && refusal !== undefined);
  return (
    <section aria-labelledby="second-factor">
      <h2 id="second-factor">{t("people.second-factor")}</h2>
      <p>{t(isOn ? "people.factor-is-on" : "people.factor-is-off")}</p>
      {isOurs ? <RefusalNote visit={visit} refusal={refusal} /> : null}
      {shown?.started ? <Secret visit={visit} started={shown.started} /> : null}
      {shown?.backupCodes ? <BackupCodes visit={visit} codes={shown.backupCodes} /> : null}
      {confirms ? (
        <form method="post" class="stack">
          <Field name="code" label={t("people.code")} autocomplete="one-time-code" numeric />
          <button type="submit" name="do" value="factor-confirm">
            {t("people.factor-confirm")}
          </button>
        </form>
      ) : null}
      {confirms ? null : <PasswordFirst visit={visit} isOn={isOn} />}
    </section>
  );
}

function PasswordFirst({ visit, isOn }: { visit: Visit; isOn: boolean }) {
  const { t } = visit;
  return (
    <form method="post" class="stack">
      <p class="field">
        <label for="factor-password">{t("people.password")}</label>
        <input id="factor-password" name="password" type="password" autocomplete="current-password" required maxlength={400} dir="ltr" />
      </p>
      {isOn ? (
        <p>
          <button type="submit" name="do" value="factor-codes">
            {t("people.factor-codes")}
          </button>{" "}
          <button type="submit" name="do" value="factor-off">
            {t("people.factor-off")}
          </button>
        </p>
      ) : (
        <button type="submit" name="do" value="factor-start">
          {t("people.factor-start")}
        </button>
      )}
    </form>
  );
}

function Secret({ visit, started }: { visit: Visit; started: StartedSecondFactor }) {
  const { t } = visit;
  return (
    <>
      <p>{t("people.factor-secret")}</p>
      <p>
        <QrCode text={started.address} label={t("people.factor-qr")} />
      </p>
      <p>
        <code class="secret" dir="ltr">
          {started.secret.replace(/(.{4})/g, "$1 ").trim()}
        </code>
      </p>
      <p>
        <a href={started.address}>{t("people.factor-open")}</a>
      </p>
      <BackupCodes visit={visit} codes={started.backupCodes} />
    </>
  );
}

function BackupCodes({ visit, codes }: { visit: Visit; codes: readonly string[] }) {
  return (
    <>
      <p>{visit.t("people.backup-codes")}</p>
      <ul class="codes" dir="ltr">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
