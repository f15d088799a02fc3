#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What programs ask of a served workspace: every answer is as the description says, a decision taken by a program is
# in the journal as any other, and nobody overwrites what they have not seen.
. "$(dirname "$0")/setup.sh"

place="$scratch/bureau"
office waiting "$place"

log="$scratch/serve.log"; : > "$log"
XDG_DATA_HOME="$place/home" "$cadran" serve --port 0 --workspace "$place/workspace" --lang en --now $clock \
  --token-file "$place/tokens/sophie" > "$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do grep -q 'answers at' "$log" && break; sleep 0.1; done
site=$(sed -n 's,.*answers at \(http://[^ ]*\).*,\1,p' "$log")
[ -n "$site" ] || { cat "$log" >&2; exit 1; }

ends 'every answer is as the description says' 0 python3 "$root/tests/end_to_end/api.py" "$site" "$place/tokens" \
  env XDG_DATA_HOME="$place/home" "$cadran" action decide --workspace "$place/workspace" --now "$clock" --token-file "$place/tokens/claire"
sed 's/^/  /' "$scratch/printed"
sqlite3 "$place/workspace/cadran.db" "select entry from journal" > "$scratch/journal"
says 'a decision of a program is in the journal, with the way it came' "$scratch/journal" \
  '"act":"worklist.decide","actor":"luc",.*"channel":"api"'
ends 'the journal holds' 0 as admin "$place" journal verify
finish
