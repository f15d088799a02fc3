-- Confirmed findings are grouped into nonconformities.

create table nonconformity (
    number integer primary key,
    process text not null,
    title text not null,
    requirement text not null,
    extent text not null,
    actor text not null references account,
    at integer not null,
    revision integer not null
) strict;
create index nonconformity_by_process on nonconformity (process, number);

create table nonconformity_finding (
    finding text primary key references finding,
    nonconformity integer not null references nonconformity
) strict, without rowid;
create index finding_by_nonconformity on nonconformity_finding (nonconformity, finding);
