-- A credential may be, besides, who the organisation's provider says somebody is: the hash of both its names.

create table credential_with_identities (
    hash blob primary key check (length(hash) = 32),
    account text not null references account,
    kind text not null check (kind in ('invitation', 'token', 'session', 'calendar', 'recovery', 'identity')),
    name text not null default '',
    created_at integer,
    expires_at integer,
    used_at integer,
    seen_at integer
) strict, without rowid;
insert into credential_with_identities (hash, account, kind, name, created_at, expires_at, used_at, seen_at)
    select hash, account, kind, name, created_at, expires_at, used_at, seen_at from credential;
drop table credential;
alter table credential_with_identities rename to credential;
create index credential_of_account on credential (account);
create unique index identity_of_account on credential (account, name) where kind = 'identity';
