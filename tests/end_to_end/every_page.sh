#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whoever follows the links of the played demo reaches every page there is, and finds it without an obstacle: in French
# and in English, on a large screen, a tablet and a telephone, in the dark. With CADRAN_PICTURES, keeps them as pictures.
. "$(dirname "$0")/setup.sh"

place="$scratch/démo"
copy_of_demo "$place"
clock=2026-10-20T09:00
password=$(cat "$place/password")
give_password "$place" "$place/password" admin malik.dahmani
serve "$place"

sed -n 's/^GET \([^ ]*\).*/\1/p' "$root/tests/web/matrix.txt" | sort -u > "$scratch/routes"
: > "$scratch/seen"
follows() {
  local who=$1 pictures=(); shift
  [ -z "${CADRAN_PICTURES:-}" ] || pictures=(--pictures "$CADRAN_PICTURES")
  ends "$who finds no obstacle ($*)" 0 node "$root/tests/browser/every_page.mjs" "$site" --account "$who" \
    --password "$password" --routes "$scratch/routes" --seen "$scratch/seen" "${pictures[@]}" "$@"
}
follows sophie.garnier --locale fr-FR
follows sophie.garnier --locale en-GB --width 820
follows sophie.garnier --locale fr-FR --width 390
follows sophie.garnier --locale en-GB --dark
follows admin --locale fr-FR --width 390
follows malik.dahmani --locale fr-FR --width 820
follows nadia.belkacem --locale fr-FR --width 390
follows ines.caron --locale fr-FR --width 820
follows paul.lenoir --locale fr-FR --width 390

# What no link leads to: an import under way is met by whoever begins it (registers.mjs), a fresh proof by whoever asks
# for what wants one (access.sh).
met_otherwise='^/imports/errands/|^/account/proof$'
equal 'every page is reached' '' "$(sort -u "$scratch/seen" | comm -23 "$scratch/routes" - | grep -Ev "$met_otherwise")"
no_inner_fault
finish
