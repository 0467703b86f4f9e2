-- What was seen of a subject at a time. Never changed: a later look is another row.
create table observations (
  observation bigint generated always as identity primary key,
  measurement text not null,
  series text not null,
  body text not null,
  kind text not null,
  subject text not null,
  -- the same on every instance, for addresses: from body, kind and subject
  key text not null,
  name text,
  address text,
  observed_at timestamptz not null,
  reader text not null,
  facts jsonb not null,
  places jsonb not null,
  not_observable jsonb not null,
  -- of the newest look at its series
  current boolean not null default true,
  unique (measurement, kind, subject)
);
create index observations_current on observations (body, kind, key) where current;
create index observations_key on observations (key, observed_at desc);
create index observations_series on observations (series) where current;

-- What one version of one check says of one observation under given parameters. Its reasons follow from the facts and are not kept twice.
create table findings (
  observation bigint not null references observations on delete cascade,
  check_id text not null,
  check_version int not null,
  parameters jsonb not null,
  parameters_key text not null,
  outcome text not null,
  error text,
  primary key (observation, check_id, check_version, parameters_key)
);
create index findings_check on findings (check_id, check_version, parameters_key, outcome);

-- A body under an instrument as it read on a day, with the formula that made it: the past of a reading.
create table readings (
  body text not null,
  instrument text not null,
  as_of date not null,
  formula text not null,
  digest text not null,
  record jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (body, instrument, as_of, formula, digest)
);
