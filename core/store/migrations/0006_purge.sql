-- What is left of an import whose records were purged: by whom, when, after which retention, counted from what,
-- under which version of the plugin, for which reason.
-- A finding whose evidence went with them says when.

alter table import add column purged_by text references account;
alter table import add column purged_at integer;
alter table import add column purged_after text;
alter table import add column purged_from text;
alter table import add column purged_under integer;
alter table import add column purged_for text;
alter table finding add column purged_at integer;
