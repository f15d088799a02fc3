#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What programs ask of a served workspace: every answer is as the description says, a decision taken by a program is
# in the journal as any other, and nobody overwrites what they have not seen.
. "$(dirname "$0")/setup.sh"

place="$scratch/bureau"
office waiting "$place"

serve "$place" --token-file "$place/tokens/sophie"

ends 'every answer is as the description says' 0 python3 "$root/tests/end_to_end/api.py" "$site" "$place/tokens" \
  env XDG_DATA_HOME="$place/home" "$cadran" action decide --workspace "$place/workspace" --now "$clock" --token-file "$place/tokens/claire"
sed 's/^/  /' "$scratch/printed"
sqlite3 "$place/workspace/cadran.db" "select entry from journal" > "$scratch/journal"
says 'a decision of a program is in the journal, with the way it came' "$scratch/journal" \
  '"act":"worklist.decide","actor":"luc",.*"channel":"api"'
ends 'the journal holds' 0 as admin "$place" journal verify
finish
