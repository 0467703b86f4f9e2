import { unsoundWording } from "../../registry/clause.ts";
import { isTextBased } from "../../registry/coding.ts";
import type { Instrument } from "../../registry/instrument.ts";
import { earliestDay, latestDay } from "../../shared/partial-date.ts";
import type { Fault } from "../../shared/problem.ts";
import { dossierLists, keyOf } from "./merge-dossier.ts";
import type { Dataset, Placed } from "./read.ts";

/** What no single file can show: names that point nowhere, the same thing twice, dates that contradict each other. */
export function checkDataset(dataset: Dataset): Fault[] {
  const jurisdictions = ids(dataset.jurisdictions);
  const bodies = ids(dataset.bodies);
  const types = ids(dataset.provisionTypes);
  const instruments = ids(dataset.instruments);
  const claims = ids(dataset.claims);
  const faults: Fault[] = [];
  const fault = (placed: Placed<unknown>, path: PropertyKey[], message: string) =>
    faults.push({ file: placed.file, line: placed.lineOf(path), at: path.join("."), message });
  const known = (set: Set<string>, placed: Placed<unknown>, path: PropertyKey[], id: string | undefined, what: string, where: string) => {
    if (id !== undefined && !set.has(id)) fault(placed, path, `unknown ${what} “${id}”; expected one that stands in ${where}`);
  };

  for (const list of [
    dataset.jurisdictions,
    dataset.bodies,
    dataset.provisionTypes,
    dataset.frameworks,
    dataset.instruments,
    dataset.claims,
    dataset.lessons,
    dataset.checks,
    dataset.clauses,
    dataset.indicators,
    dataset.dossiers,
    dataset.measurements,
  ]) {
    for (const twice of repeated(list, (placed: Placed<{ id: string }>) => placed.value.id))
      fault(twice, ["id"], `the id “${twice.value.id}” stands twice; give one of them another`);
  }
  for (const twice of repeated(dataset.coverage, ({ value }) => `${value.jurisdiction} ${value.date}`))
    fault(
      twice,
      ["date"],
      `${twice.value.jurisdiction} was looked at twice on ${twice.value.date}; make it one entry that names all the places looked at`,
    );
  for (const twice of repeated(dataset.claimLinks, ({ value }) => `${value.claim} ${value.instrument}`))
    fault(twice, ["claim"], `the link of ${twice.value.claim} to ${twice.value.instrument} stands twice; keep one`);
  const parents = new Map(dataset.jurisdictions.map(({ value }) => [value.id, value.parent]));
  for (const placed of dataset.jurisdictions)
    if (isAboveItself(placed.value.id, parents))
      fault(placed, ["parent"], `“${placed.value.id}” belongs to itself by way of its parents; mend one of them`);
  for (const placed of dataset.jurisdictions)
    known(jurisdictions, placed, ["parent"], placed.value.parent, "jurisdiction", "jurisdictions.csv");
  for (const placed of dataset.bodies)
    known(jurisdictions, placed, ["jurisdiction"], placed.value.jurisdiction, "jurisdiction", "jurisdictions.csv");
  for (const placed of dataset.coverage)
    known(jurisdictions, placed, ["jurisdiction"], placed.value.jurisdiction, "jurisdiction", "jurisdictions.csv");
  for (const placed of dataset.claims)
    known(jurisdictions, placed, ["jurisdiction"], placed.value.jurisdiction, "jurisdiction", "jurisdictions.csv");
  for (const placed of dataset.claimLinks) {
    known(claims, placed, ["claim"], placed.value.claim, "claim", "claims/*.csv");
    known(instruments, placed, ["instrument"], placed.value.instrument, "instrument", "instruments/");
  }
  for (const placed of dataset.frameworks) {
    const items = new Set(placed.value.items.map((item) => item.id));
    if (items.size < placed.value.items.length) fault(placed, ["items"], "two items bear the same id; give one of them another");
    placed.value.mapping.forEach((entry, index) => {
      known(types, placed, ["mapping", index, "provision_type"], entry.provision_type, "provision type", "provision-types.yml");
      known(items, placed, ["mapping", index, "item"], entry.item, "item", "this file's items");
    });
  }
  for (const placed of dataset.lessons) {
    placed.value.provision_types.forEach((id, index) => {
      known(types, placed, ["provision_types", index], id, "provision type", "provision-types.yml");
    });
    placed.value.jurisdictions.forEach((id, index) => {
      known(jurisdictions, placed, ["jurisdictions", index], id, "jurisdiction", "jurisdictions.csv");
    });
    placed.value.instruments.forEach((id, index) => {
      known(instruments, placed, ["instruments", index], id, "instrument", "instruments/");
    });
  }
  for (const placed of dataset.instruments) {
    const { value } = placed;
    const file = placed.file.split("/").at(-1);
    if (file !== `${value.id}.yml`)
      fault(placed, ["id"], `the file is called ${file} and the id is “${value.id}”; expected the file ${value.id}.yml`);
    known(jurisdictions, placed, ["jurisdiction"], value.jurisdiction, "jurisdiction", "jurisdictions.csv");
    known(bodies, placed, ["issuing_body"], value.issuing_body, "body", "bodies/");
    value.relations.forEach((relation, index) => {
      known(instruments, placed, ["relations", index, "target"], relation.target, "instrument", "instruments/");
    });
    value.provisions.forEach((provision, p) => {
      provision.codings.forEach((coding, c) => {
        known(types, placed, ["provisions", p, "codings", c, "type"], coding.type, "provision type", "provision-types.yml");
      });
    });
    for (const found of checkInstrument(placed)) faults.push(found);
  }
  faults.push(...checkClauses(dataset, types));
  faults.push(...checkMeasured(dataset, { bodies, types, instruments }));
  return faults;
}

