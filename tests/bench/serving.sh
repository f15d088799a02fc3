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

log="$scratch/serve.log"; : > "$log"
XDG_DATA_HOME="$place/home" "$cadran" serve --port 0 --workspace "$place/workspace" --lang en --now $clock > "$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do grep -q 'answers at' "$log" && break; sleep 0.1; done
site=$(sed -n 's,.*answers at \(http://[^ ]*\).*,\1,p' "$log")
[ -n "$site" ] || { cat "$log" >&2; exit 1; }

node "$root/tests/bench/serving.mjs" "$site" "$seconds" < "$scratch/codes" | tee "$scratch/told"
accepted=$(sed -n 's/^accepted //p' "$scratch/told")
equal 'every accepted action is there' "$accepted" \
  "$(as sophie.garnier "$place" action list --format csv | grep -c ',Bench ')"
printf 'peak memory of the server: %s MB\n' "$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$server/status")"
ends 'the journal holds' 0 as admin "$place" journal verify
finish
