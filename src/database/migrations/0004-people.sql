-- People and what they may do. Accounts, ways to sign in, sessions, second factors and verifications are read and written by the sign-in library
-- too, under names of ours; times are theirs to keep.
create table accounts (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  -- of the whole instance, not of a workspace
  administrator boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_ways (
  id text primary key,
  account text not null references accounts on delete cascade,
  -- "credential" is a password, "openid" the provider of the settings
  provider text not null,
  subject text not null,
  password text,
  scope text,
  -- a provider's tokens open its other doors; nothing here needs them, so they are never kept
  access_token text check (access_token is null),
  refresh_token text check (refresh_token is null),
  id_token text check (id_token is null),
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, subject)
);
create index sign_in_ways_account on sign_in_ways (account);

create table sessions (
  id text primary key,
  token text not null unique,
  account text not null references accounts on delete cascade,
  expires_at timestamptz not null,
  -- the library would write one; nobody needs it
  ip_address text check (ip_address = ''),
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_account on sessions (account);

create table second_factors (
  id text primary key,
  account text not null references accounts on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count int default 0,
  locked_until timestamptz
);
create unique index second_factors_account on second_factors (account);

-- What waits for an answer: a second factor, a provider's return.
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

create table workspaces (
  id text primary key,
  name text not null,
  made_at timestamptz not null default now()
);
-- Where the one person of a server on loopback works; the first account of a server with accounts takes it over.
insert into workspaces (id, name) values ('local', 'local');

create table members (
  workspace text not null references workspaces on delete cascade,
  account text not null references accounts on delete cascade,
  role text not null check (role in ('reader', 'drafter', 'reviewer', 'approver', 'administrator')),
  since timestamptz not null default now(),
  primary key (workspace, account)
);
create index members_account on members (account);

create table invitations (
  id text primary key,
  -- SHA-256 of what stands in the link
  token_hash text not null unique,
  workspace text not null references workspaces on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('reader', 'drafter', 'reviewer', 'approver', 'administrator')),
  made_by text references accounts on delete set null,
  -- whether the link went to the address itself, so that who bears it has shown that the address is theirs
  mailed boolean not null default false,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_workspace on invitations (workspace);
create index invitations_email on invitations (email);

create table recoveries (
  token_hash text primary key,
  account text not null references accounts on delete cascade,
  drops_second_factor boolean not null default false,
  mailed boolean not null default false,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index recoveries_account on recoveries (account);

-- How often something was tried; keys are keyed hashes, so that no address or e-mail stands here. Gone with its time.
create table attempts (
  key text primary key,
  count int not null,
  until timestamptz not null
);
create index attempts_until on attempts (until);

create table people_settings (
  name text primary key,
  value text not null
);

-- Who did what when. No secret and no address of a machine; never changed, by nobody.
create table people_events (
  event bigint generated always as identity primary key,
  happened_at timestamptz not null default now(),
  what text not null,
  -- who did it; nobody where nobody was signed in
  by_account text,
  -- to whom
  account text,
  workspace text,
  detail jsonb not null default '{}'
);
create index people_events_account on people_events (account, event);
create index people_events_workspace on people_events (workspace, event);

create function keep_people_events() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are kept as they were written', tg_table_name;
end $$;
create trigger people_events_kept before update or delete or truncate on people_events execute function keep_people_events();
