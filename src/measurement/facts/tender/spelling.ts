const threeLetters = "AUT:AT BEL:BE BGR:BG HRV:HR CYP:CY CZE:CZ DNK:DK EST:EE FIN:FI FRA:FR DEU:DE GRC:GR HUN:HU IRL:IE ITA:IT LVA:LV LTU:LT LUX:LU MLT:MT NLD:NL POL:PL PRT:PT ROU:RO SVK:SK SVN:SI ESP:ES SWE:SE NOR:NO ISL:IS LIE:LI CHE:CH GBR:GB MKD:MK SRB:RS ALB:AL BIH:BA MNE:ME TUR:TR UKR:UA MDA:MD GEO:GE USA:US CAN:CA 1A0:XK"; // biome-ignore format: a list
const twoOfThree = new Map(threeLetters.split(" ").map((pair) => pair.split(":") as [string, string]));

/** "NOR" → "NO"; anything else as it is written. ISO 3166-1; TED writes UK for GB. */
export function country(written: string): string {
  const code = written.trim();
  return twoOfThree.get(code) ?? (code === "UK" ? "GB" : code === "EL" ? "GR" : code);
}

/** "NOR", "EN" → "no", "en": BCP 47, ISO 639's three letters shortened. Empty where it is no language tag. */
export function language(written: string): string {
  try {
    return Intl.getCanonicalLocales(written.trim().toLowerCase().replace("_", "-"))[0] ?? "";
  } catch {
    return "";
  }
}
