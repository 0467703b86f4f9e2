-- Made from the migrations by “npm run generate”; reviewed with every change.

create table accounts (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  administrator boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  blocked_at timestamp with time zone,
  constraint accounts_email_check CHECK ((email = lower(email))),
  constraint accounts_email_key UNIQUE (email),
  constraint accounts_pkey PRIMARY KEY (id)
);

create table attempts (
  key text not null,
  count integer not null,
  until timestamp with time zone not null,
  constraint attempts_pkey PRIMARY KEY (key)
);

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

create table consultation_comments (
  comment bigint generated always as identity not null,
  consultation text not null,
  element text,
  body text not null,
  name text,
  organisation text,
  state text not null default 'waiting'::text,
  refusal text,
  theme bigint,
  sent_on date not null default CURRENT_DATE,
  decided_by text,
  decided_at timestamp with time zone,
  constraint consultation_comments_check CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint consultation_comments_consultation_fkey FOREIGN KEY (consultation) REFERENCES consultations(id) ON DELETE CASCADE,
  constraint consultation_comments_pkey PRIMARY KEY (comment),
  constraint consultation_comments_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'refused'::text]))),
  constraint consultation_comments_theme_fkey FOREIGN KEY (theme) REFERENCES consultation_themes(theme) ON DELETE SET NULL
);

create table consultation_days (
  day date not null,
  key text not null,
  constraint consultation_days_pkey PRIMARY KEY (day)
);

create table consultation_senders (
  sender text not null,
  count integer not null,
  until timestamp with time zone not null,
  constraint consultation_senders_pkey PRIMARY KEY (sender)
);

create table consultation_themes (
  theme bigint generated always as identity not null,
  consultation text not null,
  title text not null,
  answer text,
  changed text,
  answered_at timestamp with time zone,
  constraint consultation_themes_consultation_fkey FOREIGN KEY (consultation) REFERENCES consultations(id) ON DELETE CASCADE,
  constraint consultation_themes_pkey PRIMARY KEY (theme)
);

create table consultations (
  id text not null,
  draft text not null,
  version integer not null,
  title text not null,
  introduction text not null,
  language text not null,
  answered_by text not null,
  opens_on date not null,
  closes_on date not null,
  closed_at timestamp with time zone,
  made_at timestamp with time zone not null default clock_timestamp(),
  constraint consultations_check CHECK ((opens_on <= closes_on)),
  constraint consultations_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint consultations_pkey PRIMARY KEY (id)
);

create table draft_comments (
  comment bigint generated always as identity not null,
  draft text not null,
  element text not null,
  answers bigint,
  span text,
  body text not null,
  suggestion text,
  verdict text,
  who text not null,
  at timestamp with time zone not null default clock_timestamp(),
  resolved_by text,
  resolved_at timestamp with time zone,
  constraint draft_comments_answers_fkey FOREIGN KEY (answers) REFERENCES draft_comments(comment) ON DELETE CASCADE,
  constraint draft_comments_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_comments_pkey PRIMARY KEY (comment),
  constraint draft_comments_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'refused'::text])))
);

create table draft_decisions (
  round bigint not null,
  step text not null,
  verdict text not null,
  note text not null default ''::text,
  account text not null,
  who text not null,
  role text,
  at timestamp with time zone not null default clock_timestamp(),
  constraint draft_decisions_pkey PRIMARY KEY (round, step),
  constraint draft_decisions_round_fkey FOREIGN KEY (round) REFERENCES draft_rounds(round) ON DELETE CASCADE,
  constraint draft_decisions_step_check CHECK ((step = ANY (ARRAY['legal-review'::text, 'technical-review'::text, 'budget-review'::text, 'approval'::text]))),
  constraint draft_decisions_verdict_check CHECK ((verdict = ANY (ARRAY['passed'::text, 'sent-back'::text])))
);

create table draft_elements (
  draft text not null,
  id text not null,
  position double precision not null,
  kind text not null,
  heading text not null default ''::text,
  text text not null default ''::text,
  origin jsonb not null,
  codings jsonb not null default '[]'::jsonb,
  revision integer not null default 1,
  changed_at timestamp with time zone not null default clock_timestamp(),
  changed_by text not null,
  constraint draft_elements_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_elements_kind_check CHECK ((kind = ANY (ARRAY['preamble'::text, 'part'::text, 'article'::text, 'annex'::text]))),
  constraint draft_elements_pkey PRIMARY KEY (draft, id)
);