/** What clauses point to: their type, each other, and the provisions that they rest on, which somebody must have read. */
function checkClauses({ clauses, instruments }: Dataset, types: Set<string>): Fault[] {
  const faults: Fault[] = [];
  const here = ids(clauses);
  const readAt = new Map<string, Set<string>>();
  for (const { value } of instruments)
    for (const provision of value.provisions)
      for (const { type, verdict, ...coding } of provision.codings)
        if (verdict === "accepted" && isTextBased(coding))
          readAt.set(`${value.id} ${provision.id}`, (readAt.get(`${value.id} ${provision.id}`) ?? new Set()).add(type));
  for (const placed of clauses) {
    const { value } = placed;
    const fault = (path: PropertyKey[], message: string) =>
      faults.push({ file: placed.file, line: placed.lineOf(path), at: path.join("."), message });
    const file = placed.file.split("/").at(-1);
    if (file !== `${value.id}.yml`)
      fault(["id"], `the file is called ${file} and the id is “${value.id}”; expected the file ${value.id}.yml`);
    if (!types.has(value.id))
      fault(["id"], `unknown provision type “${value.id}”; a clause bears the id of one that stands in provision-types.yml`);
    for (const list of ["needs", "conflicts"] as const)
      value[list].forEach(({ clause }, index) => {
        if (!here.has(clause)) fault([list, index, "clause"], `unknown clause “${clause}”; expected one that stands in clauses/`);
      });
    value.precedents.forEach(({ instrument, provision }, index) => {
      if (!readAt.get(`${instrument} ${provision}`)?.has(value.id))
        fault(
          ["precedents", index],
          `${instrument}, ${provision} has no accepted coding of “${value.id}” that rests on its wording; expected a provision that somebody has read as one`,
        );
    });
    for (const message of unsoundWording(value)) fault(["variants"], message);
  }
  return [...faults, ...checkBlanks(clauses)];
}

