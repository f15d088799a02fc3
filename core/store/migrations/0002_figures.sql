-- Figures that are no shares: counted or recorded by hand, in any unit, against targets with bounds and warnings.

alter table measurement add column unit text not null default 'percent';
alter table measurement add column source text not null default 'measure';
alter table measurement add column figure text;
alter table measurement add column currency text not null default 'EUR';
alter table measurement add column comment text not null default '';
alter table measurement add column upper_target text;
alter table measurement add column warning text;
alter table measurement add column upper_warning text;
