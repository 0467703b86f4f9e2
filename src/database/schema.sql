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
CREATE INDEX listing_changed ON public.listing USING btree (known_from DESC, sort_date DESC NULLS LAST, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_current ON public.listing USING btree (sort_date DESC NULLS LAST, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_id ON public.listing USING btree (noun, id);
CREATE INDEX listing_jurisdiction ON public.listing USING btree (jurisdiction) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_provision_types ON public.listing USING gin (provision_types);
CREATE INDEX listing_search ON public.listing USING gin (search);
CREATE INDEX listing_title ON public.listing USING btree (title, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX listing_title_search ON public.listing USING gin (title_search);
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
