-- Since when nobody signs in with an account; what its person wrote stays.
alter table accounts add column blocked_at timestamptz;
