import { parseLicenceExpression } from "../measurement/licence/expression.ts";
import { Problem, says } from "../shared/problem.ts";

/** The least that a rule of law in words is said with: "public domain". */
const SHORTEST = 12;
/** Words of which a statement of law has one, or it has a number. */
const ofLaw =
  /\p{N}|law|loi\b|droit|article|act\b|statute|public domain|domaine public|official|officiel|copyright|gesetz|amtlich|urheber|ley\b|derecho|dominio|oficial|lei\b|direito|legge|diritto|قانون|مادة|المادة|رسمي|ملك عام|закон|стать|официал|法|公/iu;

/**
 * Refuses what says under no licence and by no rule of law anybody may quote a text: "I do not know". An SPDX expression passes, and words
 * that can be a statement of law; whether they are right nobody here can tell.
 * @throws Problem invalid-input
 * @example requireLicence("official text, no copyright (URG Art. 5)")
 */
export function requireLicence(text: string): void {
  if (isExpression(text) || (text.length >= SHORTEST && ofLaw.test(text))) return;
  throw new Problem(
    "invalid-input",
    says`“${text.slice(0, 100)}” is no licence that lets anybody quote the text; expected an SPDX expression such as CC0-1.0 or CC-BY-4.0, or the rule of your law in words, with its article. Ask your lawyers and write it.`,
  );
}

function isExpression(text: string): boolean {
  try {
    parseLicenceExpression(text);
    return true;
  } catch {
    return false;
  }
}
