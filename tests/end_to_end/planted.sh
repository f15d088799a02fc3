#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the program found in the demo's quarter, recomputed by plain SQL out of the raw files alone, and compared with
# what the generator says it planted. The raw files, the program and planted.json must all say the same.
. "$(dirname "$0")/setup.sh"

have_demo
clock=2026-10-20T09:00
planted="$demo/data/planted.json"
raw="$scratch/raw.db"
sql() { sqlite3 -batch "$raw" "$@"; }

# --- the raw files, as text: a table each, columns as in the header, `line` as an editor counts it --------------------
for month in 2026-07 2026-08 2026-09; do
  for table in claims payments decisions; do
    sed $'1s/^\xef\xbb\xbf//; s/\r$//' "$demo/data/$table-$month.csv" > "$scratch/rows.csv"
    sqlite3 -batch "$raw" '.mode csv' '.separator ;' 'drop table if exists rows' ".import '$scratch/rows.csv' rows"
    sql "create table if not exists $table as select '' as file, 0 as line, * from rows limit 0;
         insert into $table select '$month', rowid + 1, * from rows"
  done
done

# --- what they mean --------------------------------------------------------------------------------------------------
# 31/07/2026 as 2026-07-31, null where there is no such day; 1 234,56 as cents, null where it is no amount. The
# threshold is the control's, and decisions are taken on the 25th, as the demo plays them.
iso() {
  local day="substr($1, 7) || '-' || substr($1, 4, 2) || '-' || substr($1, 1, 2)"
  echo "case when $1 glob '[0-3][0-9]/[01][0-9]/[0-9][0-9][0-9][0-9]' and date($day, '+0 days') = $day then $day end"
}
digits() { echo "replace(replace(replace($1, char(160), ''), char(8239), ''), ',', '')"; }
cents() { echo "case when $1 like '%,__' and $(digits "$1") not glob '*[^0-9]*' then cast($(digits "$1") as integer) end"; }

threshold=$(sed -n 's/.*default = "\([0-9]*\)\.\([0-9][0-9]\) EUR".*/\1\2/p' "$root/plugins/claims/controls/over-threshold.lua")

sql "
create view claim as
  select file, line, number, act, handler, $(iso care_date) as care_date, $(iso received_on) as received_on, $(cents amount) as cents,
         $(iso paid_on) as paid_on, count(*) over (partition by file, number) as same
  from claims;
create view taken as
  select * from claim
  where number <> '' and same = 1 and care_date is not null and received_on is not null and cents is not null
    and act in ('consultation', 'hospital-stay', 'dental-prosthesis', 'optical', 'pharmacy');
create view payment as select file, number, claim, $(cents amount) as cents, $(iso paid_on) as paid_on from payments;
create table threshold as select $threshold as cents;
create view held as select file as month, number, handler from taken where cents > (select cents from threshold) and paid_on is null;
create view decided as
  select file as month, record as claim, verdict, \"by\" as decided_by, file || '-25' as decided_on
  from decisions where control = 'claims/over-threshold';
create view above as
  select substr(paid_on, 1, 7) as month, number, claim,
         exists (select 1 from decided where decided.claim = payment.claim and verdict in ('released', 'corrected') and decided_on <= paid_on) as met
  from payment where cents > (select cents from threshold);
"
told() { sqlite3 -batch :memory: "select json_extract(readfile('$planted'), '$1')"; }
list_told() { sqlite3 -batch :memory: "select value from json_each(readfile('$planted'), '$1') order by 1"; }

# --- the program's own answers ---------------------------------------------------------------------------------------
as luc.moreau "$demo" worklist list --state all --format json > "$scratch/worklist.json"
as luc.moreau "$demo" finding list pay-benefits --format json > "$scratch/findings.json"
as claire.vasseur "$demo" indicator show pay-benefits --indicator decided-before-payment --format csv > "$scratch/indicators.csv"
sql "create table listed as select json_extract(value, '\$.finding') as finding, json_extract(value, '\$.control') as control,
       json_extract(value, '\$.record') as record, substr(json_extract(value, '\$.event_date'), 1, 7) as month,
       json_extract(value, '\$.state') as state from json_each(readfile('$scratch/findings.json'));
     create table found as select record as number, month, json_extract(value, '\$.verdict') as verdict, json_extract(value, '\$.handler') as handler
       from json_each(readfile('$scratch/worklist.json')) join listed on listed.finding = json_extract(value, '\$.finding')
       where control = 'claims/over-threshold'"
