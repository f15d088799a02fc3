#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The demo, as a newcomer runs it: in a folder with spaces and accents, in French and in English.
. "$(dirname "$0")/setup.sh"

state_of_repository() { git -C "$root" status --porcelain 2>/dev/null || true; }

# proves LANG FOLDER LOG REFUSAL HELD: what the demo promises is in what it printed and left behind
proves() {
  local lang=$1 folder=$2 log=$3 refusal=$4
  says "$lang: a handler is refused on their own file" "$log" "$refusal"
  equal "$lang: nobody decided on a file they handled" 0 "$(sqlite3 "$folder/workspace/cadran.db" \
    "select count(*) from decision join finding on finding.id = decision.finding
     join handler_code on handler_code.account = decision.actor where handler_code.code = finding.handler")"
  says "$lang: the key is the one that was noted" "$log" '^key\.pem: OK$'
  says "$lang: the signature is good" "$log" 'Signature Verified Successfully'
  holds "$lang: the pack is as it was signed" sh -c 'cd "$1" && sha256sum -c SHA256SUMS' sh "$folder/review-2026-Q3"
  equal "$lang: the pack's key has the printed fingerprint" \
    "$(sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p' "$folder/init.json")" "$(sha256sum < "$folder/review-2026-Q3/key.pem" | cut -c1-64)"
  for page in fr en; do says "$lang: page $page says that it is simulated" "$folder/review-2026-Q3/review.$page.html" '[Ss]imul'; done
  if grep -q $'\e' "$log"; then fault "$lang: escape codes in a log"; else held; fi
}

before="$(state_of_repository)"
exec 8> "$cache/demo.lock"
flock 8
rm -f "$cache/demo.of"
rm -rf "$demo"
ends 'the demo in French' 0 play_demo fr "$demo" "$cache/demo.log"
prepared_with > "$cache/demo.of"
exec 8>&-
proves fr "$demo" "$cache/demo.log" 'a traité ce dossier|Nadia a traité'

ends 'the demo in English' 0 play_demo en "$scratch/demo" "$scratch/demo.log"
proves en "$scratch/demo" "$scratch/demo.log" 'handled this file \(code H07\)'
says 'the second build has nothing to do' "$scratch/demo.log" 'ninja: no work to do'

ends 'the demo does not overwrite a folder that is not its own' 2 bash "$root/samples/demo.sh" --folder "$scratch"
equal 'the repository is as it was' "$before" "$(state_of_repository)"
finish
