-- A controller may reserve a file for themselves.

alter table finding add column taken_by text references account;
alter table finding add column taken_at integer;