create table draft_events (
  event bigint generated always as identity not null,
  draft text not null,
  what text not null,
  detail jsonb not null default '{}'::jsonb,
  who text not null,
  role text,
  at timestamp with time zone not null default clock_timestamp(),
  previous text not null,
  fingerprint text not null,
  constraint draft_events_pkey PRIMARY KEY (event)
);

create table draft_rounds (
  round bigint generated always as identity not null,
  draft text not null,
  version integer not null,
  steps text[] not null,
  begun_by text not null,
  begun_at timestamp with time zone not null default clock_timestamp(),
  ended_at timestamp with time zone,
  outcome text,
  constraint draft_rounds_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_rounds_outcome_check CHECK ((outcome = ANY (ARRAY['sent-back'::text, 'adopted'::text]))),
  constraint draft_rounds_pkey PRIMARY KEY (round)
);

create table draft_typing (
  draft text not null,
  element text not null,
  account text not null,
  base_revision integer not null,
  heading text not null,
  text text not null,
  at timestamp with time zone not null default clock_timestamp(),
  constraint draft_typing_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_typing_pkey PRIMARY KEY (draft, element, account)
);

create table draft_versions (
  draft text not null,
  version integer not null,
  label text not null,
  content jsonb not null,
  who text not null,
  at timestamp with time zone not null default clock_timestamp(),
  constraint draft_versions_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_versions_pkey PRIMARY KEY (draft, version)
);

create table draft_wordings (
  wording bigint generated always as identity not null,
  draft text not null,
  element text not null,
  base_revision integer not null,
  revision integer,
  heading text not null,
  text text not null,
  who text not null,
  at timestamp with time zone not null default clock_timestamp(),
  settled_by text,
  settled_at timestamp with time zone,
  constraint draft_wordings_draft_fkey FOREIGN KEY (draft) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint draft_wordings_pkey PRIMARY KEY (wording)
);

create table drafts (
  id text not null,
  workspace text not null,
  title text not null,
  language text not null,
  profile jsonb not null,
  beginning text not null,
  derived_from text,
  answers jsonb not null default '{}'::jsonb,
  state text not null default 'drafting'::text,
  adopted_as text,
  created_at timestamp with time zone not null default clock_timestamp(),
  changed_at timestamp with time zone not null default clock_timestamp(),
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_state_check CHECK ((state = ANY (ARRAY['drafting'::text, 'review'::text, 'approval'::text, 'approved'::text, 'adopted'::text, 'set-aside'::text])))
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

create table invitations (
  id text not null,
  token_hash text not null,
  workspace text not null,
  email text not null,
  role text not null,
  made_by text,
  mailed boolean not null default false,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint invitations_email_check CHECK ((email = lower(email))),
  constraint invitations_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint invitations_pkey PRIMARY KEY (id),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['reader'::text, 'drafter'::text, 'reviewer'::text, 'approver'::text, 'administrator'::text]))),
  constraint invitations_token_hash_key UNIQUE (token_hash),
  constraint invitations_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
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

