#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What leaves the system holds what is in it: workbooks say the same in LibreOffice, data obey the schemas that we
# publish, and no text of anybody becomes a formula.
. "$(dirname "$0")/setup.sh"

profile="$(node -p 'require("url").pathToFileURL(process.argv[1]).href' "$scratch/profile")"
# sheets_of FILE: each sheet as CSV, figures as they are shown, in $scratch/out
sheets_of() {
  timeout 120 soffice "-env:UserInstallation=$profile" --headless --convert-to 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' --outdir "$scratch/out" "$1"
}
# obeys SCHEMA FILE
obeys() {
  "$cadran" export schema "$1" --lang en > "$scratch/$1.schema.json"
  /usr/bin/python3 - "$scratch/$1.schema.json" "$2" <<'END'
import json, sys
from jsonschema import Draft202012Validator
schema, document = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
Draft202012Validator.check_schema(schema)
faults = list(Draft202012Validator(schema).iter_errors(document))
for fault in faults[:5]: print(list(fault.absolute_path), fault.message)
sys.exit(bool(faults))
END
}

clock=2026-10-20T09:00
copy_of_demo "$scratch/demo"
as_sophie() { as sophie.garnier "$scratch/demo" "$@"; }

ends 'indicators of all processes go out as a workbook' 0 as_sophie export indicators --to "$scratch/ind.xlsx"
ends 'as data' 0 as_sophie export indicators --to "$scratch/ind.json"
ends 'and for tables' 0 as_sophie export indicators pay-benefits --period 2026-Q3 --to "$scratch/ind.csv"
holds 'the workbook opens' sheets_of "$scratch/ind.xlsx"
says 'the summary is there' "$scratch/out/ind-Summary.csv" 'Pay all benefits;'
sheet="$scratch/out/ind-Pay all benefits.csv"
# The workbook shows of each period what the data say.
checked=0
while IFS=, read -r _ _ period numerator denominator _ value _; do
  [ "$denominator" -gt 0 ] || continue
  says "$period is $value % in the workbook" "$sheet" ";${value%.0}%;.*;$numerator;$denominator;"
  checked=$((checked + 1))
done < <(tail -n +2 "$scratch/ind.csv" | tr -d '\r')
holds 'figures were compared' test "$checked" -ge 4
ends 'those of all processes go out for tables, too' 0 as_sophie export indicators --to "$scratch/all.csv"
with_figures=$(awk -F, 'NR > 1 && $7 != "" { print $1 "/" $2 }' "$scratch/all.csv" | sort -u | wc -l)
holds 'several have figures' test "$with_figures" -gt 3
equal 'each of them has a native chart' "$with_figures" "$(unzip -l "$scratch/ind.xlsx" | grep -c 'xl/charts/chart')"
holds 'measurements obey their schema' obeys indicators "$scratch/ind.json"

code=0
as_sophie control replay claims/over-threshold --set threshold=800 --since 2026-07-01 --format json \
  > "$scratch/replay.json" 2> /dev/null || code=$?
equal 'another threshold would find more' 1 $code
says 'with examples of it' "$scratch/replay.json" '"message": ".*800'
holds 'what it would change obeys its schema' obeys replay "$scratch/replay.json"
for kind in actions risks nonconformities findings; do
  for form in xlsx csv json; do
    ends "the register of $kind goes out as $form" 0 as_sophie export register $kind --to "$scratch/$kind.$form"
  done
  holds "the register of $kind obeys its schema" obeys register "$scratch/$kind.json"
  holds "the register of $kind opens" sheets_of "$scratch/$kind.xlsx"
done
equal 'LibreOffice finds every finding' "$(tail -n +2 "$scratch/findings.csv" | wc -l)" "$(cat "$scratch"/out/findings*.csv | grep -c '^F-')"
equal 'no handler and no file stands in it' 0 "$(grep -Ec 'H[0-9]{2}|C-2026' "$scratch/findings.csv")"
ends 'of one process alone' 0 as_sophie export register risks --process pay-benefits --to "$scratch/one.csv"
equal 'nothing of another' pay-benefits "$(tail -n +2 "$scratch/one.csv" | cut -d, -f1 | sort -u)"
ends 'there is no such register' 2 as_sophie export register people --to "$scratch/people.csv"
ends 'nor such a form' 2 as_sophie export register risks --to "$scratch/risks.doc"
ends 'an author of plugins has no right to it' 3 as malik.dahmani "$scratch/demo" export register actions --to "$scratch/refused.csv"
holds 'and nothing was written' test ! -e "$scratch/refused.csv"

ends 'the pack of the review goes out' 0 as_sophie export review pay-benefits --period 2026-Q3 --to "$scratch/review"
holds 'its data obey the schema' obeys review "$scratch/review/review.json"
for lang in fr en; do
  holds "the PDF is tagged ($lang)" grep -q 'Tagged: *yes' <(pdfinfo "$scratch/review/review.$lang.pdf")
  pages=$(pdfinfo "$scratch/review/review.$lang.pdf" | awk '/^Pages/ { print $2 }')
  pdftotext "$scratch/review/review.$lang.pdf" "$scratch/review.txt"
  says "each page says which of how many it is ($lang)" "$scratch/review.txt" "^$pages ?/ ?$pages$"
