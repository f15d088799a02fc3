-- The store of the first thread. Instants are microseconds and dates days since 1970-01-01, both UTC.
-- Digests are 32 bytes. What is written as JSON is canonical (RFC 8785).

create table setting (
    name text primary key,
    value text not null
) strict, without rowid;

create table journal (
    number integer primary key,
    entry text not null,
    hash blob not null check (length(hash) = 32)
) strict;
create trigger journal_is_never_changed before update on journal
begin select raise(abort, 'the journal is append-only'); end;
create trigger journal_is_never_deleted before delete on journal
begin select raise(abort, 'the journal is append-only'); end;

create table account (
    name text primary key,
    person text not null,
    system_user text unique,
    revision integer not null
) strict, without rowid;
create table account_role (
    account text not null references account,
    role text not null,
    primary key (account, role)
) strict, without rowid;
create table handler_code (
    code text primary key,
    account text not null references account
) strict, without rowid;

-- What a person proves their account with. Only hashes: nobody reads a token out of the store.
create table credential (
    hash blob primary key check (length(hash) = 32),
    account text not null references account,
    kind text not null check (kind in ('invitation', 'token')),
    expires_at integer,
    used_at integer
) strict, without rowid;

create table definition (
    kind text not null check (kind in ('workspace', 'process', 'plugin')),
    name text not null,
    number integer not null,
    hash blob not null check (length(hash) = 32),
    author text not null references account,
    drafted_at integer not null,
    approver text references account,
    accepted_at integer,
    valid_from integer,
    reason text,
    primary key (kind, name, number),
    check ((approver is null) = (accepted_at is null) and (approver is null) = (valid_from is null))
) strict, without rowid;

create table import (
    number integer primary key,
    type text not null,
    file_name text not null,
    received blob not null check (length(received) = 32),
    archived blob not null check (length(archived) = 32),
    dialect text not null,
    plugin_version integer not null,
    accepted integer not null,
    rejected integer not null,
    first_event integer,
    last_event integer,
    actor text not null references account,
    at integer not null,
    unique (type, received)
) strict;

create table run (
    number integer primary key,
    process text not null,
    process_version integer not null,
    period text not null,
    imports text not null,
    results text not null,
    findings blob not null check (length(findings) = 32),
    actor text not null references account,
    at integer not null
) strict;

create table finding (
    id text primary key,
    run integer not null references run,
    control text not null,
    control_version integer not null,
    control_hash blob not null check (length(control_hash) = 32),
    event_date integer not null,
    handler text not null,
    outcome text not null,
    effect text not null,
    severity text not null,
    evidence text not null,
    message text not null,
    state text not null check (state in ('open', 'confirmed', 'dismissed')),
    revision integer not null
) strict, without rowid;
create index finding_by_date on finding (control, event_date);
create index finding_by_state on finding (state, event_date);
create table finding_subject (
    finding text not null references finding,
    type text not null,
    key text not null,
    primary key (finding, type, key)
) strict, without rowid;
create index finding_by_subject on finding_subject (key, type);

create table decision (
    number integer primary key,
    finding text not null references finding,
    verdict text not null,
    points text not null,
    reason text not null,
    actor text not null references account,
    at integer not null
) strict;
create index decision_by_finding on decision (finding, number);

create table release_list (
    number integer primary key,
    released blob not null check (length(released) = 32),
    suspended blob not null check (length(suspended) = 32),
    actor text not null references account,
    at integer not null
) strict;
create table release_item (
    finding text primary key references finding,
    list integer not null references release_list
) strict, without rowid;

create table measurement (
    number integer primary key,
    process text not null,
    indicator text not null,
    period text not null,
    numerator integer not null,
    denominator integer not null,
    excluded integer not null,
    exceptions text not null,
    target text,
    direction text not null,
    measures text not null,
    imports text not null,
    actor text not null references account,
    at integer not null
) strict;
create index measurement_by_period on measurement (process, indicator, period, number);

create table cycle (
    process text not null,
    number integer not null,
    period text not null,
    stage text not null,
    revision integer not null,
    primary key (process, number)
) strict, without rowid;

create table review (
    number integer primary key,
    process text not null,
    period text not null,
    state text not null,
    prepared_by text not null references account,
    prepared_at integer not null,
    held_by text references account,
    held_at integer,
    participants text not null,
    conclusion text not null,
    signed_by text references account,
    signed_at integer,
    pack text not null,
    revision integer not null,
    unique (process, period)
) strict;
create trigger signed_review_is_frozen before update on review when old.state = 'signed'
begin select raise(abort, 'a signed review is frozen'); end;
