import type { Instrument } from "../../registry/instrument.ts";
import { titleIn } from "../../registry/listing.ts";
import type { Visit } from "../visit.ts";

/** An instrument's title for this reader, marked with the language that it is in where that is another. */
export function InstrumentTitle({ visit, instrument }: { visit: Visit; instrument: Pick<Instrument, "titles"> }) {
  const { text, language } = titleIn(instrument, visit.language);
  return language === visit.language ? (
    <span dir="auto">{text}</span>
  ) : (
    <span lang={language} dir="auto">
      {text}
    </span>
  );
}
