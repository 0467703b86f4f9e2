-- Measurements to be made. Workers on any machine take them from here; the database's clock and its locks decide, nothing else does.
create table jobs (
  job bigint generated always as identity primary key,
  kind text not null,
  address text not null,
  body text not null,
  series text not null,
  title text,
  licence text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  -- when a waiting job may be taken; when a running one may be taken from a worker that has not been heard of
  due_at timestamptz not null default now(),
  attempts int not null default 0,
  -- one more at each taking: what a worker records under an older one is refused
  token bigint not null default 0,
  worker text,
  progress text,
  subjects int,
  -- pieces of the source that could not be read
  faults int,
  error text,
  measurement text,
  enqueued_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz
);
create index jobs_due on jobs (due_at, job) where state in ('waiting', 'running');
create index jobs_state on jobs (state, job);
-- The same source is not waited for twice.
create unique index jobs_unended on jobs (kind, body, series, md5(address)) where state in ('waiting', 'running');
