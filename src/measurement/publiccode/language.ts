import { brief, type Form, fine, mild, onText, type Remark, wrong } from "./forms.ts";
import { codesWithShorter } from "./vocabularies.ts";

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** An IETF BCP 47 language tag whose primary subtag is in use. None of the 8,000 three-letter subtags is refused for being rare. */
export function languageFault(tag: string): Remark[] {
  let canonical: string;
  try {
    canonical = Intl.getCanonicalLocales(tag)[0] as string;
  } catch {
    return wrong(`“${brief(tag)}” is not a BCP 47 language tag; expected one such as en, pt-BR or zh-Hant`);
  }
  const language = (tag.split("-")[0] as string).toLowerCase();
  if (codesWithShorter.has(language)) return wrong(`“${brief(tag)}” is not how BCP 47 writes this language; write ${canonical}`);
  if (languageNames.of(language) === undefined && canonical.split("-")[0] === language) {
    if (language.length !== 3)
      return wrong(`“${brief(tag)}” names no language that BCP 47 knows; expected one such as en, pt-BR or zh-Hant`);
    return mild(`“${brief(tag)}”: ${language} is not among the languages that are known here; check it`);
  }
  const region = /-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase();
  if (region !== undefined && regionNames.of(region) === undefined)
    return mild(`“${brief(tag)}”: ${region} is no region that BCP 47 knows`);
  return fine;
}
export const language: Form = onText(languageFault);

/** 0.1: "ISO 639-2 alpha-3 codes" */
export const threeLetterLanguage = (code: string): Remark[] =>
  /^[a-z]{3}$/.test(code) ? fine : wrong(`“${brief(code)}” is not an ISO 639-2 code of three letters; expected one such as eng`);
