import type { Generated } from "kysely";

/** The tables as the queries see them; the reviewed truth is schema.sql, made from the migrations. */
export interface Tables {
  revisions: {
    revision: Generated<number>;
    noun: string;
    id: string;
    known_from: Generated<string>;
    known_to: Generated<string>;
    who: string;
    why: string;
    record: unknown;
  };
  provisions: { revision: number; position: number; instrument: string; id: string; locator: string; known_from: string; known_to: string };
  codings: {
    revision: number;
    position: number;
    instrument: string;
    provision: string;
    id: string;
    jurisdiction: string;
    type: string;
    area: string;
    strength: string;
    basis: string;
    verdict: string;
    coder: string;
    known_from: string;
    known_to: string;
  };
  relations: { revision: number; position: number; instrument: string; type: string; target: string; known_from: string; known_to: string };
  standings: {
    revision: number;
    position: number;
    status: string;
    effect: string;
    from_earliest: string;
    from_latest: string;
    to_earliest: string;
    to_latest: string;
  };
  listing: {
    revision: number;
    noun: string;
    id: string;
    standing: string;
    jurisdiction: string;
    level: string | null;
    type: string | null;
    status: string | null;
    force: string | null;
    title: string;
    year: number | null;
    sort_date: string | null;
    areas: string[];
    provision_types: string[];
    strengths: string[];
    framework_items: string[];
    languages: string[];
    title_search: unknown;
    search: unknown;
    known_from: string;
    known_to: string;
  };
  observations: {
    observation: Generated<number>;
    measurement: string;
    series: string;
    body: string;
    kind: string;
    subject: string;
    key: string;
    name: string | null;
    address: string | null;
    observed_at: string;
    reader: string;
    facts: unknown;
    places: unknown;
    not_observable: unknown;
    current: boolean;
  };
  findings: {
    observation: number;
    check_id: string;
    check_version: number;
    parameters: unknown;
    parameters_key: string;
    outcome: string;
    error: string | null;
  };
  readings: { body: string; instrument: string; as_of: string; formula: string; digest: string; record: unknown; recorded_at: string };
  jobs: {
    job: Generated<number>;
    kind: string;
    address: string;
    body: string;
    series: string;
    title: string | null;
    licence: string | null;
    state: Generated<string>;
    due_at: Generated<string>;
    attempts: Generated<number>;
    token: Generated<number>;
    worker: string | null;
    progress: string | null;
    subjects: number | null;
    faults: number | null;
    error: string | null;
    measurement: string | null;
    enqueued_at: Generated<string>;
    started_at: string | null;
    ended_at: string | null;
  };
  search_words: { lexeme: string; documents: number };
  place_names: { place: string; configuration: string; lexemes: string[] };
}
