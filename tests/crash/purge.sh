#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Kills a purge before each durable step: either nothing is purged, or all of it, and at most files remain, which the
# verification names and the next purge takes away.
# usage: purge.sh [PROGRAM]
. "$(dirname "$0")/../end_to_end/setup.sh"

durable=fsync,fdatasync,unlink,unlinkat
office reviewed "$scratch/before"
as luc "$scratch/before" worklist release --released "$scratch/released.csv" --suspended "$scratch/held.csv" > /dev/null
as claire "$scratch/before" review sign pay-benefits --period 2026-Q3 > /dev/null
clock=2031-10-01T09:00
purge() { as sophie "$1" purge --type claim; }
journal() { as sophie "$1" journal list --format csv; }
journal "$scratch/before" > "$scratch/journal-before"

cp -a "$scratch/before" "$scratch/undisturbed"
program=(strace -f -qq -o "$scratch/steps" -e "trace=$durable" "$cadran")
ends 'undisturbed it purges' 0 purge "$scratch/undisturbed"
program=("$cadran")
journal "$scratch/undisturbed" > "$scratch/journal-after"
awk '{ sub(/\(.*/, "", $2); print $2, ++count[$2] }' <(grep -E '^[0-9]+ +(fsync|fdatasync|unlink|unlinkat)\(' "$scratch/steps") > "$scratch/points"
holds 'it has durable steps' test "$(wc -l < "$scratch/points")" -ge 5

left=0
while read -r call nth; do
  what="$call $nth"
  place="$scratch/at $call $nth"
  cp -a "$scratch/before" "$place"
  program=(strace -f -qq -o "$scratch/trace" -e "trace=$call" -e "inject=$call:signal=SIGKILL:when=$nth" "$cadran")
  ends "$what: the program was killed there" 137 purge "$place"
  program=("$cadran")
  code=0
  as sophie "$place" journal verify --format csv > "$scratch/faults" 2> /dev/null || code=$?
  if [ "$code" -ne 0 ]; then
    left=$((left + 1))
    equal "$what: nothing but a file remains" 0 "$(tail -n +2 "$scratch/faults" | grep -vc 'still in the archive' || true)"
  fi
  journal "$place" > "$scratch/journal"
  holds "$what: all or nothing" bash -c 'cmp -s "$1" "$2" || cmp -s "$1" "$3"' _ "$scratch/journal" "$scratch/journal-before" "$scratch/journal-after"
  ends "$what: given again it ends" 0 purge "$place"
  ends "$what: and it is sound" 0 as sophie "$place" journal verify
  journal "$place" > "$scratch/journal"
  holds "$what: as undisturbed" cmp "$scratch/journal" "$scratch/journal-after"
  equal "$what: no other file is gone" "$(cd "$scratch/undisturbed/workspace/archive" && find ?? -type f | sort | sha256sum)" \
    "$(cd "$place/workspace/archive" && find ?? -type f | sort | sha256sum)"
  rm -rf "$place"
done < "$scratch/points"
holds 'some kills left files behind' test "$left" -gt 0
echo "$(wc -l < "$scratch/points") kills, $left of them left files behind"
finish
