-- Made from the migrations by “npm run generate”; reviewed with every change.

create table codings (
  revision bigint not null,
  position integer not null,
  instrument text not null,
  provision text not null,
  id text not null,
  jurisdiction text not null,
  type text not null,
  area text not null,
  strength text not null,
  basis text not null,
  verdict text not null,
  coder text not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint codings_pkey PRIMARY KEY (revision, "position"),
  constraint codings_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(revision) ON DELETE CASCADE
);

create table findings (
  observation bigint not null,
  check_id text not null,
  check_version integer not null,
  parameters jsonb not null,
  parameters_key text not null,
  outcome text not null,
  error text,
  constraint findings_observation_fkey FOREIGN KEY (observation) REFERENCES observations(observation) ON DELETE CASCADE,
  constraint findings_pkey PRIMARY KEY (observation, check_id, check_version, parameters_key)
);

create table jobs (
  job bigint generated always as identity not null,
  kind text not null,
  address text not null,
  body text not null,
  series text not null,
  title text,
  licence text,
  state text not null default 'waiting'::text,
  due_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  token bigint not null default 0,
  worker text,
  progress text,
  subjects integer,
  faults integer,
  error text,
  measurement text,
  enqueued_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (job),
  constraint jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

create table listing (
  revision bigint not null,
  noun text not null,
  id text not null,
  standing text not null,
  jurisdiction text not null,
  level text,
  type text,
  status text,
  force text,
  title text not null,
  year integer,
  sort_date date,
  areas text[] not null default '{}'::text[],
  provision_types text[] not null default '{}'::text[],
  strengths text[] not null default '{}'::text[],
  framework_items text[] not null default '{}'::text[],
  languages text[] not null default '{}'::text[],
  title_search tsvector not null,
  search tsvector not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint listing_pkey PRIMARY KEY (revision),
  constraint listing_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(revision) ON DELETE CASCADE
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table observations (
  observation bigint generated always as identity not null,
  measurement text not null,
  series text not null,
  body text not null,
  kind text not null,
  subject text not null,
  key text not null,
  name text,
  address text,
  observed_at timestamp with time zone not null,
  reader text not null,
  facts jsonb not null,
  places jsonb not null,
  not_observable jsonb not null,
  current boolean not null default true,
  constraint observations_measurement_kind_subject_key UNIQUE (measurement, kind, subject),
  constraint observations_pkey PRIMARY KEY (observation)
);

create table place_names (
  place text not null,
  configuration text not null,
  lexemes text[] not null,
  constraint place_names_pkey PRIMARY KEY (place, configuration, lexemes)
);

create table provisions (
  revision bigint not null,
  position integer not null,
  instrument text not null,
  id text not null,
  locator text not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint provisions_pkey PRIMARY KEY (revision, "position"),
  constraint provisions_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(revision) ON DELETE CASCADE
);

create table readings (
  body text not null,
  instrument text not null,
  as_of date not null,
  formula text not null,
  digest text not null,
  record jsonb not null,
  recorded_at timestamp with time zone not null default clock_timestamp(),
  constraint readings_pkey PRIMARY KEY (body, instrument, as_of, formula, digest)
);

create table relations (
  revision bigint not null,
  position integer not null,
  instrument text not null,
  type text not null,
  target text not null,
  known_from timestamp with time zone not null,
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone,
  constraint relations_pkey PRIMARY KEY (revision, "position"),
  constraint relations_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(revision) ON DELETE CASCADE
);

create table revisions (
  revision bigint generated always as identity not null,
  noun text not null,
  id text not null,
  known_from timestamp with time zone not null default clock_timestamp(),
  known_to timestamp with time zone not null default 'infinity'::timestamp with time zone,
  who text not null,
  why text not null,
  record jsonb,
  constraint revisions_pkey PRIMARY KEY (revision)
);

create table search_words (
  lexeme text not null,
  documents integer not null,
  constraint search_words_pkey PRIMARY KEY (lexeme)
);

create table standings (
  revision bigint not null,
  position integer not null,
  status text not null,
  effect text not null,
  from_earliest date not null,
  from_latest date not null,
  to_earliest date not null,
  to_latest date not null,
  constraint standings_pkey PRIMARY KEY (revision, "position"),
  constraint standings_revision_fkey FOREIGN KEY (revision) REFERENCES revisions(revision) ON DELETE CASCADE
);

CREATE INDEX codings_current ON public.codings USING btree (id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX codings_type ON public.codings USING btree (type, strength) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX findings_check ON public.findings USING btree (check_id, check_version, parameters_key, outcome);
CREATE INDEX jobs_due ON public.jobs USING btree (due_at, job) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX jobs_state ON public.jobs USING btree (state, job);
CREATE UNIQUE INDEX jobs_unended ON public.jobs USING btree (kind, body, series, md5(address)) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX listing_changed ON public.listing USING btree (known_from DESC, sort_date DESC NULLS LAST, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_current ON public.listing USING btree (sort_date DESC NULLS LAST, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_id ON public.listing USING btree (noun, id);
CREATE INDEX listing_jurisdiction ON public.listing USING btree (jurisdiction) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_provision_types ON public.listing USING gin (provision_types);
CREATE INDEX listing_search ON public.listing USING gin (search);
CREATE INDEX listing_title ON public.listing USING btree (title, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_title_search ON public.listing USING gin (title_search);
CREATE INDEX observations_current ON public.observations USING btree (body, kind, key) WHERE current;
CREATE INDEX observations_key ON public.observations USING btree (key, observed_at DESC);
CREATE UNIQUE INDEX observations_measurement_kind_subject_key ON public.observations USING btree (measurement, kind, subject);
CREATE INDEX observations_series ON public.observations USING btree (series) WHERE current;
CREATE INDEX place_names_lexemes ON public.place_names USING gin (lexemes);
CREATE INDEX provisions_current ON public.provisions USING btree (id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX relations_target ON public.relations USING btree (target);
CREATE UNIQUE INDEX revisions_current ON public.revisions USING btree (noun, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX revisions_history ON public.revisions USING btree (noun, id, revision);
CREATE INDEX search_words_alike ON public.search_words USING gin (lexeme gin_trgm_ops);

CREATE OR REPLACE FUNCTION public.search_vector(parts jsonb)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  part record;
  vector tsvector := '';
begin
  for part in select * from jsonb_to_recordset(parts) as p(language text, weight text, words text) loop
    vector := vector || setweight(to_tsvector(part.language::regconfig, part.words), part.weight::"char");
  end loop;
  return vector;
end
$function$
;
