#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# No IBAN of a claims file is in any file of the workspace; the rejected lines, which have theirs, are their owner's.
. "$(dirname "$0")/setup.sh"

have_demo
cat "$demo"/data/claims-*.csv | awk -F';' '$10 ~ /^FR[0-9]+$/ { print $10 }' | sort -u > "$scratch/ibans"
equal 'there are secrets to look for' yes "$([ "$(wc -l < "$scratch/ibans")" -gt 1000 ] && echo yes)"
# The last twelve characters alone would be too much as well.
sed 's/.*\(............\)$/\1/' "$scratch/ibans" | sort -u > "$scratch/ends"

# keeps WHAT PLACE…: none of them is there
keeps() {
  local what=$1; shift
  for wanted in ibans ends; do
    if grep -rqaF -f "$scratch/$wanted" "$@"; then fault "$what: $(grep -rlaF -f "$scratch/$wanted" "$@" | head)"; else held; fi
  done
}
keeps 'the workspace' "$demo/workspace"
keeps 'the pack and the exports' "$demo/review-2026-Q3" "$demo/indicators.csv" "$demo/indicators.json"
keeps 'what the demo printed' "$cache/demo.log"
keeps 'the lists of payments' "$demo"/bons-a-payer-*.csv "$demo"/suspendus-*.csv

for rejects in "$demo"/rejects-*.csv; do
  holds 'the rejected lines are as they came, to be corrected' grep -qaF -f "$scratch/ibans" "$rejects"
  equal 'the rejected lines are readable by their owner alone' 600 "$(stat -c %a "$rejects")"
done
equal 'the workspace is its owner’s' 700 "$(stat -c %a "$demo/workspace")"
equal 'the store is its owner’s' 600 "$(stat -c %a "$demo/workspace/cadran.db")"
equal 'no key lies in the workspace' '' "$(find "$demo/workspace" -name '*.key')"
equal 'the keys are their owner’s' 600 "$(stat -c %a "$demo/home/"*/*/*.key | sort -u)"

# A reader keeps the write-ahead log from being folded into the store.
office accepted "$scratch/office"
mkfifo "$scratch/reader"
sqlite3 "$scratch/office/workspace/cadran.db" < "$scratch/reader" > /dev/null &
exec 7> "$scratch/reader"
echo 'begin; select count(*) from journal;' >&7
sleep 0.3
ends 'rejects inside the workspace are refused' 3 \
  as luc "$scratch/office" import claim "$scratch/office/data/claims-2026-07.csv" --rejects "$scratch/office/workspace/rejects.csv"
ends 'an import while another reads' 1 \
  as luc "$scratch/office" import claim "$scratch/office/data/claims-2026-07.csv" --rejects "$scratch/rejects.csv"
holds 'the write-ahead log is there to be searched' test -s "$scratch/office/workspace/cadran.db-wal"
keeps 'the workspace with its write-ahead log' "$scratch/office/workspace"
keeps 'what was printed of rejected lines' "$scratch/printed"
exec 7>&-
wait
finish
