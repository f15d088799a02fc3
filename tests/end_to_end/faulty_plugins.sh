#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Four controls with a fault each, in one run with a sound one: each fault is told with its file, line and hint and gives
# the outcome error to the one record that meets it; everything else is judged, and the exit code is 5.
. "$(dirname "$0")/setup.sh"

office imported "$scratch/office"
place="$scratch/office"
plugin="$place/workspace/plugins/claims"
sheet="$place/workspace/processes/pay-benefits.xml"

# faulty NAME FAULT: a control that judges two claims and stumbles over the first, in its line 9
faulty() {
  cat > "$plugin/controls/$1.lua" <<END_OF_CONTROL
return control "$1" {
  title    = { fr = "fautif", en = "faulty" },
  from     = "claim",
  where    = "number in ('P0700101', 'P0700432')",
  effect   = "check",
  severity = "low",
  message  = { fr = "{number}", en = "{number}" },
  judge    = function(claim)
    if claim.number == "P0700101" then $2 end
    return pass()
  end,
}
END_OF_CONTROL
  sed -i "s|</control>|&<control use=\"claims/$1\" frequency=\"monthly\" by=\"controller\"><covers risk=\"fraud\"/><proof><fr>Essai</fr><en>Trial</en></proof></control>|" "$sheet"
}
faulty type-error 'return fail { severity = claim.handler + 1 }'
faulty endless-loop 'while true do end'
faulty unknown-field 'return fail { severity = claim.severitee }'
faulty missing-text 'return fail { message = "forged" }'
as malik "$place" plugin draft claims > /dev/null
as sophie "$place" plugin accept claims --from 2026-07-01 --reason 'Faults on purpose' > /dev/null
as claire "$place" process draft pay-benefits > /dev/null
as sophie "$place" process accept pay-benefits --from 2026-07-01 --reason 'Faults on purpose' > /dev/null

ends 'the run says that something was not judged' 5 as luc "$place" control run pay-benefits --period 2026-Q3 --format csv
# told NAME WHAT HINT: the fault with the place in the plugin, and on the next line what to do
told() {
  says "$1 is told at its place" "$scratch/printed" "^plugins/claims/controls/$1\.lua:9: $2"
  says "$1 comes with a hint" <(grep -A1 "/$1\.lua:9:" "$scratch/printed") "^ +→ $3"
}
told type-error 'error in the script: attempt to perform arithmetic' 'a field without a value is nil'
told endless-loop 'claims/endless-loop was stopped at P0700101: more than 10,000,000 steps' 'simplify what is done: endless loop'
told unknown-field 'claim has no field severitee' 'its fields are: number, member'
told missing-text '“forged” is no value of message' 'declare the message “forged”'

# population, selected, passed, failed, errors
counted() { awk -F, -v control="claims/$1" '$1 == control { print $4, $5, $6, $7 }' "$scratch/printed"; }
for name in type-error endless-loop unknown-field missing-text; do
  equal "$name: one record is an error, the next is judged" '2 1 0 1' "$(counted $name)"
done
equal 'the sound control finds what it found without them' '61 0 61 0' "$(counted over-threshold)"

errors() { sqlite3 -batch "$place/workspace/cadran.db" "select $1 from finding join finding_subject on finding = id where outcome = 'error'"; }
equal 'an error is kept as a finding of its record, no pass' '4 P0700101' "$(errors "count(*) || ' ' || group_concat(distinct key)")"
ends 'and is explained' 0 as luc "$place" control explain "$(errors 'min(id)')"
ends 'the journal holds' 0 as sophie "$place" journal verify

# Mended, accepted, run again: the errors are gone.
for name in type-error endless-loop unknown-field missing-text; do sed -i '9s/then .*/then return pass() end/' "$plugin/controls/$name.lua"; done
as malik "$place" plugin draft claims > /dev/null
as sophie "$place" plugin accept claims --from 2026-07-01 --reason 'Mended' > /dev/null
ends 'a mended plugin judges all' 1 as luc "$place" control run pay-benefits --period 2026-Q3 --format csv
equal 'without an error' '2 2 0 0' "$(counted endless-loop)"
finish