create table members (
  workspace text not null,
  account text not null,
  role text not null,
  since timestamp with time zone not null default now(),
  constraint members_account_fkey FOREIGN KEY (account) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint members_pkey PRIMARY KEY (workspace, account),
  constraint members_role_check CHECK ((role = ANY (ARRAY['reader'::text, 'drafter'::text, 'reviewer'::text, 'approver'::text, 'administrator'::text]))),
  constraint members_workspace_fkey FOREIGN KEY (workspace) REFERENCES workspaces(id) ON DELETE CASCADE
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

create table people_events (
  event bigint generated always as identity not null,
  happened_at timestamp with time zone not null default now(),
  what text not null,
  by_account text,
  account text,
  workspace text,
  detail jsonb not null default '{}'::jsonb,
  constraint people_events_pkey PRIMARY KEY (event)
);

create table people_settings (
  name text not null,
  value text not null,
  constraint people_settings_pkey PRIMARY KEY (name)
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

create table recoveries (
  token_hash text not null,
  account text not null,
  drops_second_factor boolean not null default false,
  mailed boolean not null default false,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recoveries_account_fkey FOREIGN KEY (account) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint recoveries_pkey PRIMARY KEY (token_hash)
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

create table second_factors (
  id text not null,
  account text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamp with time zone,
  constraint second_factors_account_fkey FOREIGN KEY (account) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint second_factors_pkey PRIMARY KEY (id)
);

create table sessions (
  id text not null,
  token text not null,
  account text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sessions_account_fkey FOREIGN KEY (account) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint sessions_ip_address_check CHECK ((ip_address = ''::text)),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token)
);

create table sign_in_ways (
  id text not null,
  account text not null,
  provider text not null,
  subject text not null,
  password text,
  scope text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint sign_in_ways_access_token_check CHECK ((access_token IS NULL)),
  constraint sign_in_ways_account_fkey FOREIGN KEY (account) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint sign_in_ways_id_token_check CHECK ((id_token IS NULL)),
  constraint sign_in_ways_pkey PRIMARY KEY (id),
  constraint sign_in_ways_provider_subject_key UNIQUE (provider, subject),
  constraint sign_in_ways_refresh_token_check CHECK ((refresh_token IS NULL))
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

create table verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verifications_pkey PRIMARY KEY (id)
);

create table workspaces (
  id text not null,
  name text not null,
  made_at timestamp with time zone not null default now(),
  constraint workspaces_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX accounts_email_key ON public.accounts USING btree (email);
CREATE INDEX attempts_until ON public.attempts USING btree (until);
CREATE INDEX codings_current ON public.codings USING btree (id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX codings_type ON public.codings USING btree (type, strength) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX consultation_comments_of ON public.consultation_comments USING btree (consultation, state, comment);
CREATE INDEX consultation_themes_of ON public.consultation_themes USING btree (consultation, theme);
CREATE INDEX consultations_draft ON public.consultations USING btree (draft);
CREATE INDEX draft_comments_draft ON public.draft_comments USING btree (draft, element, comment);
CREATE INDEX draft_elements_order ON public.draft_elements USING btree (draft, "position", id);
CREATE INDEX draft_events_draft ON public.draft_events USING btree (draft, event);
CREATE UNIQUE INDEX draft_rounds_open ON public.draft_rounds USING btree (draft) WHERE (ended_at IS NULL);
CREATE INDEX draft_wordings_element ON public.draft_wordings USING btree (draft, element, wording);
CREATE INDEX draft_wordings_open ON public.draft_wordings USING btree (draft) WHERE ((revision IS NULL) AND (settled_at IS NULL));
CREATE INDEX drafts_workspace ON public.drafts USING btree (workspace, changed_at DESC);
CREATE INDEX findings_check ON public.findings USING btree (check_id, check_version, parameters_key, outcome);
CREATE INDEX invitations_email ON public.invitations USING btree (email);
CREATE UNIQUE INDEX invitations_token_hash_key ON public.invitations USING btree (token_hash);
CREATE INDEX invitations_workspace ON public.invitations USING btree (workspace);
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
CREATE INDEX members_account ON public.members USING btree (account);
CREATE INDEX observations_current ON public.observations USING btree (body, kind, key) WHERE current;
CREATE INDEX observations_key ON public.observations USING btree (key, observed_at DESC);
CREATE UNIQUE INDEX observations_measurement_kind_subject_key ON public.observations USING btree (measurement, kind, subject);
CREATE INDEX observations_series ON public.observations USING btree (series) WHERE current;
CREATE INDEX people_events_account ON public.people_events USING btree (account, event);
CREATE INDEX people_events_workspace ON public.people_events USING btree (workspace, event);
CREATE INDEX place_names_lexemes ON public.place_names USING gin (lexemes);
CREATE INDEX provisions_current ON public.provisions USING btree (id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX recoveries_account ON public.recoveries USING btree (account);
CREATE INDEX relations_target ON public.relations USING btree (target);
CREATE UNIQUE INDEX revisions_current ON public.revisions USING btree (noun, id) WHERE (known_to = 'infinity'::timestamp with time zone);
CREATE INDEX revisions_history ON public.revisions USING btree (noun, id, revision);
CREATE INDEX search_words_alike ON public.search_words USING gin (lexeme gin_trgm_ops);
CREATE UNIQUE INDEX second_factors_account ON public.second_factors USING btree (account);
CREATE INDEX sessions_account ON public.sessions USING btree (account);
CREATE UNIQUE INDEX sessions_token_key ON public.sessions USING btree (token);
CREATE INDEX sign_in_ways_account ON public.sign_in_ways USING btree (account);
CREATE UNIQUE INDEX sign_in_ways_provider_subject_key ON public.sign_in_ways USING btree (provider, subject);
CREATE INDEX verifications_identifier ON public.verifications USING btree (identifier);

CREATE OR REPLACE FUNCTION public.keep_people_events()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are kept as they were written', tg_table_name;
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are kept as they were written', tg_table_name;
end $function$
;

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
