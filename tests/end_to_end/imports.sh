#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The same claims, as LibreOffice saves them in French: a workbook with real dates and numbers, a CSV in Windows-1252
# with commas; all become the same archived records. What is rejected is corrected and imported again.
. "$(dirname "$0")/setup.sh"

# A profile of its own: French, and so that a running office does not answer.
profile="$(node -p 'require("url").pathToFileURL(process.argv[1]).href' "$scratch/profile")"
mkdir -p "$scratch/profile/user"
cat > "$scratch/profile/user/registrymodifications.xcu" << 'XML'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>
XML
# through_office FORMAT FILE options…: into $scratch/out
through_office() {
  local format=$1 file=$2; shift 2
  timeout 120 soffice "-env:UserInstallation=$profile" --headless "$@" --convert-to "$format" --outdir "$scratch/out" "$file"
}
stored() { sqlite3 "$scratch/office/workspace/cadran.db" "$1"; }

office accepted "$scratch/office"
clock=2026-08-03T09:00
received="$scratch/office/data/claims-2026-07.csv"
cp "$received" "$scratch/prestations.csv"
charset=76
iconv -f UTF-8 -t UTF-8 "$received" > /dev/null 2>&1 || charset=1
holds 'a French office makes a workbook of the claims' through_office xlsx "$scratch/prestations.csv" "--infilter=Text - txt - csv (StarCalc):59,34,$charset,1,,1036,false,true"
# The years as people in the trade show them, with four digits.
holds 'shows whole years' through_office fods "$scratch/out/prestations.xlsx"
sed -i 's|<number:year/>|<number:year number:style="long"/>|' "$scratch/out/prestations.fods"
holds 'and saves it as a French CSV' through_office 'csv:Text - txt - csv (StarCalc):59,34,1,1,,1036,false,true' "$scratch/out/prestations.fods"
says 'which has French dates' "$scratch/out/prestations.csv" ';[0-9]{2}/[0-9]{2}/2026;'
holds 'and differs from what it was made of' test "$(cmp -s "$received" "$scratch/out/prestations.csv" && echo same)" != same

ends 'the claims are imported as they came' 1 as luc "$scratch/office" import claim "$received"
ends 'and as a workbook' 1 as luc "$scratch/office" import claim "$scratch/out/prestations.xlsx" --rejects "$scratch/rejects.csv"
says 'which is said' "$scratch/printed" 'workbook, sheet “(Sheet1|prestations)”'
says 'a reject names its cell' "$scratch/printed" 'prestations.xlsx, (Sheet1|prestations)!E[0-9]+: '
ends 'and as the French CSV' 1 as luc "$scratch/office" import claim "$scratch/out/prestations.csv"
equal 'all three are the same records' 1 "$(stored 'select count(distinct archived) from import')"
equal 'with as many rejects' 1 "$(stored 'select count(distinct rejected) from import')"
equal 'of three different files' 3 "$(stored 'select count(distinct received) from import')"
ends 'the same workbook is recognised' 4 as luc "$scratch/office" import claim "$scratch/out/prestations.xlsx"

equal 'the rejects of a workbook are their owner’s' 600 "$(stat -c %a "$scratch/rejects.csv")"
before="$(stored 'select max(rejected) from import')"
equal 'all of them are there, under their titles' "$((before + 1))" "$(wc -l < "$scratch/rejects.csv")"
ends 'imported again they are rejected again' 2 as luc "$scratch/office" import claim "$scratch/rejects.csv" --sheet Rejects
says 'a CSV has no sheets' "$scratch/printed" 'is no workbook'
sed -i 's/massage/pharmacy/' "$scratch/rejects.csv"
finding luc "$scratch/office" import claim "$scratch/rejects.csv" > "$scratch/printed" 2>&1
holds 'corrected they are taken' test "$(stored 'select accepted from import order by number desc limit 1')" -gt 0

iban=FR7612345678901234567890123
printf '%s\n' \
  '{"number": "J1", "member": "A1", "beneficiary": "A1-1", "provider": "PS1", "act": "optical", "care_date": "2026-07-01", "received_on": "2026-07-15", "amount": 1234.50, "handler": "H01", "iban": "'$iban'"}' \
  '{"number": "J2", "member": "A1", "amount": 12.345}' > "$scratch/claims.jsonl"
ends 'JSON lines are imported' 1 as luc "$scratch/office" import claim "$scratch/claims.jsonl" --rejects "$scratch/json-rejects.csv"
says 'which is said' "$scratch/printed" 'JSON lines'
says 'a reject names its line' "$scratch/printed" 'claims.jsonl:2: .*two decimals'
holds 'no account number is in the workspace' test -z "$(grep -rlaF "$iban" "$scratch/office/workspace")"
ends 'the imports are listed' 0 as luc "$scratch/office" import list claim --format csv
equal 'each of them' 5 "$(($(wc -l < "$scratch/printed") - 1))"
says 'with its file and hash' "$scratch/printed" "prestations.xlsx,luc,.*$(sha256sum < "$scratch/out/prestations.xlsx" | cut -c1-64)"
ends 'what is archived is read by a run' 1 as luc "$scratch/office" control run pay-benefits --period 2026-Q3
ends 'the journal holds' 0 as sophie "$scratch/office" journal verify
finish