done
says 'it has contents' "$scratch/review.txt" '^ *Contents'
says 'the figure stands in it' "$scratch/review.txt" '94\.2%'
equal 'charts are shapes, not dots' 0 "$(pdfimages -list "$scratch/review/review.fr.pdf" | tail -n +3 | wc -l)"
holds 'the pack is what was signed' bash -c 'cd "$1" && sha256sum --quiet -c SHA256SUMS' _ "$scratch/review"

ends 'what proves the quarter goes out' 0 as_sophie export evidence "$scratch/evidence" --process pay-benefits --period 2026-Q3
holds 'its manifest obeys the schema' obeys evidence "$scratch/evidence/manifest.json"

# --- the report of an audit ----------------------------------------------------------------------------------------------
place="$scratch/délégataire"
open_audited "$place" > /dev/null
equal 'an audit is reported on' 1 "$(play_audit "$place" year-1.json --until finish)"
clock=2026-06-15T09:00
ends 'its pack goes out' 0 as ines.caron "$place" export audit 1 --to "$scratch/audit"
holds 'its data obey the schema' obeys audit "$scratch/audit/audit.json"
for lang in fr en; do
  holds "an office opens its document ($lang)" timeout 120 soffice "-env:UserInstallation=$profile" --headless --convert-to txt:Text --outdir "$scratch/out" "$scratch/audit/audit.$lang.docx"
  holds "no place of the template is left ($lang)" test "$(grep -c '{{' "$scratch/out/audit.$lang.txt")" -eq 0
done
# stands LANG LINE: alone on a line of the document, and in the PDF
stands() {
  holds "the document says: $2" grep -Fxq -- "$2" "$scratch/out/audit.$1.txt"
  holds "the PDF says: $2" grep -Fq -- "${2//$'\u00a0'/ }" <(pdftotext -layout "$scratch/audit/audit.$1.pdf" - | sed $'s/\u00a0/ /g')
}
while read -r line; do stands fr "$line"; done <<'END'
Gestion Orbrelle
Rapport définitif, émis le 12/06/2026
• 23 constats appellent une réponse, dont déjà relevés lors d’un audit précédent : 0.
• 4 divergences demeurent avec l’audité.
END
while read -r line; do stands en "$line"; done <<'END'
Final report, issued on 12 Jun 2026
END

# --- from the organisation's own template --------------------------------------------------------------------------------
mkdir "$place/workspace/templates"
# template WORDS: ours without all but these
template() {
  /usr/bin/python3 - "$scratch/audit/audit.fr.docx" "$place/workspace/templates/audit-report.docx" "$1" <<'END'
import re, sys, zipfile
ours, own, words = sys.argv[1:]
with zipfile.ZipFile(ours) as old, zipfile.ZipFile(own, "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        text = old.read(name).decode()
        if name == "word/document.xml":
            text = re.sub(r"(<w:body>).*(<w:sectPr)", lambda at: f"{at[1]}<w:p><w:r><w:t>{words}</w:t></w:r></w:p>{at[2]}", text, flags=re.S)
        new.writestr(name, text)
END
}
holds 'a template is put there' template 'Notre rapport {{name}} sur {{auditeee}}'
ends 'a place that does not exist is found' 1 as sophie.garnier "$place" check
says 'with what was meant' "$scratch/printed" 'auditeee'
for name in $(grep -Eo 'no account is called [a-z.]+' "$scratch/printed" | awk '{ print $NF }' | sort -u); do
  invite "$place" "$name" --person "$name" --role controller > /dev/null
done
holds 'it is mended' template 'Notre rapport {{name}} sur {{auditee}}'
ends 'it is handed in with workspace.xml' 0 as sophie.garnier "$place" workspace draft
invite "$place" marc.directeur --person 'Marc Aubry' --role management > /dev/null
ends 'and accepted' 0 as marc.directeur "$place" workspace accept --from 2026-06-16 --reason 'Notre modèle'
holds 'what lies there since counts for nothing' template 'Encore un autre'
equal 'next year' 2 "$(XDG_DATA_HOME="$place/home" node "$root/samples/audit/play.mjs" "$root/samples/audit/year-2.json" --cadran "$cadran" --place "$place" --until fieldwork)"
clock=2027-07-01T09:00
ends 'its pack goes out' 0 as ines.caron "$place" export audit 2 --to "$scratch/own"
holds 'an office opens its document' timeout 120 soffice "-env:UserInstallation=$profile" --headless --convert-to txt:Text --outdir "$scratch/out" "$scratch/own/audit.en.docx"
says 'it is ours' "$scratch/out/audit.en.txt" 'Notre rapport AU-2 sur Gestion Orbrelle'
finish
