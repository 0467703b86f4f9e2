-- One round of judging a draft: the version that is judged, and which steps it must pass.
create table draft_rounds (
  round bigint generated always as identity primary key,
  draft text not null references drafts on delete cascade,
  version int not null,
  steps text[] not null,
  begun_by text not null,
  begun_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text check (outcome in ('sent-back', 'adopted'))
);
-- A draft is judged once at a time.
create unique index draft_rounds_open on draft_rounds (draft) where ended_at is null;

create table draft_decisions (
  round bigint not null references draft_rounds on delete cascade,
  step text not null check (step in ('legal-review', 'technical-review', 'budget-review', 'approval')),
  verdict text not null check (verdict in ('passed', 'sent-back')),
  note text not null default '',
  account text not null,
  who text not null,
  role text,
  at timestamptz not null default clock_timestamp(),
  primary key (round, step)
);
create trigger draft_decisions_kept before update on draft_decisions execute function refuse_change();

-- A kept version of a draft on which anybody may comment.
create table consultations (
  id text primary key,
  draft text not null references drafts on delete cascade,
  version int not null,
  title text not null,
  introduction text not null,
  language text not null,
  -- who reads and answers the comments, in the organisation's words
  answered_by text not null,
  opens_on date not null,
  closes_on date not null,
  -- ended before its day
  closed_at timestamptz,
  made_at timestamptz not null default clock_timestamp(),
  check (opens_on <= closes_on)
);
create index consultations_draft on consultations (draft);

create table consultation_themes (
  theme bigint generated always as identity primary key,
  consultation text not null references consultations on delete cascade,
  title text not null,
  answer text,
  -- the articles that were changed because of it, as the organisation names them
  changed text,
  answered_at timestamptz
);
create index consultation_themes_of on consultation_themes (consultation, theme);

-- What people said. Of who said it stands here only what they chose to write.
create table consultation_comments (
  comment bigint generated always as identity primary key,
  consultation text not null references consultations on delete cascade,
  -- the element it is about; none: the whole draft
  element text,
  body text not null,
  name text,
  organisation text,
  state text not null default 'waiting' check (state in ('waiting', 'published', 'refused')),
  refusal text,
  theme bigint references consultation_themes on delete set null,
  -- a day and no time: a time could be laid beside a server's log
  sent_on date not null default current_date,
  decided_by text,
  decided_at timestamptz,
  check ((state = 'refused') = (refusal is not null))
);
create index consultation_comments_of on consultation_comments (consultation, state, comment);

-- How often one network has sent, under a hash whose key is thrown away each day.
create table consultation_days (day date primary key, key text not null);
create table consultation_senders (sender text primary key, count int not null, until timestamptz not null);
