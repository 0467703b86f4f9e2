import type { KnownLicences } from "../../drafting/find-licences.ts";
import { type Body, body as bodyShape } from "../../registry/body.ts";
import { forces, instrumentTypes, levels } from "../../registry/instrument.ts";
import { Problem, says } from "../../shared/problem.ts";
import { typed } from "../people/form.tsx";
import type { Visit } from "../visit.ts";
import { Boxes, Choice, Line } from "./form-fields.tsx";

const bodyKinds = bodyShape.shape.kind.unwrap().options;
/** Licences told in a hint; a place may have many. */
const MOST_TOLD = 5;

type Option = readonly [value: string, name: string];

/** What is asked when a draft is adopted. `licences` are those of texts that the registry holds of the body or place. */
export function AdoptionFields({ visit, form, licences }: { visit: Visit; form: FormData; licences: KnownLicences | undefined }) {
  const { t, code, reference } = visit;
  const value = (name: string) => typed(form, name);
  const line = (
    name: string,
    label: Parameters<typeof t>[0],
    more: { required?: boolean; hint?: string; longest?: number; offered?: readonly string[] } = {},
  ) => <Line name={name} label={t(label)} value={value(name)} {...more} />;
  const choice = (name: string, label: Parameters<typeof t>[0], group: string, options: readonly string[]) => (
    <Choice name={name} label={t(label)} options={options.map((one) => [one, code(group, one)] as const)} value={value(name)} />
  );
  const places = byName(
    visit,
    [...reference.jurisdictions.keys()].map((id): Option => [id, visit.placeName(id)]),
  );
  const here = bodiesOf(visit, value("jurisdiction"));
  const elsewhere = [...reference.bodies.values()].filter(({ id }) => !here.some(([own]) => own === id));
  return (
    <>
      {line("title", "adopt.official-title", { required: true, longest: 600 })}
      {line("number", "adopt.number", { longest: 100 })}
      {choice("type", "adopt.type", "type", instrumentTypes)}
      {choice("force", "adopt.force", "force", forces)}
      {choice("level", "adopt.level", "level", levels)}
      <Choice name="jurisdiction" label={t("adopt.place")} options={places} value={value("jurisdiction")} none={t("adopt.choose")} />
      <fieldset>
        <legend>{t("adopt.body")}</legend>
        {here.length > 0 ? (
          <Choice name="body" label={t("adopt.body-here")} options={here} value={value("body")} none={t("adopt.body-below")} />
        ) : null}
        {line("body_other", "adopt.body-other", {
          hint: t("adopt.body-other-hint"),
          offered: elsewhere.map((one) => nameWithPlace(visit, one)).sort((a, b) => a.localeCompare(b, visit.language)),
        })}
        {line("body_name", "adopt.body-name")}
        {line("body_english", "adopt.body-english")}
        <Choice
          name="body_kind"
          label={t("adopt.body-kind")}
          options={bodyKinds.map((kind) => [kind, code("body-kind", kind)] as const)}
          value={value("body_kind")}
          none={t("adopt.not-said")}
        />
        {line("body_address", "adopt.body-address", { longest: 500 })}
      </fieldset>
      <Boxes
        name="binds_body"
        legend={t("adopt.binds")}
        options={[["yes", t("adopt.binds-body")]]}
        values={[value("binds_body")]}
        hint={t("adopt.binds-hint")}
      />
      {line("adopted", "adopt.adopted", { required: true, hint: t("adopt.day-hint"), longest: 10 })}
      {line("published", "adopt.published", { longest: 10 })}
      {line("in_force", "adopt.in-force", { longest: 10 })}
      {line("address", "adopt.address", { hint: t("adopt.address-hint"), longest: 2000 })}
      {line("licence", "adopt.licence", {
        required: true,
        hint: [t("adopt.licence-hint"), licences ? knownInWords(visit, form, licences) : ""].filter(Boolean).join(" "),
        longest: 200,
        offered: licences?.licences.map(({ licence }) => licence) ?? [],
      })}
      {line("id", "adopt.id", { hint: t("adopt.id-hint"), longest: 120 })}
    </>
  );
}

/** "Texts of Switzerland in the registry stand under: CC0-1.0 (14)." */
function knownInWords(visit: Visit, form: FormData, { of, licences }: KnownLicences): string {
  const told = licences.slice(0, MOST_TOLD).map(({ licence, texts }) => `${licence} (${visit.number(texts)})`);
  return visit.t("adopt.licence-known", {
    whose: of === "body" ? visit.bodyName(typed(form, "body")) : visit.placeName(typed(form, "jurisdiction")),
    licences: [...told, ...(licences.length > MOST_TOLD ? ["…"] : [])].join("; "),
  });
}

/** The bodies of a place and of those that it belongs to, its own first. */
function bodiesOf(visit: Visit, place: string): Option[] {
  const { bodies, jurisdictions } = visit.reference;
  const found: Option[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = place; at && !seen.has(at); at = jurisdictions.get(at)?.parent) {
    const own = [...bodies.values()].filter(({ jurisdiction }) => jurisdiction === at);
    found.push(
      ...byName(
        visit,
        own.map(({ id }): Option => [id, visit.bodyName(id)]),
      ),
    );
    seen.add(at);
  }
  return found;
}

function byName(visit: Visit, options: readonly Option[]): Option[] {
  return options.toSorted(([, a], [, b]) => a.localeCompare(b, visit.language));
}

/** The body of a place that bears this name in any language. */
export function bodyOf(visit: Visit, place: string | undefined, name: string | undefined): string | undefined {
  const wanted = name?.trim().toLowerCase();
  if (!place || !wanted) return undefined;
  const own = [...visit.reference.bodies.values()].filter(({ jurisdiction }) => jurisdiction === place);
  return own.find(({ names }) => Object.values(names).some((one) => one.toLowerCase() === wanted))?.id;
}

/** The body that was chosen. Throws a Problem where it is none of the place's: the place may have been changed since the list was shown. */
export function bodyHere(visit: Visit, place: string, given: string | undefined): string | undefined {
  if (given === undefined || bodiesOf(visit, place).some(([own]) => own === given)) return given;
  throw new Problem(
    "invalid-input",
    says`The body “${given.slice(0, 100)}” is none of the place that is chosen. Choose one of the list as it is now, or type it below if it is meant.`,
  );
}

/** The body that was typed and chosen, by its name with the place as it is offered, or by its id. Throws a Problem where there is none. */
export function otherBody(visit: Visit, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const found = [...visit.reference.bodies.values()].find((one) => one.id === given || nameWithPlace(visit, one) === given);
  if (!found)
    throw new Problem(
      "invalid-input",
      says`The registry holds no body “${given.slice(0, 100)}”; expected one of those that are offered while you type. Choose one, or empty the field and name a new body.`,
    );
  return found.id;
}

function nameWithPlace(visit: Visit, { id, jurisdiction }: Body): string {
  return `${visit.bodyName(id)} (${visit.placeName(jurisdiction)})`;
}