/** A draft asks once for each blank, whichever clauses it stands in: the name means one thing, and is filled with one kind of thing. */
function checkBlanks(clauses: Dataset["clauses"]): Fault[] {
  const met = new Map<string, { clause: string; type: string; label: Record<"en" | "fr", string> }>();
  return clauses.flatMap(({ value, file, lineOf }) =>
    value.blanks.flatMap(({ name, type, label }, index) => {
      const before = met.get(name);
      if (!before) met.set(name, { clause: value.id, type, label });
      if (!before || (before.type === type && before.label.en === label.en && before.label.fr === label.fr)) return [];
      const message = `the blank “${name}” is a ${before.type} called “${before.label.en}” (“${before.label.fr}”) in clauses/${before.clause}.yml; give both the same type and labels, or one of them another name`;
      return [{ file, line: lineOf(["blanks", index]), at: `blanks.${index}`, message }];
    }),
  );
}

/** What the files of checks, dossiers and measurements point to. */
function checkMeasured(dataset: Dataset, known: { bodies: Set<string>; types: Set<string>; instruments: Set<string> }): Fault[] {
  const faults: Fault[] = [];
  const fault = (placed: Placed<unknown>, path: PropertyKey[], message: string) =>
    faults.push({ file: placed.file, line: placed.lineOf(path), at: path.join("."), message });
  for (const placed of [...dataset.checks, ...dataset.indicators, ...dataset.measurements])
    if (placed.file.endsWith("ml") && placed.file.split("/").at(-2) !== placed.value.id && placed.file.includes("/"))
      fault(
        placed,
        ["id"],
        `the folder is called ${placed.file.split("/").at(-2)} and the id is “${placed.value.id}”; give both the same name`,
      );
  for (const placed of [...dataset.checks, ...dataset.indicators])
    placed.value.provision_types.forEach((id, index) => {
      if (!known.types.has(id))
        fault(placed, ["provision_types", index], `unknown provision type “${id}”; expected one that stands in provision-types.yml`);
    });
  for (const placed of dataset.measurements)
    if (!known.bodies.has(placed.value.body))
      fault(placed, ["body"], `unknown body “${placed.value.body}”; expected one that stands in bodies/`);
  const checks = ids(dataset.checks);
  for (const placed of dataset.dossiers) {
    const { value } = placed;
    if (!known.bodies.has(value.id)) fault(placed, ["id"], `unknown body “${value.id}”; expected one that stands in bodies/`);
    const sources = new Set(value.sources.map((source) => source.id));
    for (const list of dossierLists) {
      const keys = value[list].map(keyOf);
      for (const [index, key] of keys.entries())
        if (keys.indexOf(key) < index) fault(placed, [list, index], `“${key}” stands twice in ${list}; keep one, or give one another id`);
    }
    value.instruments.forEach(({ instrument }, index) => {
      if (!known.instruments.has(instrument))
        fault(placed, ["instruments", index, "instrument"], `unknown instrument “${instrument}”; expected one that stands in instruments/`);
    });
    for (const list of ["instruments", "attestations", "exceptions", "replies", "corrections"] as const)
      value[list].forEach(({ source }, index) => {
        if (!sources.has(source))
          fault(placed, [list, index, "source"], `unknown source “${source}”; expected the id of one of this file's sources`);
      });
    value.attestations.forEach(({ provision_type: type }, index) => {
      if (!known.types.has(type)) fault(placed, ["attestations", index, "provision_type"], `unknown provision type “${type}”`);
    });
    for (const list of ["exceptions", "replies"] as const)
      value[list].forEach(({ about }, index) => {
        if (about.check !== undefined && !checks.has(about.check))
          fault(placed, [list, index, "about", "check"], `unknown check “${about.check}”`);
        if (about.instrument !== undefined && !known.instruments.has(about.instrument))
          fault(placed, [list, index, "about", "instrument"], `unknown instrument “${about.instrument}”`);
      });
  }
  return faults;
}

