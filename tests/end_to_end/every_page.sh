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
follows sophie.garnier
follows sophie.garnier --locale en-GB --dark
follows admin --locale en-GB
for who in malik.dahmani nadia.belkacem ines.caron paul.lenoir; do follows "$who"; done

# What no link of the demo leads to: answers of forms, and what stands only while something is under way. Reviews are
# walked by reviews.mjs, imports, the search and nonconformities by registers.mjs and serve.sh, findings by serve.sh,
# evidence by audits.mjs.
met_otherwise='^/imports/errands/|^/account/proof$|^/search$|/export$|^/findings/{finding}$|/similar$|/evidence/|/{topic}$|^/management-reviews/'
equal 'every other page is reached' '' "$(sort -u "$scratch/seen" | comm -23 "$scratch/routes" - | grep -Ev "$met_otherwise")"
no_inner_fault
finish
