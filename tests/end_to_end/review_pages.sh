#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A quarter in a real browser, in French and in English: the pilot leads it to its signature, the management looks at
# the dial, holds its own review and takes everything away. Then the pilot alone, who has nothing but a keyboard.
. "$(dirname "$0")/setup.sh"

password='the river runs below'
printf '%s' "$password" > "$scratch/password"

# serve_office NAME: one of its own, where everything is decided and the quarter is over; leaves `place` and `site`
serve_office() {
  place="$scratch/$1 équipe"
  office decided "$place"
  clock=2026-10-05T09:00
  invite "$place" anne --person 'Anne Delorme' --role management > /dev/null
  give_password "$place" "$scratch/password" anne claire
  serve "$place"
}
# ends_signed: stops the server; the review is held and signed, with what was typed
ends_signed() {
  no_inner_fault
  kill -TERM "$server"; wait "$server" || fault 'it stops'
  as sophie "$place" review show pay-benefits --period 2026-Q3 > "$scratch/shown"
  says 'the review is signed' "$scratch/shown" 'signed'
  says 'with what was concluded on the screen' "$scratch/shown" 'La liste sera lue avant chaque remise'
  ends 'the journal holds together' 0 as sophie "$place" journal verify
}

# walk LOCALE
walk() {
  serve_office "${1%-*}"
  ends "a quarter is lived in $1" 0 node "$root/tests/browser/reviews.mjs" "$site" --pilot claire --management anne \
    --password "$password" --locale "$1"
  ends_signed
  as sophie "$place" management-review list > "$scratch/shown"
  says 'so is that of the management' "$scratch/shown" 'signed'
}
# by_keyboard LOCALE options…
by_keyboard() {
  local locale=$1; shift
  serve_office "clavier ${locale%-*}"
  ends "a figure that is due is recorded on pages without a fault ($locale)" 0 node "$root/tests/browser/pages.mjs" "$site" \
    --account claire --password "$password" '/indicators/pay-benefits/paid-in-five-days?period=2026-08' /reviews/pay-benefits/2026-Q3
  ends "a quarter is led to its signature by keyboard alone, in $locale" 0 node "$root/tests/browser/by_keyboard.mjs" "$site" review \
    --account claire --password "$password" --locale "$locale" "$@"
  ends_signed
}
walk fr-FR
walk en-GB
by_keyboard fr-FR
by_keyboard en-GB --width 820
finish
