-- Every record of every noun, in every version we ever held: what is known, since when, until when, by whom, why.
create table revisions (
  revision bigint generated always as identity primary key,
  noun text not null,
  id text not null,
  known_from timestamptz not null default clock_timestamp(),
  known_to timestamptz not null default 'infinity',
  who text not null,
  why text not null,
  record jsonb
);
create unique index revisions_current on revisions (noun, id) where known_to = 'infinity';
create index revisions_history on revisions (noun, id, revision);

-- What follows is derived from revisions, for finding; one row a version of an instrument, so that both time axes read alike.
create table provisions (
  revision bigint not null references revisions on delete cascade,
  position int not null,
  instrument text not null,
  id text not null,
  locator text not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  primary key (revision, position)
);
create index provisions_current on provisions (id) where known_to = 'infinity';

create table codings (
  revision bigint not null references revisions on delete cascade,
  position int not null,
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
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  primary key (revision, position)
);
create index codings_current on codings (id) where known_to = 'infinity';
create index codings_type on codings (type, strength) where known_to = 'infinity';

-- The periods in which an instrument bore a status, each end with the first and the last day it can mean.
create table standings (
  revision bigint not null references revisions on delete cascade,
  position int not null,
  status text not null,
  effect text not null,
  from_earliest date not null,
  from_latest date not null,
  to_earliest date not null,
  to_latest date not null,
  primary key (revision, position)
);

-- Edges between instruments, to be followed from either end.
create table relations (
  revision bigint not null references revisions on delete cascade,
  position int not null,
  instrument text not null,
  type text not null,
  target text not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity',
  primary key (revision, position)
);
create index relations_target on relations (target);

-- What a reader searches: reviewed instruments, and claims that speak of none of them.
create table listing (
  revision bigint primary key references revisions on delete cascade,
  noun text not null,
  id text not null,
  standing text not null,
  jurisdiction text not null,
  level text,
  type text,
  status text,
  force text,
  title text not null,
  year int,
  sort_date date,
  areas text[] not null default '{}',
  provision_types text[] not null default '{}',
  strengths text[] not null default '{}',
  framework_items text[] not null default '{}',
  languages text[] not null default '{}',
  title_search tsvector not null,
  search tsvector not null,
  known_from timestamptz not null,
  known_to timestamptz not null default 'infinity'
);
-- Ranking reads this column of a thousand rows: unpacking them took a fifth of the time, and packing saved next to nothing.
alter table listing alter column search set storage external;
create index listing_current on listing (sort_date desc nulls last, id) where known_to = 'infinity';
create index listing_title on listing (title, id) where known_to = 'infinity';
create index listing_changed on listing (known_from desc, sort_date desc nulls last, id) where known_to = 'infinity';
create index listing_id on listing (noun, id);
create index listing_jurisdiction on listing (jurisdiction) where known_to = 'infinity';
create index listing_title_search on listing using gin (title_search);
create index listing_search on listing using gin (search);
create index listing_provision_types on listing using gin (provision_types);

-- How many documents bear a word's stem: what makes a word telling, and what a mistyped word may have meant.
create extension if not exists pg_trgm;
create table search_words (
  lexeme text primary key,
  documents int not null
);
create index search_words_alike on search_words using gin (lexeme gin_trgm_ops);

-- What places are called, in the stems of each language's rules: by these a question is known to name a place.
create table place_names (
  place text not null,
  configuration text not null,
  lexemes text[] not null,
  primary key (place, configuration, lexemes)
);
create index place_names_lexemes on place_names using gin (lexemes);

-- Parts of a document, each in its own language and with its own weight, as one search vector.
create function search_vector(parts jsonb) returns tsvector language plpgsql immutable as $$
declare
  part record;
  vector tsvector := '';
begin
  for part in select * from jsonb_to_recordset(parts) as p(language text, weight text, words text) loop
    vector := vector || setweight(to_tsvector(part.language::regconfig, part.words), part.weight::"char");
  end loop;
  return vector;
end
$$;
