-- SPDX-License-Identifier: Apache-2.0
-- The seven controls in SQLite, in memory, on what its shell imported: tables claim, member and staff.
create table finding (control text, record text);
create index member_by_number on member (number);
create index staff_by_iban on staff (iban);

insert into finding select 'above-threshold', number from claim where cast(amount as real) > 1000;
insert into finding
  select 'vip', claim.number from claim join member on member.number = claim.member where member.vip = 'true';
insert into finding select 'staff-iban', number from claim where iban in (select iban from staff);
insert into finding select 'paid-too-early', number from claim where paid_on <> '' and paid_on < checked_on;
insert into finding
  select 'billed-twice', group_concat(number, ' ')
  from (select number, beneficiary, act, care_date, amount from claim order by number)
  group by beneficiary, act, care_date, amount having count(*) > 1;
insert into finding
  select 'spent-in-arrears', number from (
    select claim.number, sum(cast(amount as real)) over (partition by claim.member order by julianday(care_date)
      range between 29 preceding and current row) as spent
    from claim join member on member.number = claim.member where member.arrears = 'true') where spent > 3000.001;
insert into finding
  select 'sample', number from (
    select number, row_number() over (partition by handler order by chance) as place,
      (2 * count(*) over (partition by handler) + 99) / 100 as size
    from (select number, handler, (cast(substr(number, 2) as integer) * 2654435761) & 4294967295 as chance from claim))
  where place <= size;
