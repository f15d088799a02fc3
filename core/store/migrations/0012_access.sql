-- Coming in through the web. A credential may be a session, the token of a calendar or a recovery code besides; it may
-- have a name, and tells since when it is there and, of a session, when somebody last came with it.

alter table account add column suspended_at integer;

create table credential_of_any_kind (
    hash blob primary key check (length(hash) = 32),
    account text not null references account,
    kind text not null check (kind in ('invitation', 'token', 'session', 'calendar', 'recovery')),
    name text not null default '',
    created_at integer,
    expires_at integer,
    used_at integer,
    seen_at integer
) strict, without rowid;
insert into credential_of_any_kind (hash, account, kind, expires_at, used_at)
    select hash, account, kind, expires_at, used_at from credential;
drop table credential;
alter table credential_of_any_kind rename to credential;
create index credential_of_account on credential (account);

-- Argon2id, with salt and cost in the text.
create table password (
    account text primary key references account,
    hash text not null
) strict, without rowid;

-- `sealed` is enciphered with a key that lies outside the workspace, and written in base 64.
create table second_factor (
    account text primary key references account,
    sealed text not null,
    confirmed_at integer,
    last_step integer not null
) strict, without rowid;

-- How often somebody failed to come in, under a keyed digest of the account, the address or the device.
create table attempt (
    key blob primary key check (length(key) = 32),
    failed integer not null,
    last_at integer not null
) strict, without rowid;
create index attempt_by_age on attempt (last_at);
