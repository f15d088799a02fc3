-- A finding of a control that keeps what it finds for one role: suspicions of fraud are the Tracfin correspondent's.

alter table finding add column visible_to text;