sqlite3 -batch "$raw" '.mode csv' ".import '$scratch/indicators.csv' measured"
imported() { sqlite3 -batch "$demo/workspace/cadran.db" "select $2 from import where type = 'claim' and file_name = 'claims-$1.csv'"; }

for month in 2026-07 2026-08 2026-09; do
  at="\$.months.\"$month\""
  for side in accepted rejected; do
    counted=$(sql "select count(*) from claims where file = '$month' and line $([ $side = accepted ] || echo not) in (select line from taken where file = '$month')")
    equal "$month: lines $side" "$counted" "$(imported $month $side)"
    [ $side = rejected ] || equal "$month: lines $side, as planted" "$counted" "$(told "$at.accepted")"
  done
  equal "$month: the bad lines" "$(list_told "$at.bad_lines")" \
    "$(sql "select line from claims where file = '$month' and line not in (select line from taken where file = '$month') order by 1")"
  equal "$month: held" "$(sql "select number from held where month = '$month' order by 1")" "$(sql "select number from found where month = '$month' order by 1")"
  equal "$month: held, as planted" "$(sql "select count(*) from held where month = '$month'")" "$(told "$at.held")"
  for verdict in released refused corrected; do
    given="from decided where month = '$month' and verdict = '$verdict'"
    equal "$month: $verdict" "$(sql "select claim $given order by 1")" "$(sql "select number from found where month = '$month' and verdict = '$verdict' order by 1")"
    equal "$month: $verdict, as planted" "$(sql "select count(*) $given")" "$(told "$at.$verdict")"
  done
  for part in numerator denominator; do
    counted=$(sql "select $([ $part = numerator ] && echo 'sum(met)' || echo 'count(*)') from above where month = '$month'")
    equal "$month: $part" "$counted" "$(sql "select $part from measured where period = '$month'")"
    equal "$month: $part, as planted" "$counted" "$(told "$at.$part")"
  done
  late=$(sql "select claim from above where month = '$month' and not met order by 1")
  equal "$month: paid before decision" "$late" \
    "$(sql "select claim from payments join measured on measured.period = '$month' and instr(measured.exceptions, '\"' || payments.number || '\"') order by 1")"
  equal "$month: paid before decision, as planted" "$late" "$(list_told "$at.paid_before_decision")"
done
for part in numerator denominator; do
  counted=$(sql "select $([ $part = numerator ] && echo 'sum(met)' || echo 'count(*)') from above")
  equal "the quarter: $part" "$counted" "$(sql "select $part from measured where period = '2026-Q3'")"
  equal "the quarter: $part, as planted" "$counted" "$(told "\$.quarter.$part")"
done
equal 'the quarter: held' "$(sql 'select count(*) from held')" "$(sql 'select count(*) from found')"
equal 'the quarter: held, as planted' "$(sql 'select count(*) from held')" "$(told '$.quarter.held')"
equal 'the quarter: lines of claims, as planted' "$(sql 'select count(*) from claims')" "$(told '$.quarter.claims')"
equal 'every held file was decided' '' "$(sql "select number from held where number not in (select claim from decided)")"
equal 'nobody decided on their own file' 0 "$(sql "select count(*) from decided join claims on claims.number = decided.claim where decided_by = 'nadia.belkacem' and handler = 'H07'")"

