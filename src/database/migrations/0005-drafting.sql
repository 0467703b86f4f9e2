-- Drafts of policies. Private to a workspace; what is adopted goes to the registry as an instrument.
create table drafts (
  id text primary key,
  workspace text not null,
  title text not null,
  language text not null,
  profile jsonb not null,
  beginning text not null,
  derived_from text,
  answers jsonb not null default '{}',
  state text not null default 'drafting' check (state in ('drafting', 'review', 'approval', 'approved', 'adopted', 'set-aside')),
  adopted_as text,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
create index drafts_workspace on drafts (workspace, changed_at desc);

create table draft_elements (
  draft text not null references drafts on delete cascade,
  id text not null,
  -- gaps are left between positions, so that a move touches one row
  position double precision not null,
  kind text not null check (kind in ('preamble', 'part', 'article', 'annex')),
  heading text not null default '',
  text text not null default '',
  origin jsonb not null,
  codings jsonb not null default '[]',
  revision int not null default 1,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by text not null,
  primary key (draft, id)
);
create index draft_elements_order on draft_elements (draft, position, id);

-- Every wording an element ever had; a conflict is a wording that did not replace the one that stands.
create table draft_wordings (
  wording bigint generated always as identity primary key,
  draft text not null references drafts on delete cascade,
  element text not null,
  base_revision int not null,
  -- the revision it became; none: it lost against a newer one and waits for a person
  revision int,
  heading text not null,
  text text not null,
  who text not null,
  at timestamptz not null default clock_timestamp(),
  settled_by text,
  settled_at timestamptz
);
create index draft_wordings_element on draft_wordings (draft, element, wording);
create index draft_wordings_open on draft_wordings (draft) where revision is null and settled_at is null;

-- What somebody has typed and not saved yet, kept second by second.
create table draft_typing (
  draft text not null references drafts on delete cascade,
  element text not null,
  account text not null,
  base_revision int not null,
  heading text not null,
  text text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (draft, element, account)
);

create table draft_comments (
  comment bigint generated always as identity primary key,
  draft text not null references drafts on delete cascade,
  element text not null,
  answers bigint references draft_comments on delete cascade,
  -- the words it is about; none: the whole element
  span text,
  body text not null,
  -- a wording offered instead of the span, to accept or refuse
  suggestion text,
  verdict text check (verdict in ('accepted', 'refused')),
  who text not null,
  at timestamptz not null default clock_timestamp(),
  resolved_by text,
  resolved_at timestamptz
);
create index draft_comments_draft on draft_comments (draft, element, comment);

-- The whole draft at one moment, never changed.
create table draft_versions (
  draft text not null references drafts on delete cascade,
  version int not null,
  label text not null,
  content jsonb not null,
  who text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (draft, version)
);

-- What was done to a draft, by whom. Each row carries the fingerprint of the one before, and none can be changed or removed.
create table draft_events (
  event bigint generated always as identity primary key,
  draft text not null,
  what text not null,
  detail jsonb not null default '{}',
  who text not null,
  role text,
  at timestamptz not null default clock_timestamp(),
  previous text not null,
  fingerprint text not null
);
create index draft_events_draft on draft_events (draft, event);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are kept as they were written', tg_table_name;
end $$;
create trigger draft_events_kept before update or delete or truncate on draft_events execute function refuse_change();
create trigger draft_versions_kept before update on draft_versions execute function refuse_change();
