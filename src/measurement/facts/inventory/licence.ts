import type { Place } from "../../fact.ts";
import { approvalOf, formatLicenceExpression, joinLicences, parseLicenceExpression } from "../../licence/expression.ts";
import { normaliseLicenceName } from "../../licence/names.ts";
import type { Sighting } from "../sighting.ts";
import { child, type Found, find, listOf, textOf } from "./release.ts";

/** Written where a licence should stand, and naming none. */
const nothing = /^(?:none|null|n\/?a|noassertion|no licen[cs]e|tbd|unknown|unspecified|not specified|private|-+)$/i;

interface Stated {
  written: string;
  expression: string | undefined;
  pointer: string;
}

/**
 * Which licences a release states, under SPDX names where they are told apart. The schema does not say whether several apply together or may
 * be chosen from: they are joined by AND, the stricter reading.
 */
export function seeLicence(sighting: Sighting, release: Found, placeOf: (pointer: string) => Place): void {
  const stated = statedLicences(release);
  const places = stated.map(({ pointer, written }) => ({ ...placeOf(pointer), text: written }));
  sighting.see("licence.stated", stated.length > 0, ...places);
  if (stated.length === 0) {
    for (const name of ["raw", "expression", "recognised", "openSource", "osiApproved"])
      sighting.cannotSee(`licence.${name}`, "the entry states no licence");
    return;
  }
  sighting.see("licence.raw", stated.map(({ written }) => written).slice(0, 20), ...places);
  const unknown = stated.filter(({ expression }) => expression === undefined);
  sighting.see("licence.recognised", unknown.length === 0, ...places);
  if (unknown.length > 0) {
    const names = unknown
      .map(({ written }) => `“${written}”`)
      .slice(0, 3)
      .join(", ");
    for (const name of ["expression", "openSource", "osiApproved"])
      sighting.cannotSee(`licence.${name}`, `${names}: which licence of the SPDX list is meant stays open`);
    return;
  }
  const joined = joinLicences(
    "and",
    stated.map(({ expression }) => parseLicenceExpression(expression as string)),
  );
  const approval = approvalOf(joined);
  sighting.see("licence.expression", formatLicenceExpression(joined), ...places);
  sighting.see("licence.openSource", approval.openSource, ...places);
  sighting.see("licence.osiApproved", approval.osiApproved, ...places);
}

/** From `permissions.licenses` (2.0.0: a list of name and URL), `permissions.license`, `licenses` or `license` (before it: one address). */
function statedLicences(release: Found): Stated[] {
  const field = find(release, "permissions.licenses", "permissions.license", "licenses", "license");
  const entries = listOf(field) ?? (field ? [field] : []);
  return entries.slice(0, 50).flatMap((entry) => statedLicence(entry) ?? []);
}

function statedLicence(entry: Found): Stated | undefined {
  const name = typeof entry.value === "string" ? entry : child(entry, "name");
  const address = child(entry, "URL") ?? child(entry, "url");
  const [writtenName, writtenAddress] = [statement(name), statement(address)];
  const expression =
    (writtenName && normaliseLicenceName(writtenName)) || (writtenAddress && normaliseLicenceName(writtenAddress)) || undefined;
  const source = writtenName ? name : address;
  return source && (writtenName || writtenAddress)
    ? { written: (writtenName ?? writtenAddress) as string, expression, pointer: source.pointer }
    : undefined;
}

function statement(found: Found | undefined): string | undefined {
  const text = textOf(found, 200);
  return text === undefined || nothing.test(text) ? undefined : text;
}
