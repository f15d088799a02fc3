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

# --- its table from question to control: what it asks is typed, and what it answers is a plugin -------------------------
office reviewed "$scratch/office"
# Marked code of a column of the table, a line each.
column() {
  awk -v column="$1" '/^\| question / { rows = 1; next } rows && !/^\|/ { exit } rows' "$root/lua/GUIDE.md" | tail -n +2 |
    awk -v column="$1" -F ' *[|] *' '{ print $(column + 1) }' |
    awk -F '`' '{ for (i = 2; i < NF; i += 2) print $i }'
}
asked=0
while read -r question; do
  [[ "$question" != *' project '* ]] || continue
  asked=$((asked + 1))
  eval "words=(${question/sample.csv/\"\$scratch/sample.csv\"})"
  code=0
  as sophie "$scratch/office" "${words[@]}" > "$scratch/printed" 2>&1 || code=$?
  holds "it answers ($code): $question: $(tail -n 2 "$scratch/printed")" test "$code" -le 1
done < <(column 2)
equal 'each row asks something' 8 $asked
interval=$(grep -oP 'interval €\K[0-9.,]+' "$scratch/printed" | tr -d ,)
awk -F, -v OFS=, 'NR > 1 { $4 = $2 "\r" } { print }' "$scratch/sample.csv" > "$scratch/audited.csv"
ends 'and what was drawn is projected' 0 as sophie "$scratch/office" data project "$scratch/audited.csv" --interval "$interval"

folder="$scratch/office/workspace/plugins/questions"
mkdir -p "$folder/records" "$folder/controls"
cp "$root"/plugins/claims/records/claim.lua "$folder/records"
echo 'return plugin { id = "questions", version = "1", api = 1, title = { fr = "questions", en = "questions" } }' > "$folder/plugin.lua"
controls=()
while read -r clauses; do
  [[ "$clauses" == *' = '* ]] || continue
  name="question-$((${#controls[@]} + 1))"
  controls+=("questions/$name")
  parameters=
  [[ "$clauses" != *threshold* ]] || parameters='threshold = money { default = "100.00 EUR", help = { fr = "seuil", en = "threshold" } },'
  [[ "$clauses" != *limit* ]] || parameters='limit = integer { default = 2, help = { fr = "jours", en = "days" } },'
  cat > "$folder/controls/$name.lua" <<END
return control "$name" {
  title = { fr = "question", en = "question" }, from = "claim", effect = "flag", severity = "low",
  parameters = { $parameters }, message = { fr = "voir", en = "look" },
  verify = { { id = "look", fr = "regarder", en = "look" } },
  $clauses,
}
END
done < <(column 3)
equal 'the controls of the table are tried' 6 "${#controls[@]}"
node "$root/samples/generate.mjs" "$scratch/all"
awk 'NR == 1 || FNR > 1' "$scratch"/all/claims-2026-0[789].csv > "$scratch/claims.csv"
code=0
as malik "$scratch/office" control replay "${controls[@]}" --draft --file "$scratch/claims.csv" --format csv > "$scratch/printed" || code=$?
equal "they are a plugin: $(tail -n 3 "$scratch/printed")" 1 $code
while IFS=, read -r control _ population selected _ failed errors _; do
  equal "$control judges all it selects" "$selected 0" "$failed $errors"
  holds "$control finds some of them: $failed of $population" test "$failed" -gt 0 -a "$failed" -lt "$population"
done < <(tail -n +2 "$scratch/printed" | tr -d '\r')
finish
