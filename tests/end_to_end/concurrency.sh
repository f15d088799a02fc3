#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Several people at once: on different files nothing is lost; on the same file one is first and the others are told.
. "$(dirname "$0")/setup.sh"

office waiting "$scratch/office"
as luc "$scratch/office" worklist list --format csv > "$scratch/worklist"
# finding,record,event_date,handler,…
awk -F, 'NR > 1 && $4 != "H07" { print $1 }' "$scratch/worklist" > "$scratch/items"
equal 'there is enough to decide' yes "$([ "$(wc -l < "$scratch/items")" -ge 45 ] && echo yes)"
sed -n '1,20p' "$scratch/items" > "$scratch/of_luc"
sed -n '21,40p' "$scratch/items" > "$scratch/of_nadia"

decide_each() {
  local item
  while read -r item; do
    as "$1" "$scratch/office" worklist decide "$item" --verdict released --all-conforming > /dev/null || echo "$item" >> "$scratch/lost"
  done < "$scratch/of_$1"
}
entries() { sqlite3 "$scratch/office/workspace/cadran.db" 'select count(*) from journal'; }
decisions() { sqlite3 "$scratch/office/workspace/cadran.db" "select count(*) from decision where $1"; }

before=$(entries)
decide_each luc & luc=$!
decide_each nadia & nadia=$!
wait $luc; wait $nadia
equal 'nobody was turned away' '' "$(cat "$scratch/lost" 2>/dev/null)"
equal 'the journal has every decision' $((before + 40)) "$(entries)"
equal 'Luc’s decisions are there' 20 "$(decisions "actor = 'luc'")"
equal 'Nadia’s decisions are there' 20 "$(decisions "actor = 'nadia'")"
equal 'each concerns another file' 40 "$(sqlite3 "$scratch/office/workspace/cadran.db" 'select count(distinct finding) from decision')"

# Each of the last five files, by both at the same moment.
for item in $(sed -n '41,45p' "$scratch/items"); do
  codes=()
  for who in luc nadia; do
    { code=0; as "$who" "$scratch/office" worklist decide "$item" --verdict refused --reason 'Seen twice.' > "$scratch/$who.said" 2>&1 || code=$?; echo "$code" > "$scratch/$who.code"; } &
    codes+=($!)
  done
  wait "${codes[@]}"
  equal "$item: one is first, the other is told" '0 4' "$(sort -n "$scratch/luc.code" "$scratch/nadia.code" | xargs)"
  equal "$item: one decision" 1 "$(decisions "finding = '$item'")"
  equal "$item: who came second learns of it" 1 "$(cat "$scratch"/*.said | grep -c 'is decided already\|was changed meanwhile')"
done

# The same file of records, imported by both at the same moment.
for who in luc nadia; do
  { code=0; as "$who" "$scratch/office" import payment "$scratch/office/data/payments-2026-07.csv" > /dev/null 2>&1 || code=$?; echo "$code" > "$scratch/$who.code"; } &
done
wait
equal 'a file is imported once' '0 4' "$(sort -n "$scratch/luc.code" "$scratch/nadia.code" | xargs)"
ends 'the journal fits' 0 as sophie "$scratch/office" journal verify
finish
