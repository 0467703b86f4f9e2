import { clauseLanguage } from "../../drafting/from-clause.ts";
import type { HeldPrecedent } from "../../registry/find-clause.ts";
import type { Visit } from "../visit.ts";
import { languageName } from "./facet-form.tsx";
import { InstrumentTitle } from "./instrument-title.tsx";

type Wording = HeldPrecedent["provision"]["wording"][number];

/** A wording longer than this is cut; the instrument's page has it whole. */
const LONGEST = 1500;

/** The real provisions that a clause rests on: where, in which words, from which source, under which licence. */
export function ClausePrecedents({ visit, type, precedents }: { visit: Visit; type: string; precedents: readonly HeldPrecedent[] }) {
  return (
    <ul class="plain">
      {precedents.map((precedent) => (
        <OnePrecedent visit={visit} type={type} precedent={precedent} />
      ))}
    </ul>
  );
}

function OnePrecedent({
  visit,
  type,
  precedent: { instrument, provision, note },
}: {
  visit: Visit;
  type: string;
  precedent: HeldPrecedent;
}) {
  const noteLanguage = clauseLanguage(visit.language);
  // The reader's language where it is held, else as it stands first.
  const wording = provision.wording.find(({ language }) => language === visit.language) ?? provision.wording[0];
  const address = visit.href(`/instruments/${instrument.id}#${provision.id}`);
  return (
    <li class="entry reviewed">
      <p>
        <a href={visit.href(`/jurisdictions/${instrument.jurisdiction}`)}>{visit.placeName(instrument.jurisdiction)}</a> ·{" "}
        <a href={address}>
          <InstrumentTitle visit={visit} instrument={instrument} /> <bdi class="locator">{provision.locator}</bdi>
        </a>
      </p>
      {wording ? (
        <Quoted
          visit={visit}
          wording={wording}
          source={instrument.sources.find(({ id }) => id === wording.source)?.address}
          whole={address}
        />
      ) : (
        <p>
          <span class="small">{visit.t("clauses.no-wording")}</span>{" "}
          <span lang="en" dir="ltr">
            {provision.codings.find((coding) => coding.type === type && coding.verdict === "accepted")?.paraphrase}
          </span>
        </p>
      )}
      {note ? (
        <p lang={noteLanguage} dir="auto">
          {note[noteLanguage]}
        </p>
      ) : null}
    </li>
  );
}

function Quoted({ visit, wording, source, whole }: { visit: Visit; wording: Wording; source: string | undefined; whole: string }) {
  const isCut = wording.text.length > LONGEST;
  return (
    <blockquote lang={wording.language} dir="auto" class="wording">
      <p>{isCut ? `${wording.text.slice(0, wording.text.lastIndexOf(" ", LONGEST))} …` : wording.text}</p>
      <footer lang={visit.language} dir={visit.direction}>
        {languageName(visit, wording.language)} · <span dir="auto">{wording.licence}</span>
        {source ? (
          <>
            {" "}
            ·{" "}
            <a href={source} rel="noopener">
              {visit.t("clauses.source")}
            </a>
          </>
        ) : null}
        {isCut ? (
          <>
            {" "}
            · <a href={whole}>{visit.t("clauses.whole-wording")}</a>
          </>
        ) : null}
      </footer>
    </blockquote>
  );
}
