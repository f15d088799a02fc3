#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A quarter in a real browser, in French and in English: the pilot leads it to its signature, the management looks at
# the dial, holds its own review and takes everything away.
. "$(dirname "$0")/setup.sh"

password='the river runs below'
printf '%s' "$password" > "$scratch/password"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT

# walk LOCALE: in an office of its own, where everything is decided and the quarter is over
walk() {
  local locale=$1 place="$scratch/${1%-*} équipe" who log="$scratch/serve.log" site=
  office decided "$place"
  clock=2026-10-05T09:00
  as admin "$place" account add anne --person 'Anne Delorme' --role management --code-file "$scratch/anne.code" > /dev/null
  as admin "$place" account invite claire --code-file "$scratch/claire.code" > /dev/null
  for who in anne claire; do
    as admin "$place" account password --code-file "$scratch/$who.code" --password-file "$scratch/password" > /dev/null
    rm -f "$scratch/$who.code"
  done
  XDG_DATA_HOME="$place/home" "$cadran" serve --port 0 --workspace "$place/workspace" --lang en --now "$clock" > "$log" 2>&1 &
  server=$!
  for _ in $(seq 100); do grep -q 'answers at' "$log" && break; sleep 0.1; done
  site=$(sed -n 's,.*answers at \(https\?://[^ ]*\).*,\1,p' "$log")
  [ -n "$site" ] || { cat "$log" >&2; exit 1; }
  ends "a quarter is lived in $locale" 0 node "$root/tests/browser/reviews.mjs" "$site" --pilot claire --management anne \
    --password "$password" --locale "$locale"
  holds 'nothing was logged as an inner fault' bash -c "! grep -E '^(GET|POST|HEAD) ' '$log'"
  kill -TERM "$server"; wait "$server" || fault 'it stops'
  server=
  as sophie "$place" review show pay-benefits --period 2026-Q3 > "$scratch/shown"
  says 'the review is signed' "$scratch/shown" 'signed'
  says 'with what was concluded on the screen' "$scratch/shown" 'La liste sera lue avant chaque remise'
  as sophie "$place" management-review list > "$scratch/shown"
  says 'so is that of the management' "$scratch/shown" 'signed'
  ends 'the journal holds together' 0 as sophie "$place" journal verify
}
walk fr-FR
walk en-GB
finish
