#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A week of the whole suite of controls, played by four people on files as spreadsheets write them: each violation is
# planted once, and what is found is exactly that.
. "$(dirname "$0")/setup.sh"

office accepted "$scratch/office"
place="$scratch/office"
week=2026-09

# --- before the week: the control plan takes the suite in --------------------------------------------------------------
clock=2026-08-31T09:00
sheet_of_office > "$place/workspace/processes/pay-benefits.xml"
ends 'the suite passes its own examples' 0 as malik "$place" plugin test claims
ends 'the reference sheet is sound' 0 as claire "$place" process draft pay-benefits
as sophie "$place" process accept pay-benefits --from "$week-01" --reason 'The whole suite of controls' > /dev/null

# --- the files ---------------------------------------------------------------------------------------------------------
printf '\357\273\277numéro de bénéficiaire;contrat;date d’adhésion;date de radiation;bénéficiaire sensible\r
A1-1;K1;01/01/2020;;non\r
A2-1;K2;01/01/2020;;oui\r
A3-1;K3;01/01/2020;31/08/2026;non\r
A4-1;K4;01/01/2020;;non\r
' > "$scratch/membres.csv"
claim() { printf '%s;A;%s;%s;%s;%s;%s;%s;%s;%s\r\n' "$@"; }
{
  printf 'number;member;beneficiary;provider;act;care_date;received_on;amount;handler;paid_on\r\n'
  for n in 01 02 03 04 05 06 07 08; do
    claim "O-$n" A1-1 "PS$n" consultation 02/09/2026 07/09/2026 '30,00' H01 09/09/2026
  done
  for n in 11 12 13; do claim "O-$n" A4-1 "PS$n" consultation 03/09/2026 07/09/2026 '31,50' H02 09/09/2026; done
  claim C-OVER A1-1 PS20 hospital-stay 01/09/2026 07/09/2026 "1 500,00" H01 ''
  claim C-OWN A1-1 PS21 optical 01/09/2026 07/09/2026 '1200,00' H07 ''
  claim C-EXACT A1-1 PS22 optical 01/09/2026 07/09/2026 '1 000,00' H01 ''
  claim C-HALF1 A4-1 PS23 optical 01/09/2026 07/09/2026 '600,00' H01 09/09/2026
  claim C-HALF2 A4-1 PS23 optical 01/09/2026 08/09/2026 '500,00' H01 ''
  claim C-VIP A2-1 PS24 pharmacy 01/09/2026 07/09/2026 '30,00' H01 ''
  claim C-DUP1 A4-1 PS25 pharmacy 01/09/2026 07/09/2026 '45,00' H02 09/09/2026
  claim C-DUP2 A4-1 PS25 pharmacy 01/09/2026 08/09/2026 '45,00' H02 10/09/2026
  claim C-LEFT A3-1 PS26 pharmacy 02/09/2026 07/09/2026 '45,00' H02 09/09/2026
  claim C-BIG A1-1 PS27 consultation 03/09/2026 07/09/2026 '900,00' H01 ''
} > "$scratch/dossiers.csv"
payment() { printf '%s;%s;%s;%s;%s;%s\r\n' "$@"; }
{
  printf 'number;claim;amount;paid_on;remittance;line\r\n'
  payment V-1 O-01 '30,00' 17/09/2026 B1 1
  payment V-2 O-02 '30,00' 17/09/2026 B1 2
  payment V-4 C-OVER '1500,00' 17/09/2026 B1 4
  payment V-5 O-03 '30,00' 17/09/2026 B2 1
  payment V-6 O-03 '30,00' 18/09/2026 B2 2
  payment V-7 O-04 '33,00' 17/09/2026 B2 3
  payment V-8 X-99 '20,00' 17/09/2026 B2 4
  payment V-9 C-VIP '30,00' 17/09/2026 B2 5
  payment V-10 O-05 '30,00' 17/09/2026 B3 ''
} > "$scratch/paiements.csv"

