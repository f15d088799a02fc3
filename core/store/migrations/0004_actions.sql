-- Actions, from their proposal to the proof that they worked. What is not said yet is null.

create table action (
    number integer primary key,
    process text not null,
    reference text not null,
    origin text not null,
    source text not null,
    level text not null,
    kind text not null,
    what text not null,
    causes text not null,
    owner text references account,
    due integer,
    progress integer not null check (progress between 0 and 100),
    comment text not null,
    indicator text not null,
    criterion text not null,
    judge_on integer,
    state text not null,
    proposed_by text not null references account,
    proposed_at integer not null,
    decided_by text references account,
    decided_at integer,
    started_by text references account,
    started_at integer,
    finished_by text references account,
    finished_at integer,
    judged_by text references account,
    judged_at integer,
    judgement text,
    measurement integer references measurement,
    cancelled_by text references account,
    cancelled_at integer,
    reason text,
    follows integer references action,
    revision integer not null,
    check ((decided_by is null) = (decided_at is null) and (started_by is null) = (started_at is null)),
    check ((finished_by is null) = (finished_at is null) and (judged_by is null) = (judged_at is null)),
    check ((cancelled_by is null) = (cancelled_at is null))
) strict;
create index action_by_process on action (process, number);
create index action_by_follows on action (follows);
create unique index action_by_reference on action (process, reference) where reference <> '';
