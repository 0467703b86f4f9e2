import { Refusal } from "./refusal.ts";

export const shortestPassword = 12;
const longestPassword = 128;

/** What people choose most often, as words; figures around them and repetition do not help. */
const commonWords = new Set(
  `password passwort motdepasse contrasena senha parola haslo secret admin administrator administrateur root user login welcome bienvenue letmein
  openme openfirst opensource freedom liberte qwerty azerty qwertz qwertyuiop asdfghjkl zxcvbnm iloveyou sunshine princess football baseball
  superman batman dragon monkey shadow master changeme trustno default government ministry ministere country summer winter spring autumn`
    .split(/\s+/)
    .filter(Boolean),
);
const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn",
];

/**
 * Lets a password pass that is long enough and not among the first that anybody would try. No rule about kinds of signs: length is what helps.
 * Throws a Refusal: "password-too-short", "password-too-long", "password-common", "password-about-you".
 */
export function requireGoodPassword(password: string, about: { email: string; name: string }): void {
  if ([...password].length < shortestPassword) throw new Refusal("password-too-short", { least: shortestPassword });
  if (password.length > longestPassword) throw new Refusal("password-too-long", { most: longestPassword });
  const lower = password.normalize("NFKC").toLowerCase();
  if (isCommon(lower)) throw new Refusal("password-common");
  if (isAbout(lower, about)) throw new Refusal("password-about-you");
}

function isCommon(lower: string): boolean {
  if (new Set(lower).size < 5) return true;
  const letters = lower.replace(/[^\p{L}]/gu, "");
  const unit = repeatedUnit(letters);
  if (commonWords.has(letters) || commonWords.has(unit) || isTwoCommonWords(letters)) return true;
  return rows.some((row) => isRun(lower, row) || isRun([...lower].reverse().join(""), row));
}

/** "abcabcabc" → "abc". */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length++)
    if (text.length % length === 0 && text === text.slice(0, length).repeat(text.length / length)) return text.slice(0, length);
  return text;
}

function isTwoCommonWords(text: string): boolean {
  for (let at = 3; at <= text.length - 3; at++) if (commonWords.has(text.slice(0, at)) && commonWords.has(text.slice(at))) return true;
  return false;
}

function isRun(text: string, row: string): boolean {
  return (
    `${row}${row}`.includes(text) ||
    (text.length % 2 === 0 &&
      text.slice(0, text.length / 2) === text.slice(text.length / 2) &&
      row.includes(text.slice(0, text.length / 2)))
  );
}

/** Whether hardly anything is left once the person's own name and address are taken out. */
function isAbout(lower: string, { email, name }: { email: string; name: string }): boolean {
  const words = [email, ...email.split(/[@.+_-]/), ...name.split(/\s+/), name.replace(/\s+/g, "")]
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), lower);
  return rest.length < lower.length && rest.length < 8;
}