# What was found by one control, by record.
found() {
  as sophie "$place" finding list pay-benefits --control "claims/$1" --format json > "$scratch/found.json"
  sqlite3 -batch :memory: "select group_concat(json_extract(value, '\$.record'), ' ') from (select value from json_each(readfile('$scratch/found.json')) order by json_extract(value, '\$.record'))"
}
# finding_of CONTROL RECORD: its name
finding_of() {
  as sophie "$place" finding list pay-benefits --control "claims/$1" --format csv | awk -F, -v record="$2" '$3 == record { print $1 }'
}
finds() { equal "$1" "$2" "$(found "$1")"; }
run() { as luc "$place" control run pay-benefits --period "$week"; }

# --- Monday: files come in, controls run -------------------------------------------------------------------------------
clock=$week-14T08:00
ends 'the members come in' 0 as luc "$place" import member "$scratch/membres.csv"
ends 'the claims come in' 0 as luc "$place" import claim "$scratch/dossiers.csv"
ends 'the controls find something' 1 run
finds over-threshold 'C-OVER C-OWN'
finds over-threshold-in-total 'C-HALF1 C-HALF2'
finds vip-beneficiary 'C-VIP'
finds billed-twice 'C-DUP1, C-DUP2'
finds rights-closed 'C-LEFT'
finds unusual-amount 'C-BIG'
finds paid-before-check ''
finds missing-payments ''
equal 'five of each handler' '5 5' \
  "$(found handler-sample | tr ' ' '\n' | awk '/^O-0|C-HALF1/ { first++ } /^O-1|C-DUP|C-LEFT/ { second++ } END { print first, second }')"

# --- Tuesday: decisions, four eyes --------------------------------------------------------------------------------------
clock=$week-15T10:00
ends 'nobody decides on a file of their own' 3 as nadia "$place" worklist decide C-OWN --verdict released --all-conforming
ends 'somebody else does' 0 as luc "$place" worklist decide C-OWN --verdict refused --reason 'Facture illisible'
as nadia "$place" worklist decide "$(finding_of over-threshold C-OVER)" --verdict released --all-conforming > /dev/null
clock=$week-15T17:00
as luc "$place" worklist release --released "$scratch/bons.csv" --suspended "$scratch/suspendus.csv" > /dev/null
says 'what was released may be paid' "$scratch/bons.csv" 'C-OVER'
for key in C-OWN C-HALF2 C-VIP; do says "$key stays suspended" "$scratch/suspendus.csv" "$key"; done
equal 'what was found too late is not suspended' 0 "$(grep -c C-HALF1 "$scratch/suspendus.csv" || true)"

# --- Thursday: what was paid proves what was held -----------------------------------------------------------------------
clock=$week-18T09:00
ends 'the payments come in' 0 as luc "$place" import payment "$scratch/paiements.csv"
ends 'the controls run again' 1 run
finds paid-before-check 'V-9'
finds paid-twice 'V-5, V-6'
finds undue-payment 'V-7 V-8'
finds missing-payments 'V-1, V-2, V-4'
ends 'what could not be checked is listed' 1 as luc "$place" control run pay-benefits --period "$week" --not-checked --format csv
equal 'by control and record, with what is missing' 'claims/missing-payments,V-10,V-10: line' "$(tr -d '\r' < "$scratch/printed" | grep ^claims)"

# --- Friday: again the same, and why ------------------------------------------------------------------------------------
as sophie "$place" finding list pay-benefits --format csv | sort > "$scratch/before"
clock=$week-18T15:00
ends 'a third run' 1 run
as sophie "$place" finding list pay-benefits --format csv | sort > "$scratch/after"
holds 'the same findings under the same names, the sample included' cmp "$scratch/before" "$scratch/after"
undue=$(finding_of undue-payment V-7)
ends 'a finding is explained' 0 as sophie "$place" control explain "$undue"
for words in 'claims/undue-payment' 'file.amount = ' '33.00' '30.00' 'controls/undue-payment.lua:' 'claims, version 1' 'join file = claim on number'; do
  says 'the explanation has rule, values, version and place' "$scratch/printed" "$words"
done
ends 'a drawn record is explained' 0 as sophie "$place" control explain "$(finding_of handler-sample "$(found handler-sample | cut -d" " -f1)")"
says 'the explanation has the draw' "$scratch/printed" 'H01: 5 of 9'
ends 'no similar case of a sample is sought' 2 as sophie "$place" finding similar "$(finding_of handler-sample "$(found handler-sample | cut -d" " -f1)")"
ends 'the journal holds' 0 as sophie "$place" journal verify
finish
