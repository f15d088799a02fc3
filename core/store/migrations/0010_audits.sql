-- Audits and what they found. `content` is the canonical state, which the journal hashes; the columns beside it say
-- again what rows are found and frozen by, and a row in which they say anything else is damaged.
create table audit (
    number integer primary key,
    content text not null,
    auditee text not null,
    state text not null,
    revision integer not null
) strict;
create index audit_of_auditee on audit (auditee);

create trigger closed_audit_is_frozen before update on audit when old.state in ('closed', 'cancelled')
begin select raise(abort, 'a closed audit is frozen'); end;

create table audit_finding (
    number integer primary key,
    content text not null,
    audit integer not null references audit,
    state text not null,
    revision integer not null
) strict;
create index finding_of_audit on audit_finding (audit);

create trigger verified_audit_finding_is_frozen before update on audit_finding
when old.state in ('verified', 'withdrawn')
begin select raise(abort, 'a finding that is verified or withdrawn is frozen'); end;
