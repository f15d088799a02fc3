#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# lua/GUIDE.md, followed block by block as it stands: what it says in shell is typed, what it says in Lua is put into the
# file that its first line names; every line of answer that it shows is what comes.
. "$(dirname "$0")/setup.sh"

# Each file where its block stands, among what is typed.
awk -v plugin='quality/plugins/expenses' '
  /^```lua$/ { lua = 1; next }
  lua == 1 { lua = 2; printf "cat > %s/%s <<'"'"'END OF FILE'"'"'\n", plugin, $2 }
  /^```$/ && lua { lua = 0; print "END OF FILE"; next }
  /^```$/ { typed = 0 }
  lua || typed
  /^<!-- guide -->$/ { marked = 1 }
  /^```bash$/ && marked { typed = 1; marked = 0 }' "$root/lua/GUIDE.md" |
  sed "s|\"\$root/build/cadran\"|\"$cadran\"|" > "$scratch/guide"
plain() { sed $'s/\u00a0/ /g; s/\u202f/ /g'; }
code=0
(cd "$root" && TMPDIR="$scratch" bash -e "$scratch/guide") > "$scratch/raw" 2>&1 || code=$?
plain < "$scratch/raw" > "$scratch/printed"
equal "it goes to its end: $(tail -n 3 "$scratch/printed")" 0 $code

shown=0
while IFS= read -r line; do
  case "$line" in '' | */*.lua\ * | expenses/*) continue ;; esac
  shown=$((shown + 1))
  holds "the guide shows: $line" grep -qF -- "$line" "$scratch/printed"
done < <(awk '/^## 1/ { steps = 1 } /^## The language/ { steps = 0 } /^```/ { fenced = !fenced } steps && !fenced && /^    / { print substr($0, 5) }' "$root/lua/GUIDE.md" | plain)
equal 'there are answers to compare' yes "$([ $shown -ge 6 ] && echo yes)"
equal 'no line of the judge is left out' '' "$(grep -F 'ligne de verdict' "$scratch/printed" || true)"
finish
