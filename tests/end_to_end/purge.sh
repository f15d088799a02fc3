#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Years after a signed quarter its records are due: shown, held while something needs them, purged; what was in them is
# nowhere in the workspace any more, and everything that reads says so.
. "$(dirname "$0")/setup.sh"

place="$scratch/office"
office reviewed "$place"
as luc "$place" worklist release --released "$scratch/released.csv" --suspended "$scratch/held.csv" > /dev/null
as claire "$place" review sign pay-benefits --period 2026-Q3 > /dev/null
stored() { sqlite3 "$place/workspace/cadran.db" "$1"; }
finding="$(stored "select id from finding where control = 'claims/over-threshold' order by id limit 1")"
provider="$(stored "select json_extract(value, '\$.value') from finding, json_each(evidence) where finding.id = '$finding' and json_extract(value, '\$.field') = 'provider'")"
beneficiary="$(awk -F';' 'NR == 2 { print $3 }' "$place/data/claims-2026-07.csv")"
holds 'the workspace has the records' grep -rqaF -- "$beneficiary" "$place/workspace/archive"
holds 'and the evidence' test -n "$provider"

clock=2031-07-01T09:00
ends 'nothing is due too early' 0 as sophie "$place" purge --dry-run
ends 'a controller purges nothing' 3 as luc "$place" purge --dry-run
clock=2031-10-01T09:00
ends 'the quarter is due' 1 as sophie "$place" purge --dry-run --type claim
equal 'its three files' 3 "$(as sophie "$place" purge --dry-run --type claim --format csv 2> /dev/null | grep -c ',claim,.*,due,' || true)"
ends 'one month of it' 1 as sophie "$place" purge --dry-run --period 2026-08
equal 'is not the others' 0 "$(grep -c 2026-07 "$scratch/printed" || true)"
equal 'nothing was purged so far' 0 "$(stored 'select count(*) from import where purged_at is not null')"

ends 'an action still needs a finding' 0 as sophie "$place" action propose pay-benefits --what 'Train.' --level sector \
  --kind corrective-action --origin finding --reference "$finding"
ends 'which holds its file' 1 as sophie "$place" purge --dry-run --type claim
says 'and is named' "$scratch/printed" 'action A-?1'
ends 'the action is cancelled' 0 as sophie "$place" action cancel 1 --reason 'Too late.'

ends 'the claims are purged' 0 as sophie "$place" purge --type claim --reason 'Yearly.'
ends 'once' 0 as sophie "$place" purge --type claim
equal 'three imports have a tombstone' 3 "$(stored "select count(*) from import where purged_by = 'sophie' and purged_for = 'Yearly.'")"
equal 'their counts stay' 0 "$(stored 'select count(*) from import where accepted = 0')"
holds 'no record is in the archive' test -z "$(grep -rlaF -- "$beneficiary" "$place/workspace/archive")"
holds 'nor in the store' test -z "$(grep -laF -- "$beneficiary" "$place/workspace"/cadran.db*)"
ends 'the workspace proves itself' 0 as sophie "$place" journal verify
ends 'the list of imports says it' 0 as sophie "$place" import list claim --format csv
says 'with whom and under which retention' "$scratch/printed" ',2031-10-01T09:00:00Z,sophie,5 years after the last event of the file,Yearly\.'
ends 'the quarter cannot be run again' 4 as luc "$place" control run pay-benefits --period 2026-Q3
says 'and the reason is said' "$scratch/printed" 'were purged'
ends 'another quarter can' 0 as luc "$place" control run pay-benefits --period 2031-Q3
ends 'the finding is explained' 0 as sophie "$place" control explain "$finding"
says 'without its values' "$scratch/printed" 'provider = purged'
says 'but with its parameters' "$scratch/printed" 'threshold = '
ends 'the signed pack is exported' 0 as claire "$place" export review pay-benefits --period 2026-Q3 --to "$scratch/pack"
ends 'and is whole' 0 bash -c 'cd "$1" && sha256sum -c SHA256SUMS' _ "$scratch/pack"
ends 'the lists of payments stay' 0 as luc "$place" worklist release --again 1 --released "$scratch/again.csv" --suspended "$scratch/held-again.csv"
holds 'as they were' cmp "$scratch/released.csv" "$scratch/again.csv"

# A control of payments that looks at their claims.
sed -i -e 's|claims/over-threshold|claims/undue-payment|' -e '/<parameter name="threshold"/d' "$place/workspace/processes/pay-benefits.xml"
as claire "$place" process draft pay-benefits > /dev/null
as sophie "$place" process accept pay-benefits --from 2031-10-01 --reason 'Payments, too.' > /dev/null
ends 'a control with a join runs' 0 as luc "$place" control run pay-benefits --period 2031-Q4
says 'and tells what it did not see' "$scratch/printed" 'The claim records until [0-9]+ Sep 2026 were purged'
finish
