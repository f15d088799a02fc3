#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Requests of somebody who means harm: bytes that two programs could read differently, what is too much or too slow,
# ways out of the folder, and injection into SQL, markup, headers, spreadsheets and letters through every field of every
# form. Each is refused or stays text, and the server lives on.
. "$(dirname "$0")/setup.sh"

place="$scratch/bureau"
office waiting "$place"
accounts=(marc anne paule)
roles=(quality-manager controller pilot)
for i in 0 1 2; do
  as admin "$place" account add "${accounts[i]}" --person "${accounts[i]}" --role "${roles[i]}" --role management --code-file "$place/code" > /dev/null
  printf 'the river runs below\n' > "$place/password"
  XDG_DATA_HOME="$place/home" "$cadran" account password --code-file "$place/code" --password-file "$place/password" --workspace "$place/workspace" --lang en --now "$clock" > /dev/null
done

serve "$place"

ends 'each is refused, and the server lives' 0 python3 "$root/tests/end_to_end/hostile.py" "$port" "$log" "${accounts[@]}"
sed 's/^/  /' "$scratch/printed"
holds 'there are at least eighty' awk '/hostile requests/ { exit $1 >= 80 ? 0 : 1 }' "$scratch/printed"

# --- what became of it ---------------------------------------------------------------------------------------------------
as sophie "$place" account list --format csv > "$scratch/accounts"
says 'every account is there' "$scratch/accounts" '^luc,Luc,'
equal 'with the name that it had' '' "$(grep hostile "$scratch/accounts" || true)"
as sophie "$place" action list --format csv > "$scratch/actions.csv"
says 'what was typed is there' "$scratch/actions.csv" 'HYPERLINK'
equal 'and no cell of it begins a formula' '' "$(python3 - "$scratch/actions.csv" <<'END'
import csv, sys
for row in csv.reader(open(sys.argv[1], encoding="utf-8-sig")):
    for cell in row:
        if cell[:1] in "=+@\t\r" and cell[:1]: print(cell)
END
)"
ends 'they are written as a spreadsheet' 0 as sophie "$place" export register actions --to "$scratch/actions.xlsx"
ends 'a spreadsheet of them' 0 unzip -p "$scratch/actions.xlsx" 'xl/worksheets/*.xml'
says 'has rows' "$scratch/printed" '<row'
equal 'and no formula' '' "$(grep -o '<f[ >]' "$scratch/printed" || true)"
for address in $'eve@example.org\nBcc: all@example.org' $'eve@example.org\r\nX: y' '<eve@example.org>' 'eve@example.org, all@example.org' 'eve@exa mple.org'; do
  ends "no letter goes to ${address@Q}" 2 as admin "$place" account address marc --mail "$address"
done
ends 'the journal holds together' 0 as sophie "$place" journal verify
kill -TERM "$server"
code=0; wait "$server" || code=$?
equal 'it stops when it is told to' 0 "$code"
finish