# --- the other controls: each found what was planted for it, and nothing else; all of it is decided ---------------------
for file in "$root"/plugins/claims/controls/*.lua; do
  control=claims/$(basename "$file" .lua)
  case $control in claims/over-threshold | claims/handler-sample) continue ;; esac
  equal "$control: found, as planted" \
    "$(sqlite3 -batch :memory: "select found.value from json_each(readfile('$planted'), '\$.months') as month, json_each(month.value, '\$.found.\"$control\"') as found order by 1")" \
    "$(sql "select record from listed where control = '$control' order by 1")"
done
equal 'the sample of the first month has five of each of eight handlers' "$(printf 'H0%s|5\n' 1 2 3 4 5 6 7 8)" \
  "$(sqlite3 -batch "$demo/workspace/cadran.db" "select handler, count(*) from finding where control = 'claims/handler-sample' and run = 1 group by 1")"
equal 'only what was paid is drawn' 0 \
  "$(sql "select count(*) from listed where control = 'claims/handler-sample' and record not in (select number from taken where paid_on is not null)")"
equal 'nothing waits any more' 0 "$(sql "select count(*) from listed where state = 'open'")"
# --- fraud: what is planted is found, and the Tracfin correspondent alone learns of it -----------------------------------
for month in 2026-07 2026-08 2026-09; do
  sed $'1s/^\xef\xbb\xbf//; s/\r$//' "$demo/data/benefits-$month.csv" > "$scratch/rows.csv"
  sqlite3 -batch "$raw" '.mode csv' '.separator ;' 'drop table if exists rows' ".import '$scratch/rows.csv' rows"
  sql "create table if not exists benefits as select * from rows limit 0; insert into benefits select * from rows"
done
for table in contributions staff; do
  sed $'1s/^\xef\xbb\xbf//; s/\r$//' "$demo/data/$table.csv" > "$scratch/rows.csv"
  sqlite3 -batch "$raw" '.mode csv' '.separator ;' ".import '$scratch/rows.csv' $table"
done
sql "create table benefit as select number, member, provider, act, invoice, iban, $(cents amount) as cents, $(iso paid_on) as paid_on from benefits;
     create table unpaid as select benefit.* from benefit left join contributions c on c.member = benefit.member
       where c.member is null or c.paid_until = '' or $(iso paid_until) < paid_on;
     create index benefit_by_act on benefit (act, paid_on, cents);"
declared() { sed -n "/$2 *= money/,/default/p" "$root/plugins/fraud/controls/$1.lua" | sed -n 's/.*default = "\([0-9]*\)\.\([0-9][0-9]\) EUR".*/\1\2/p'; }
ceiling=$(declared spending-without-contribution ceiling) floor=$(declared very-high-invoice floor)
factor=$(sed -n 's/.*default = \([0-9]*\),.*/\1/p' "$root/plugins/fraud/controls/very-high-invoice.lua")
sql "create table suspected as
  select 'fraud/spending-without-contribution' as control, number as record from unpaid as b
    where (select sum(cents) from unpaid where member = b.member and paid_on between date(b.paid_on, '-29 days') and b.paid_on) > $ceiling
  union all select 'fraud/staff-account', number from benefit where iban in (select iban from staff)
  union all select 'fraud/shared-invoice', group_concat(number, ', ') from (select * from benefit order by number)
    where invoice <> '' and cents > 0 group by provider, invoice having count(distinct member) > 1
  union all select 'fraud/very-high-invoice', number from benefit as b
    where cents > $floor and (select 2 * sum(cents * $factor < b.cents) > count(*) from benefit
      where act = b.act and paid_on between date(b.paid_on, '-89 days') and b.paid_on)"
copy_of_demo "$scratch/fraud"  # to read a suspicion is to write
as elise.roussel "$scratch/fraud" finding list prevent-fraud --format json > "$scratch/suspicions.json"
sql "create table suspicion as select json_extract(value, '\$.control') as control, json_extract(value, '\$.record') as record
       from json_each(readfile('$scratch/suspicions.json'))"
for file in "$root"/plugins/fraud/controls/*.lua; do
  control=fraud/$(basename "$file" .lua)
  equal "$control: in the raw files, as planted" "$(list_told "\$.fraud.\"$control\"")" "$(sql "select record from suspected where control = '$control' order by 1")"
  equal "$control: found, as planted" "$(list_told "\$.fraud.\"$control\"")" "$(sql "select record from suspicion where control = '$control' order by 1")"
done
for who in luc.moreau sophie.garnier claire.vasseur ines.caron; do
  equal "$who sees no suspicion" '[]' "$(as $who "$scratch/fraud" finding list prevent-fraud --format json | tr -d ' \n')"
done
equal 'the journal names no suspicion' '' "$(as sophie.garnier "$scratch/fraud" journal list --format csv | grep -F "$(sqlite3 -batch :memory: "select json_extract(value, '\$.finding') from json_each(readfile('$scratch/suspicions.json'))")" || true)"
equal 'it tells of every reading' yes "$([ "$(as sophie.garnier "$scratch/fraud" journal list --format csv | grep -c 'finding.read,finding/confided')" -ge 6 ] && echo yes)"
equal 'and holds' 0 "$(as sophie.garnier "$scratch/fraud" journal verify > /dev/null; echo $?)"
equal 'there is enough to count' yes "$([ "$(sql 'select count(*) from claims')" -gt 20000 ] && echo yes)"
finish
