#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Many people at work at once on the served sample, from sign-in to sign-out: how long pages take, as ratios to the
# same server's static file in the same run. No answer may be a fault, and what was accepted must be there afterwards.
# usage: tests/bench/serving.sh [CADRAN] [PEOPLE] [SECONDS]
people=${2:-200}
seconds=${3:-120}
set -- "${1:-}"
[ -n "$1" ] || set --
. "$(dirname "$0")/../end_to_end/setup.sh"

place="$scratch/démo"
copy_of_demo "$place"
clock=2026-10-20T09:00
for i in $(seq "$people"); do
  as admin "$place" account add "person-$i" --person "Person $i" --role quality-manager --role controller \
    --code-file "$scratch/$i.code" > /dev/null
  cat "$scratch/$i.code"
  rm "$scratch/$i.code"
done > "$scratch/codes"

serve "$place"

node "$root/tests/bench/serving.mjs" "$site" "$seconds" < "$scratch/codes" | tee "$scratch/told"
accepted=$(sed -n 's/^accepted //p' "$scratch/told")
equal 'every accepted action is there' "$accepted" \
  "$(as sophie.garnier "$place" action list --format csv | grep -c ',Bench ')"
printf 'peak memory of the server: %s MB\n' "$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status")"
ends 'the journal holds' 0 as admin "$place" journal verify
finish
