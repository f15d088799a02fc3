#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long an import takes, as ratios of the same run: to reading the file and counting its lines (wc -l), and to
# sqlite3's .import of it. Three rounds, the best of each counts. usage: tests/bench/import.sh [CADRAN] [LINES]
lines=${2:-1000000}
set -- "${1:-}"
[ -n "$1" ] || set --
. "$(dirname "$0")/../end_to_end/setup.sh"

office accepted "$scratch/office"
clock=2026-08-03T09:00
awk -v lines="$lines" 'BEGIN {
  print "number;member;beneficiary;provider;act;care_date;received_on;amount;handler;iban;paid_on"
  split("consultation optical pharmacy hospital-stay dental-prosthesis", acts, " ")
  for (i = 1; i <= lines; ++i)
    printf "P%08d;A%06d;A%06d-%d;PS%04d;%s;%02d/07/2026;%02d/07/2026;%d,%02d;H%02d;FR76%023d;\n", i, i % 300000, i % 300000,
      i % 4, i % 5000, acts[i % 5 + 1], i % 28 + 1, i % 31 + 1, i * 7919 % 4000, i % 100, i % 40, i * 104729 % 900000007
}' > "$scratch/claims.csv"

# seconds command…: how long it takes
seconds() {
  local from=$EPOCHREALTIME
  "$@" > "$scratch/printed" 2>&1 || { tail -n 3 "$scratch/printed" >&2; exit 1; }
  awk -v from="$from" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", to - from }'
}
count() { wc -l < "$scratch/claims.csv"; }
through_sqlite() {
  rm -f "$scratch/peer.db"
  sqlite3 "$scratch/peer.db" '.mode csv' '.separator ;' ".import \"$scratch/claims.csv\" claim"
}
import() {
  rm -rf "$scratch/fresh"
  cp -a "$scratch/office" "$scratch/fresh"
  seconds as luc "$scratch/fresh" import claim "$scratch/claims.csv"
}
best() { sort -n | head -n 1; }

count > /dev/null
counting="$(for _ in 1 2 3; do seconds count; done | best)"
peer="$(for _ in 1 2 3; do seconds through_sqlite; done | best)"
ours="$(for _ in 1 2 3; do import; done | best)"
equal 'the peer has every line' "$lines" "$(sqlite3 "$scratch/peer.db" 'select count(*) from claim')"
equal 'so have we' "$lines" "$(sqlite3 "$scratch/fresh/workspace/cadran.db" 'select accepted from import')"
awk -v lines="$lines" -v bytes="$(stat -c %s "$scratch/claims.csv")" -v counting="$counting" -v peer="$peer" -v ours="$ours" 'BEGIN {
  printf "%d lines, %.0f MB: counting lines 1, sqlite3 .import %.1f, cadran import %.1f (%.2f of sqlite3; %.2f s)\n",
    lines, bytes / 1e6, peer / counting, ours / counting, ours / peer, ours
}'
finish
