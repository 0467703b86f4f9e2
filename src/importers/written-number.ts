const latin = "abcdefghijklmnopqrstuvwxyz";
const alphabets: Record<string, string> = {
  lowerLetter: latin,
  upperLetter: latin.toUpperCase(),
  russianLower: "абвгдежзиклмнопрстуфхцчшщыэюя",
  russianUpper: "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
  arabicAlpha: "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  arabicAbjad: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
};
const romans: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/**
 * A count as a format writes it; names of formats are those of WordprocessingML, and those not known are written in digits.
 *
 * @example writtenNumber(4, "lowerRoman") // "iv"
 */
export function writtenNumber(count: number, format: string): string {
  const alphabet = alphabets[format];
  if (alphabet && count > 0)
    return (alphabet[(count - 1) % alphabet.length] ?? "").repeat(Math.min(20, Math.floor((count - 1) / alphabet.length) + 1));
  if (format === "lowerRoman" || format === "upperRoman") {
    const roman = count > 0 && count < 5000 ? romanOf(count) : String(count);
    return format === "upperRoman" ? roman.toUpperCase() : roman;
  }
  if (format === "none") return "";
  if (format === "decimalZero") return String(count).padStart(2, "0");
  if (format === "ordinal") return `${count}${["th", "st", "nd", "rd"][count % 100 > 10 && count % 100 < 14 ? 0 : count % 10] ?? "th"}`;
  return String(count);
}

function romanOf(count: number): string {
  let [left, roman] = [count, ""];
  for (const [value, sign] of romans)
    while (left >= value) {
      roman += sign;
      left -= value;
    }
  return roman;
}
