#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The tour of README.md, typed block by block as it stands: every line of answer that it shows is what comes.
. "$(dirname "$0")/setup.sh"

awk '/<!-- tour -->/ { block = 1 } block && /^```$/ { block = 0; print "" } block == 2 { print } block && /^```bash/ { block = 2 }' \
  "$root/README.md" | sed "s|\"\$root/build/cadran\"|\"$cadran\"|" > "$scratch/tour"
plain() { sed $'s/\u00a0/ /g; s/\u202f/ /g'; }
(cd "$root" && TMPDIR="$scratch" bash "$scratch/tour") 2>&1 | plain > "$scratch/printed"

shown=0
# Up to what is left out, and without the fingerprint, which is another one each time.
while IFS= read -r line; do
  line=${line%%…*}
  case "$line" in '' | *78ebb7b7f080* | clés*) continue ;; esac
  shown=$((shown + 1))
  holds "the tour shows: $line" grep -qF -- "$line" "$scratch/printed"
done < <(awk '/^### Visite/ { tour = 1 } /^### Ce qu/ { tour = 0 } tour && /^    / { print substr($0, 5) }' "$root/README.md" | plain)
equal 'there are answers to compare' yes "$([ $shown -ge 15 ] && echo yes)"
says 'it ends with a restored workspace' <(tail -n 1 "$scratch/printed") '0 défaut'
finish
