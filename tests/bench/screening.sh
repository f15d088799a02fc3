#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Seven controls over one file of claims, from CSV to stored findings, by Cadran, DuckDB and (up to 1,000,000 lines)
# SQLite, and fifty by the first two: one table of ratios to DuckDB, equal findings asserted. Three rounds, the best of
# each counts; tests/bench/README.md tells what it does.
# usage: tests/bench/screening.sh [CADRAN] [LINES]
lines=${2:-100000}
further=43
set -- "${1:-}"
[ -n "$1" ] || set --
. "$(dirname "$0")/../end_to_end/setup.sh"
bench="$root/tests/bench/screening"

[ -d "$bench/node_modules" ] || npm ci --prefix "$bench" --no-audit --no-fund > /dev/null
c++ -std=c++20 -O2 -o "$scratch/generate" "$bench/generate.cpp"
mkdir "$scratch/data"
"$scratch/generate" "$lines" "$scratch/data"

. "$bench/office.sh"

# taking NAME CODE command…: a round of it, noted in NAME.taken: seconds, those of all cores, KiB of memory
taking() {
  local name=$1 expected=$2 code=0; shift 2
  /usr/bin/time -q -a -o "$scratch/$name.taken" -f '%e %U %S %M' "$@" > "$scratch/printed" 2>&1 || code=$?
  [ "$code" -eq "$expected" ] || { tail -n 3 "$scratch/printed" >&2; exit 1; }
}
# replay NAME CODE FILE FINDINGS control…
replay() {
  local name=$1 expected=$2 file=$3 found=$4; shift 4
  taking "$name" "$expected" env XDG_DATA_HOME="$office/home" "$cadran" control replay "$@" \
    --file "$scratch/data/$file.csv" --findings "$scratch/$found.found" --workspace "$office/workspace" --now "$clock" \
    --lang en --token-file "$office/tokens/sophie"
}
programs=(duckdb claims quoted)
[ "$lines" -gt 1000000 ] || programs+=(sqlite)
for round in 1 2 3; do
  taking 'wc -l' 0 wc -l "$scratch/data/claims.csv"
  [ "$lines" -gt 1000000 ] ||
    taking sqlite 0 sqlite3 :memory: '.mode csv' ".import '$scratch/data/claims.csv' claim" \
      ".import '$scratch/data/members.csv' member" ".import '$scratch/data/staff.csv' staff" ".read '$bench/sqlite.sql'" \
      ".once '$scratch/sqlite.found'" 'select * from finding'
  taking duckdb 0 node "$bench/duckdb.mjs" "$scratch/data/claims.csv" "$scratch/data" "$scratch/duckdb.found"
  replay 'cadran' 1 claims claims "${controls[@]}"
  replay 'cadran, quoted' 1 quoted quoted "${controls[@]}"
  replay 'cadran, reading' 0 claims nothing screening/nothing
  taking 'duckdb, fifty' 0 node "$bench/duckdb.mjs" "$scratch/data/claims.csv" "$scratch/data" "$scratch/duckdb-fifty.found" $further
  replay 'cadran, fifty' 1 claims claims-fifty "${fifty[@]}"
done

# found FILE: control and records; each program draws samples of the same sizes by a chance of its own
found() { sed 's/\r$//; s,^screening/,,; s/"//g' "$1" | awk -F, '$1 != "control" && $1 != "sample" { print $1, $2 }' | sort; }
counted() { sed 's/\r$//; s,^screening/,,; s/"//g' "$1" | awk -F, '$1 != "control" { ++of[$1] } END { for (name in of) print name, of[name] }' | sort; }
for file in "${programs[@]}"; do
  equal "what was planted is in $file" "$(cat "$scratch/data/planted.txt")" "$(counted "$scratch/$file.found")"
  equal "$file found what duckdb found" "$(found "$scratch/duckdb.found" | sha256sum)" "$(found "$scratch/$file.found" | sha256sum)"
done

equal "fifty found what fifty of duckdb found" "$(found "$scratch/duckdb-fifty.found" | sha256sum)" \
  "$(found "$scratch/claims-fifty.found" | sha256sum)"

best() { sort -n "$scratch/$1.taken" | head -n 1; }
printf '%d lines, %d MB; ratios to duckdb with as many controls, less is better\n' "$lines" "$(($(stat -c %s "$scratch/data/claims.csv") / 1000000))"
printf '%-16s %8s %8s %8s %8s %8s %8s\n' '' wall cpu memory 'wall s' 'cpu s' MB
for name in 'wc -l' duckdb sqlite 'cadran' 'cadran, quoted' 'cadran, reading' 'duckdb, fifty' 'cadran, fifty'; do
  [ -e "$scratch/$name.taken" ] || continue
  peer=duckdb
  [[ "$name" != *fifty ]] || peer='duckdb, fifty'
  awk -v name="$name" -v peer="$(best "$peer")" -v own="$(best "$name")" 'BEGIN {
    split(peer, p, " "); split(own, o, " ")
    printf "%-16s %8.2f %8.2f %8.2f %8.2f %8.2f %8.0f\n",
      name, o[1] / p[1], (o[2] + o[3]) / (p[2] + p[3]), o[4] / p[4], o[1], o[2] + o[3], o[4] / 1024
  }'
done
finish
