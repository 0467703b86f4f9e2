import type { FactValue, Observation, Place } from "../fact.ts";
import type { Subject } from "../subject.ts";

/** Collects what is seen of one subject: every value with its places, everything unseen with its reason. */
export class Sighting {
  readonly #facts: Observation["facts"] = {};
  readonly #places: Observation["places"] = {};
  readonly #notObservable: Observation["notObservable"] = {};

  /** Notes a value under its dotted name. Names are ours, never the file's, and no name is the beginning of another. */
  see(name: string, value: FactValue, ...places: Place[]): void {
    if (name.includes(".")) this.#seeInGroup(name.split("."), value);
    else this.#facts[name] = value;
    if (places.length > 0) this.#places[name] = places;
  }

  #seeInGroup(parts: string[], value: FactValue): void {
    const last = parts.pop() as string;
    let group = this.#facts;
    for (const part of parts) {
      group[part] ??= {};
      group = group[part] as Observation["facts"];
    }
    group[last] = value;
  }

  cannotSee(name: string, reason: string): void {
    this.#notObservable[name] = reason;
  }

  /** A value where there is one, the reason where there is none. */
  seeOr(name: string, value: FactValue | undefined, reason: string, ...places: Place[]): void {
    if (value === undefined) this.cannotSee(name, reason);
    else this.see(name, value, ...places);
  }

  /** The places of one element of a list: "brands[0]". */
  place(name: string, ...places: Place[]): void {
    if (places.length > 0) this.#places[name] = places;
  }

  observation(subject: Subject, observedAt: string, reader: string): Observation {
    return { subject, observedAt, reader, facts: this.#facts, places: this.#places, notObservable: this.#notObservable };
  }
}
