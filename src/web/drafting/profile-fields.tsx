import { draftForms, hosts, means, type Profile, profile } from "../../drafting/profile.ts";
import { capacities } from "../../registry/clause.ts";
import { addresseeKinds } from "../../registry/coding.ts";
import { egdiLevel } from "../../registry/jurisdiction.ts";
import { Problem, says } from "../../shared/problem.ts";
import type { Visit } from "../visit.ts";
import { Boxes, Choice, Line } from "./form-fields.tsx";

/** The languages that a draft can be begun in. What is not English or French begins with English clauses. */
export const draftLanguages = ["en", "fr", "ar", "es", "pt", "de", "it", "ru", "zh"] as const;

const stages = ["low", "middle", "high", "very-high"] as const;

/** Everything that is asked about who writes and for whom. */
export function ProfileFields({ visit, form }: { visit: Visit; form: FormData }) {
  const { t, code } = visit;
  const one = (name: string) => String(form.get(name) ?? "");
  const several = (name: string) => form.getAll(name).map(String);
  const places = [...visit.reference.jurisdictions.values()]
    .map(({ id }) => [id, visit.placeName(id)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, visit.language));
  return (
    <>
      <Choice
        name="form"
        label={t("profile.form")}
        options={draftForms.map((form) => [form, code("form", form)] as const)}
        value={one("form") || "decree"}
        hint={t("profile.form-hint")}
      />
      <Choice
        name="host"
        label={t("profile.host")}
        options={hosts.map((host) => [host, code("host", host)] as const)}
        value={one("host")}
        none={t("profile.host-none")}
        hint={t("profile.host-hint")}
      />
      <Choice
        name="jurisdiction"
        label={t("profile.jurisdiction")}
        options={places}
        value={one("jurisdiction")}
        none={t("profile.not-said")}
      />
      <Line name="issuing_body" label={t("profile.issuing-body")} value={one("issuing_body")} longest={200} />
      <Boxes
        name="addressees"
        legend={t("profile.addressees")}
        options={addresseeKinds.map((kind) => [kind, code("addressee", kind)] as const)}
        values={several("addressees")}
      />
      <Choice
        name="stage"
        label={t("profile.stage")}
        options={stages.map((stage) => [stage, code("egdi", stage)] as const)}
        value={one("stage")}
        none={t("profile.stage-of-place")}
        hint={t("profile.stage-hint")}
      />
      <Choice
        name="capacity"
        label={t("profile.capacity")}
        options={capacities.map((capacity) => [capacity, code("capacity", capacity)] as const)}
        value={one("capacity") || "starter"}
        hint={t("profile.capacity-hint")}
      />
      <Boxes
        name="means"
        legend={t("profile.means")}
        options={means.map((one) => [one, code("means", one)] as const)}
        values={several("means")}
      />
    </>
  );
}

/** The profile that a form describes. A stage that is not chosen is that of the place, where the UN index has one. */
export function readProfile(visit: Visit, form: FormData): Profile {
  const one = (name: string) => String(form.get(name) ?? "").trim() || undefined;
  const place = one("jurisdiction");
  const parsed = profile.safeParse({
    ...(place ? { jurisdiction: place } : {}),
    ...(one("issuing_body") ? { issuing_body: one("issuing_body") } : {}),
    form: one("form") ?? "decree",
    ...(one("host") ? { host: one("host") } : {}),
    addressees: form.getAll("addressees").map(String),
    stage: one("stage") ?? stageOf(visit, place) ?? "unknown",
    capacity: one("capacity") ?? "starter",
    means: form.getAll("means").map(String),
  });
  if (parsed.success) {
    if (place && !visit.reference.jurisdictions.has(place))
      throw new Problem("invalid-input", says`There is no place “${place}”; expected one of the list. Choose it again.`);
    return parsed.data;
  }
  const [first] = parsed.error.issues;
  throw new Problem(
    "invalid-input",
    says`“${first?.path.join(".") ?? ""}” of the profile cannot be read: ${first?.message ?? ""}. Choose it again.`,
  );
}

function stageOf(visit: Visit, place: string | undefined): string | undefined {
  const egdi = place ? visit.reference.jurisdictions.get(place)?.egdi : undefined;
  const newest = Object.entries(egdi ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)?.[1];
  return newest === undefined ? undefined : egdiLevel(newest);
}

/** A profile as the fields of the form that describes it. */
export function profileFields(held: Profile): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(held))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  return form;
}
