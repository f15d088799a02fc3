-- Where and how often people want the digest of what is due for them, and the last day on which one was sent.

alter table account add column mail text not null default '';
alter table account add column digest text not null default 'daily' check (digest in ('daily', 'weekly', 'never'));
alter table account add column digest_on integer;
