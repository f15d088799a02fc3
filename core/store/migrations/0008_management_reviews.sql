-- Management reviews, one a period: what was said of its inputs, what it decided, the pack that it was signed as.
create table management_review (
    number integer primary key,
    period text not null unique,
    state text not null,
    prepared_by text not null references account,
    prepared_at integer not null,
    answers text not null,
    outputs text not null,
    held_by text references account,
    held_at integer,
    participants text not null,
    conclusion text not null,
    signed_by text references account,
    signed_at integer,
    pack text not null,
    revision integer not null,
    check ((held_by is null) = (held_at is null) and (signed_by is null) = (signed_at is null))
) strict;

create trigger signed_management_review_is_frozen before update on management_review when old.state = 'signed'
begin select raise(abort, 'a signed management review is frozen'); end;
