import { Hono } from "hono";
import { writtenOut } from "../../drafting/comparison/drafts.ts";
import { compareTexts } from "../../drafting/comparison/texts.ts";
import { findLabels } from "../../drafting/find-labels.ts";
import { directionOf, type RenderedDraft, type RenderedElement, renderDraft } from "../../drafting/rendered.ts";
import { findRecord } from "../../registry/find.ts";
import type { Instrument, Provision } from "../../registry/instrument.ts";
import { titleIn } from "../../registry/listing.ts";
import { findListing } from "../../registry/search/find-listing.ts";
import { Problem } from "../../shared/problem.ts";
import type { Site } from "../app.tsx";
import { render } from "../components/layout.tsx";
import { AccountBar } from "../people/account-bar.tsx";
import type { Visit } from "../visit.ts";
import { ComparedText } from "./compared-text.tsx";
import { trailOf } from "./draft-page.tsx";
import { ElementText, headingOf } from "./draft-text.tsx";
import { Choice, Line } from "./form-fields.tsx";
import { openDraft } from "./open-draft.ts";

/** An article of a draft beside a provision of any policy or law that the registry holds. */
export const besidePages = new Hono<Site>();

const HITS = 20;

besidePages.get("/drafts/:draft/beside", async (context) => {
  const { draft, person } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const words = visit.url.searchParams.get("q")?.trim().slice(0, 400);
  const found = words ? await findListing(visit.db, { words, limit: HITS, narrow: {} }) : undefined;
  const hits = found?.items.filter(({ noun }) => noun === "instrument") ?? [];
  const element = visit.url.searchParams.get("element") ?? "";
  return render(
    visit,
    {
      title: `${t("versions.beside-choose")} – ${draft.title}`,
      trail: trailOf(visit, draft, [`/drafts/${draft.id}/beside`, t("versions.beside-choose")]),
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("versions.beside-choose")}</h1>
      <FindInstrument visit={visit} draft={draft.id} element={element} words={words ?? ""} />
      {found ? (
        hits.length > 0 ? (
          <ul>
            {hits.map(({ id, title, jurisdiction }) => (
              <li>
                <a href={visit.href(`/drafts/${draft.id}/beside/${id}?element=${encodeURIComponent(element)}`)}>
                  {visit.placeName(jurisdiction)}: <bdi>{title}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p role="status">{t("versions.nothing-found")}</p>
        )
      ) : null}
    </>,
  );
});

besidePages.get("/drafts/:draft/beside/:instrument", async (context) => {
  const { draft, person } = await openDraft(context, "read-draft");
  const visit = context.get("visit");
  const { t } = visit;
  const instrument = (await findRecord(visit.db, "instrument", context.req.param("instrument")))?.record;
  if (!instrument) throw new Problem("not-found", "There is no such policy or law in the registry. Search for another.");
  const rendered = renderDraft(draft, await findLabels(visit.db));
  const element = chosenElement(visit, rendered);
  const provision = chosenProvision(visit, instrument);
  const title = titleIn(instrument, visit.language);
  const address = `/drafts/${draft.id}/beside/${instrument.id}`;
  return render(
    visit,
    {
      title: `${t("versions.beside")} – ${draft.title}`,
      trail: trailOf(visit, draft, [address, t("versions.beside")]),
      hideFromSearchEngines: true,
    },
    <>
      <AccountBar visit={visit} person={person} />
      <h1>{t("versions.beside")}</h1>
      <ChoiceOfBoth visit={visit} address={address} rendered={rendered} element={element} instrument={instrument} provision={provision} />
      <div class="two-texts">
        <section aria-labelledby="own">
          <h2 id="own">{t("versions.beside-own")}</h2>
          <OwnArticle visit={visit} draft={draft.id} rendered={rendered} element={element} />
        </section>
        <section aria-labelledby="theirs">
          <h2 id="theirs">
            {visit.placeName(instrument.jurisdiction)}: <bdi lang={title.language}>{title.text}</bdi>
          </h2>
          <TheirProvision visit={visit} instrument={instrument} provision={provision} language={draft.language} />
        </section>
      </div>
      {element && provision ? <WordsCompared visit={visit} rendered={rendered} element={element} provision={provision} /> : null}
      <h2>{t("versions.beside-other")}</h2>
      <FindInstrument visit={visit} draft={draft.id} element={element?.id ?? ""} words="" />
    </>,
  );
});

function FindInstrument({ visit, draft, element, words }: { visit: Visit; draft: string; element: string; words: string }) {
  const { t } = visit;
  return (
    <form method="get" action={visit.href(`/drafts/${draft}/beside`)} class="drafting-form">
      <input type="hidden" name="element" value={element} />
      <Line name="q" label={t("versions.find")} value={words} longest={400} required hint={t("versions.find-hint")} />
      <p>
        <button type="submit">{t("search.button")}</button>
      </p>
    </form>
  );
}

function chosenElement(visit: Visit, { elements }: RenderedDraft): RenderedElement | undefined {
  const given = visit.url.searchParams.get("element");
  if (!given) return elements.find(({ kind }) => kind === "article") ?? elements[0];
  const found = elements.find(({ id }) => id === given);
  if (!found) throw new Problem("not-found", "This article is not in the draft any more. Go back to the draft and choose another.");
  return found;
}

function chosenProvision(visit: Visit, { provisions }: Instrument): Provision | undefined {
  const given = visit.url.searchParams.get("provision");
  if (!given) return provisions.find(({ wording }) => wording.length > 0) ?? provisions[0];
  const found = provisions.find(({ id }) => id === given);
  if (!found) throw new Problem("not-found", "The policy or law has no such provision here. Choose one of its list.");
  return found;
}

function ChoiceOfBoth({
  visit,
  address,
  rendered,
  element,
  instrument,
  provision,
}: {
  visit: Visit;
  address: string;
  rendered: RenderedDraft;
  element: RenderedElement | undefined;
  instrument: Instrument;
  provision: Provision | undefined;
}) {
  const { t } = visit;
  const short = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
  return (
    <form method="get" action={visit.href(address)} class="drafting-form">
      <Choice
        name="element"
        label={t("versions.beside-own")}
        options={rendered.elements.map((one) => [one.id, short(headingOf(one) || t("draft.preamble"))] as const)}
        value={element?.id}
      />
      <Choice
        name="provision"
        label={t("versions.provision")}
        options={instrument.provisions.map(
          ({ id, locator, heading }) => [id, short([locator, heading].filter(Boolean).join(" – "))] as const,
        )}
        value={provision?.id}
      />
      <p>
        <button type="submit">{t("versions.show")}</button>
      </p>
    </form>
  );
}

function OwnArticle({
  visit,
  draft,
  rendered,
  element,
}: {
  visit: Visit;
  draft: string;
  rendered: RenderedDraft;
  element: RenderedElement | undefined;
}) {
  if (!element) return <p>{visit.t("draft.empty")}</p>;
  return (
    <>
      <p>
        <a href={visit.href(`/drafts/${draft}/elements/${element.id}`)} lang={rendered.language} dir="auto">
          {headingOf(element) || visit.t("draft.preamble")}
        </a>
      </p>
      <div class="draft-text" lang={rendered.language} dir={rendered.direction}>
        <ElementText visit={visit} element={element} />
      </div>
    </>
  );
}

function TheirProvision({
  visit,
  instrument,
  provision,
  language,
}: {
  visit: Visit;
  instrument: Instrument;
  provision: Provision | undefined;
  language: string;
}) {
  const { t } = visit;
  if (!provision) return <p>{t("versions.no-provision")}</p>;
  const names = new Intl.DisplayNames([visit.language], { type: "language" });
  const wordings = [...provision.wording].sort((a, b) => Number(isSame(b.language, language)) - Number(isSame(a.language, language)));
  return (
    <>
      <p>
        <a href={visit.href(`/instruments/${instrument.id}#${provision.id}`)}>
          {provision.locator} <bdi>{provision.heading}</bdi>
        </a>
      </p>
      {wordings.length === 0 ? <p>{t("versions.no-wording")}</p> : null}
      {wordings.map((wording) => (
        <>
          <blockquote class="wording compared" lang={wording.language} dir="auto">
            {wording.text}
          </blockquote>
          <p class="small">
            {names.of(wording.language) ?? wording.language} · <bdi>{wording.licence}</bdi>
          </p>
        </>
      ))}
    </>
  );
}

const isSame = (one: string, other: string) => one.split("-")[0] === other.split("-")[0];

/** The draft's words against the provision's, where both are of one language. */
function WordsCompared({
  visit,
  rendered,
  element,
  provision,
}: {
  visit: Visit;
  rendered: RenderedDraft;
  element: RenderedElement;
  provision: Provision;
}) {
  const { t } = visit;
  const wording = provision.wording.find(({ language }) => isSame(language, rendered.language));
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t("versions.beside-words")}</h2>
      {wording ? (
        <>
          <p>{t("versions.beside-words-what")}</p>
          <div class="draft-text compared" lang={rendered.language} dir={directionOf(rendered.language)}>
            <ComparedText visit={visit} stretches={compareTexts(wording.text, writtenOut(element), rendered.language)} />
          </div>
        </>
      ) : (
        <p>{t(provision.wording.length > 0 ? "versions.other-language" : "versions.no-wording")}</p>
      )}
    </section>
  );
}
