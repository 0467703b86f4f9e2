import { isQuotation, spotInWords } from "../../measurement/explain.ts";
import type { Place } from "../../measurement/fact.ts";
import { placeAddress, type Shown } from "../place-address.ts";
import type { Visit } from "../visit.ts";

const LONGEST = 400;

/** Where a fact was read: file and line, linked where the web shows them, and the very words that stand there. */
export function Places({
  visit,
  places,
  shown,
  most,
  language,
}: {
  visit: Visit;
  places: readonly Place[];
  shown: Shown;
  most: number;
  /** of the words, where the source says it */
  language?: string | undefined;
}) {
  if (places.length === 0) return null;
  return (
    <ul class="spots">
      {places.slice(0, most).map((place) => (
        <li>
          <Spot visit={visit} place={place} shown={shown} />
          <Words place={place} language={language} />
        </li>
      ))}
      {places.length > most ? <li class="small">{visit.t("subject.more-places", { count: places.length - most })}</li> : null}
    </ul>
  );
}

/** What stands at the place, in quotes; what the reader says of a whole file or commit, without. */
function Words({ place, language }: { place: Place; language: string | undefined }) {
  const { text } = place;
  if (!text) return null;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return (
    <>
      {" "}
      {isQuotation(place) ? (
        <q lang={language ?? "und"} dir="auto">
          {shown}
        </q>
      ) : (
        <bdi lang="en">{shown}</bdi>
      )}
    </>
  );
}

function Spot({ visit, place, shown }: { visit: Visit; place: Place; shown: Shown }) {
  const words = spotInWords(place, visit.language);
  if (!words) return null;
  const address = placeAddress(place, shown);
  return address ? (
    <a href={address} rel="noopener nofollow">
      <bdi>{words}</bdi>
    </a>
  ) : (
    <bdi>{words}</bdi>
  );
}
