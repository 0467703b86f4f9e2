import { type Context, Hono } from "hono";
import { readOrder } from "../../measurement/jobs/order.ts";
import { enqueue } from "../../measurement/jobs/queue.ts";
import { type Question, questionsOf } from "../../measurement/policy.ts";
import type { Person } from "../../people/person.ts";
import { findRecord, listRecords } from "../../registry/find.ts";
import type { Instrument } from "../../registry/instrument.ts";
import type { SourceKind } from "../../registry/measurement.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import { formOf, typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { trailOf } from "./draft-page.tsx";
import { DraftTabs } from "./draft-tabs.tsx";
import { Choice, Line, Wrong } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";

/** Measuring from the day of adoption: which checks the text has brought with it, and the first sources to look at. */
export const measurePages = new Hono<Site>();

/** What can be fetched from an address; tenders and grants are files that an operator has. */
const kinds = ["repository", "inventory", "catalogue"] as const satisfies readonly SourceKind[];

measurePages.get("/drafts/:draft/measure", (context) => measurePage(context));

measurePages.post("/drafts/:draft/measure", async (context) => {
  const { draft, person } = await openDraft(context, "adopt");
  const visit = context.get("visit");
  const form = await formOf(context);
  try {
    const body = (await adopted(visit, draft.adoptedAs))?.issuing_body;
    if (!body) throw new Problem("conflict", "The draft is not adopted yet, so there is nothing to measure by. Adopt it first.");
    await enqueue(visit.db, readOrder({ kind: kindOf(form), address: addressOf(form, person), body }));
    return context.redirect(visit.href(`/drafts/${draft.id}/measure?queued=1`), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return measurePage(context, form, error);
  }
});

const kindOf = (form: FormData) => kinds.find((kind) => kind === typed(form, "kind"));

/** A path names a file of the worker's machine: only the one person of a server that is their own may name one. */
function addressOf(form: FormData, person: Person): string {
  const address = typed(form, "address").trim();
  if (!person.local && !/^https:\/\//i.test(address))
    throw new Problem("invalid-input", "That is no address to fetch; expected one that begins with https://. Type it again.");
  return address;
}

async function adopted(visit: Visit, id: string | undefined): Promise<Instrument | undefined> {
  return id === undefined ? undefined : (await findRecord(visit.db, "instrument", id))?.record;
}

/** Whether the dossier of the body that issued it says that it applies to that body. */
async function isBound(visit: Visit, { id, issuing_body: body }: Instrument): Promise<boolean> {
  const dossier = (await findRecord(visit.db, "dossier", body))?.record;
  return dossier?.instruments.some(({ instrument }) => instrument === id) ?? false;
}

async function measurePage(context: Context<Site>, form = new FormData(), wrong?: Problem): Promise<Response> {
  const { draft, person, may } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const instrument = await adopted(visit, draft.adoptedAs);
  const binds = instrument !== undefined && (await isBound(visit, instrument));
  const checks = (await listRecords(visit.db, "check")).items.map(({ record }) => record);
  return render(
    visit,
    {
      title: `${t("adopt.measure")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/measure`, t("adopt.measure")]),
      hideFromSearchEngines: true,
      ...(wrong ? { status: wrong.code === "conflict" ? 409 : 422 } : {}),
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("adopt.measure")}</h1>
      <DraftTabs visit={visit} draft={draft} here="approval" />
      <Wrong visit={visit} problem={wrong} />
      {instrument ? (
        <>
          {visit.url.searchParams.has("queued") ? (
            <p class="remark" role="status">
              {t("adopt.queued")} <a href={visit.href("/queue")}>{t("queue.title")}</a>
            </p>
          ) : null}
          <p class="lead">
            {t("adopt.done")} <a href={visit.href(`/instruments/${instrument.id}`)}>{instrument.id}</a>
            {t("punctuation.comma")}
            <a href={visit.href(`/bodies/${instrument.issuing_body}`)}>{visit.bodyName(instrument.issuing_body)}</a>
          </p>
          <Attached visit={visit} instrument={instrument} questions={questionsOf(instrument, checks)} />
          {binds ? null : <p class="remark">{t("adopt.binds-nobody")}</p>}
          <How visit={visit} instrument={instrument} />
          {binds && may("adopt") ? <First visit={visit} draft={draft.id} form={form} /> : null}
        </>
      ) : (
        <p>{t("adopt.not-adopted")}</p>
      )}
    </>,
  );
}

function Attached({ visit, instrument, questions }: { visit: Visit; instrument: Instrument; questions: readonly Question[] }) {
  const { t } = visit;
  const locator = (id: string) => instrument.provisions.find((one) => one.id === id)?.locator ?? id;
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{t("adopt.checks", { count: questions.length })}</h2>
      {questions.length === 0 ? <p>{t("adopt.no-checks")}</p> : null}
      <ul>
        {questions.map(({ check, parameters, provisions }) => (
          <li>
            <a href={visit.href(`/checks/${check.id}`)}>{visit.own(check.question)}</a>{" "}
            <span class="small">{visit.code("kind", check.subject)}</span>
            {t("punctuation.colon")}
            {provisions.map((id, index) => (
              <>
                {index > 0 ? t("punctuation.comma") : ""}
                <a href={visit.href(`/instruments/${instrument.id}#${id}`)}>
                  <bdi>{locator(id)}</bdi>
                </a>
              </>
            ))}
            {Object.entries(parameters).map(([name, value]) => (
              <>
                {" "}
                <code dir="ltr">
                  {name} = {Array.isArray(value) ? value.join(", ") : String(value)}
                </code>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function How({ visit, instrument }: { visit: Visit; instrument: Instrument }) {
  const { t } = visit;
  const command = `npx openfirst check repository . --policy ${instrument.id}\nnpx openfirst enqueue repository https://… --body ${instrument.issuing_body}`;
  return (
    <section aria-labelledby="how">
      <h2 id="how">{t("adopt.how")}</h2>
      <p>{t("adopt.how-what")}</p>
      <pre class="code" dir="ltr">
        {command}
      </pre>
    </section>
  );
}

function First({ visit, draft, form }: { visit: Visit; draft: string; form: FormData }) {
  const { t } = visit;
  return (
    <section aria-labelledby="first">
      <h2 id="first">{t("adopt.first")}</h2>
      <p>{t("adopt.first-what")}</p>
      <form method="post" action={visit.href(`/drafts/${draft}/measure`)} class="drafting-form">
        <Choice
          name="kind"
          label={t("adopt.kind")}
          options={kinds.map((kind) => [kind, visit.code("kind", kind)] as const)}
          value={typed(form, "kind")}
        />
        <Line name="address" label={t("adopt.source")} value={typed(form, "address")} longest={2000} direction="ltr" required />
        <button type="submit">{t("adopt.enqueue")}</button>
      </form>
    </section>
  );
}