/** What one instrument's file shows by itself: dangling sources, dates in the wrong order, one coder's reading given twice. */
export function checkInstrument(placed: Placed<Instrument>): Fault[] {
  const { value, file } = placed;
  const faults: Fault[] = [];
  const fault = (path: PropertyKey[], message: string) => faults.push({ file, line: placed.lineOf(path), at: path.join("."), message });
  const sources = new Set(value.sources.map((source) => source.id));
  if (sources.size < value.sources.length) fault(["sources"], "two sources bear the same id; give one of them another");
  const needSource = (path: PropertyKey[], id: string | undefined) => {
    if (id !== undefined && !sources.has(id))
      fault(path, `unknown source “${id}”; expected the id of one of this file's sources (${[...sources].join(", ")})`);
  };
  for (const [kind, date] of Object.entries(value.dates)) needSource(["dates", kind, "source"], date?.source);
  value.statuses.forEach((status, index) => {
    needSource(["statuses", index, "source"], status.source);
  });
  value.texts.forEach((text, index) => {
    needSource(["texts", index, "source"], text.source);
  });
  value.relations.forEach((relation, index) => {
    needSource(["relations", index, "source"], relation.source);
  });

  const { adopted, in_force: inForce, expired } = value.dates;
  if (adopted && expired && earliestDay(adopted.value) > latestDay(expired.value))
    fault(["dates", "expired"], `expired ${expired.value} before it was adopted ${adopted.value}; mend one of the dates`);
  if (inForce && expired && earliestDay(inForce.value) > latestDay(expired.value))
    fault(["dates", "expired"], `expired ${expired.value} before it was in force ${inForce.value}; mend one of the dates`);
  const dated = value.statuses.filter((status) => status.from);
  dated.forEach((status, index) => {
    const next = dated[index + 1];
    if (next?.from && status.from && earliestDay(status.from) > latestDay(next.from))
      fault(["statuses"], `“${status.value}” from ${status.from} stands before “${next.value}” from ${next.from}; put the oldest first`);
  });

  const provisionIds = new Set<string>();
  const codingIds = new Set<string>();
  const readings = new Set<string>();
  value.provisions.forEach((provision, p) => {
    if (provisionIds.has(provision.id))
      fault(["provisions", p, "id"], `the provision id “${provision.id}” stands twice; give one of them another`);
    provisionIds.add(provision.id);
    provision.wording.forEach((wording, w) => {
      needSource(["provisions", p, "wording", w, "source"], wording.source);
    });
    for (const [kind, date] of Object.entries(provision.dates ?? {})) needSource(["provisions", p, "dates", kind, "source"], date?.source);
    provision.statuses.forEach((status, s) => {
      needSource(["provisions", p, "statuses", s, "source"], status.source);
    });
    provision.codings.forEach((coding, c) => {
      const path = ["provisions", p, "codings", c];
      needSource([...path, "source"], coding.source);
      if (codingIds.has(coding.id))
        fault([...path, "id"], `the coding id “${coding.id}” stands twice in this instrument; give one of them another`);
      codingIds.add(coding.id);
      const reading = JSON.stringify([provision.locator, coding.type, coding.addressee ?? null, coding.scope ?? null, coding.coder]);
      if (readings.has(reading))
        fault(
          path,
          `“${provision.locator}” is coded twice as ${coding.type} by ${coding.coder} with the same addressee and scope; merge the two or say what differs`,
        );
      readings.add(reading);
    });
  });
  return faults;
}

function isAboveItself(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let above = parents.get(id); above !== undefined && !seen.has(above); above = parents.get(above)) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}

function ids(list: Placed<{ id: string }>[]): Set<string> {
  return new Set(list.map((placed) => placed.value.id));
}

function repeated<T>(list: T[], key: (entry: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((entry) => seen.size === seen.add(key(entry)).size);
}
