#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The checklist of an audit goes on site without a network and comes back: as a page that a real browser fills in, with
# a photograph, and as a workbook that an office fills in. What the system was told meanwhile is not overwritten in
# silence, and nothing of either is lost.
. "$(dirname "$0")/setup.sh"

place="$scratch/sur place"
open_audited "$place" > /dev/null
equal 'the audit is examined' 1 "$(play_audit "$place" year-1.json --until fieldwork)"
clock=2026-05-06T08:00

auditor() { as ines.caron "$place" "$@"; }
# All of the audit but its revision: an import that brings nothing new is journalled too.
audit() { sqlite3 "$place/workspace/cadran.db" "select json_remove(content, '\$.revision') from audit where number = 1"; }
# assessed ITEM MEMBER: what the system knows of it
assessed() {
  audit | node -e 'const [item, member] = process.argv.slice(1);
    const found = JSON.parse(require("fs").readFileSync(0)).assessments.find((one) => one.item === item)?.[member] ?? "";
    console.log(Array.isArray(found) ? found.length : found)' "$1" "$2"
}
result_of() { assessed "$1" result; }

# --- the page, in a real browser, with the network off -----------------------------------------------------------------
ends 'the page is written' 0 auditor audit export-checklist 1 --to "$scratch/checklist.html"
ends 'in French too' 0 auditor audit export-checklist 1 --to "$scratch/liste.html" --lang fr
ends 'an auditee takes none along' 3 as paul.lenoir "$place" audit export-checklist 1 --to "$scratch/refused.html"
node -e 'process.stdout.write(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"))' > "$scratch/photo.png"
said='Reçue sur place : <b>illisible</b> & "signée".'
ends 'an auditor fills it in without a network' 0 node "$root/tests/browser/offline_checklist.mjs" "$scratch/checklist.html" "$scratch/answers.json" \
  --item claims_account --result "$said" --photo "$scratch/photo.png" --again "$scratch/liste.html"
equal 'the system knows nothing of it yet' '' "$(result_of claims_account)"
ends 'what is no answer is refused' 2 auditor audit import-checklist "$scratch/photo.png"
ends 'the auditee takes nothing back' 3 as paul.lenoir "$place" audit import-checklist "$scratch/answers.json"
ends 'the answers come back' 0 auditor audit import-checklist "$scratch/answers.json"
equal 'as they were written' "$said" "$(result_of claims_account)"
equal 'on four criteria' 4 "$(assessed claims_account verdicts)"
equal 'with the photograph' 1 "$(assessed claims_account photos)"
before="$(audit)"
ends 'a second time changes nothing' 0 auditor audit import-checklist "$scratch/answers.json"
equal 'and nothing changed' "$before" "$(audit)"

# --- the system changed meanwhile ----------------------------------------------------------------------------------------
ends 'a page is taken along' 0 auditor audit export-checklist 1 --to "$scratch/later.html"
ends 'it is filled in' 0 node "$root/tests/browser/offline_checklist.mjs" "$scratch/later.html" "$scratch/later.json" --item cohabitation_proofs --result 'Vue sur place' --photo "$scratch/photo.png"
ends 'somebody else says otherwise meanwhile' 0 auditor audit assess 1 cohabitation_proofs --verdict conformity=conforming --result 'Reçue par courrier'
ends 'the conflict is found' 1 auditor audit import-checklist "$scratch/later.json"
says 'with what the file says' "$scratch/printed" 'Vue sur place'
says 'and what the system says' "$scratch/printed" 'Reçue par courrier'
equal 'the system keeps its own' 'Reçue par courrier' "$(result_of cohabitation_proofs)"
ends 'unless the file is to win' 1 auditor audit import-checklist "$scratch/later.json" --file-wins
equal 'then it wins' 'Vue sur place' "$(result_of cohabitation_proofs)"

# --- the workbook, in an office ------------------------------------------------------------------------------------------
profile="$(node -p 'require("url").pathToFileURL(process.argv[1]).href' "$scratch/profile")"
through_office() { timeout 120 soffice "-env:UserInstallation=$profile" --headless --convert-to "$1" --outdir "$scratch/out" "$2"; }
# typed FILE FROM TO: in the first sheet of a flat document, as if somebody typed over it
typed() {
  /usr/bin/python3 - "$@" <<'END'
import sys
path, before, after = sys.argv[1:]
text = open(path, encoding="utf-8").read()
start = text.index("<table:table ")
end = text.index("</table:table>", start)
assert text.count(before, start, end) == 1
open(path, "w", encoding="utf-8").write(text[:start] + text[start:end].replace(before, after) + text[end:])
END
}
ends 'the workbook is written' 0 auditor audit export-checklist 1 --to "$scratch/checklist.xlsx"
holds 'an office opens it' through_office fods "$scratch/checklist.xlsx"
holds 'and somebody types' typed "$scratch/out/checklist.fods" '52 entreprises' '53 entreprises'
holds 'and saves it' through_office xlsx "$scratch/out/checklist.fods"
ends 'it comes back' 0 auditor audit import-checklist "$scratch/out/checklist.xlsx"
says 'one item changed' "$scratch/printed" '^1 '
says 'as it was typed' <(result_of company_contracts) '53 entreprises'
ends 'a second time changes nothing' 0 auditor audit import-checklist "$scratch/out/checklist.xlsx"
says 'it says so' "$scratch/printed" '^(0|No) '
cp "$scratch/out/checklist.fods" "$scratch/out/conflict.fods"
holds 'it is typed into again' typed "$scratch/out/conflict.fods" '53 entreprises' '54 entreprises'
holds 'and saved' through_office xlsx "$scratch/out/conflict.fods"
ends 'both changed' 1 auditor audit import-checklist "$scratch/out/conflict.xlsx"
says 'the file says' "$scratch/printed" '54 entreprises'
says 'the system says' <(result_of company_contracts) '53 entreprises'
ends 'the journal is whole' 0 as sophie.garnier "$place" journal verify
finish
