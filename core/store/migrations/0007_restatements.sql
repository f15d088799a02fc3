-- Figures out of samples, and why a figure that a review has looked at was restated.

alter table measurement add column sampled integer not null default 0 check (sampled in (0, 1));
alter table measurement add column reason text not null default '';

-- The review that asked for a version of a sheet.
alter table definition add column review text not null default '';
