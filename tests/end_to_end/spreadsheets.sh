#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the program writes for spreadsheets opens in one, and what a spreadsheet saves is read: the sheet of a process
# goes out, through LibreOffice and back; a register of risks made by a French LibreOffice comes in.
. "$(dirname "$0")/setup.sh"

# A profile of its own, so that a running office does not answer.
profile="$(node -p 'require("url").pathToFileURL(process.argv[1]).href' "$scratch/profile")"
# through_office FORMAT FILE options…: into $scratch/out
through_office() {
  local format=$1 file=$2; shift 2
  timeout 120 soffice "-env:UserInstallation=$profile" --headless "$@" --convert-to "$format" --outdir "$scratch/out" "$file"
}

office accepted "$scratch/office"
sheet="$scratch/office/workspace/processes/pay-benefits.xml"
ends 'a template is written' 0 as sophie "$scratch/office" process template --to "$scratch/sheet.xlsx" --process pay-benefits
ends 'an empty one as well' 0 as sophie "$scratch/office" process template --to "$scratch/empty.xlsx"

holds 'the template opens: each of its sheets as CSV' through_office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' "$scratch/sheet.xlsx"
for name in Sheet Objectives Indicators Risks Controls Exchanges Documents; do
  holds "the sheet $name is there" test -s "$scratch/out/sheet-$name.csv"
done
says 'the process stands in it' "$scratch/out/sheet-Sheet.csv" '^Id;pay-benefits;'
says 'values are in words' "$scratch/out/sheet-Indicators.csv" ';percentage;'

ends 'what the program wrote is imported' 0 as sophie "$scratch/office" process import "$scratch/sheet.xlsx" --replace
cp "$sheet" "$scratch/imported.xml"
holds 'an office saves it as its own' through_office ods "$scratch/sheet.xlsx"
holds 'and as .xlsx again' through_office xlsx "$scratch/out/sheet.ods"
ends 'what the office saved is imported' 0 as sophie "$scratch/office" process import "$scratch/out/sheet.xlsx" --replace
holds 'and is the same process' cmp "$sheet" "$scratch/imported.xml"
ends 'the draft is handed in' 0 as sophie "$scratch/office" process draft pay-benefits
ends 'the empty template tells what is missing' 2 as sophie "$scratch/office" process import "$scratch/empty.xlsx" --id new-process
says 'each with its cell' "$scratch/printed" 'empty.xlsx, Sheet!B6: .*Pilot'

printf '%s\n' 'Processus;Intitulé du risque;Probabilité;Gravité;Traitement;Mesures;Probabilité résiduelle;Gravité résiduelle' \
  'Payer l’ensemble des prestations;Panne du logiciel « métier »;2;4;Accepter;Procédure papier;1;4' > "$scratch/registre.csv"
holds 'a French register is saved as .xlsx' through_office xlsx "$scratch/registre.csv" '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036'
ends 'it lacks English' 2 as sophie "$scratch/office" risk import "$scratch/out/registre.xlsx"
says 'which is told' "$scratch/printed" 'Sheet1!B2|registre!B2'
ends 'one language is enough where allowed' 0 as sophie "$scratch/office" risk import "$scratch/out/registre.xlsx" --untranslated
says 'the columns are shown' "$scratch/printed" 'likelihood: column “Probabilité”'
says 'the risk is in the draft' "$sheet" 'Panne du logiciel « métier »'
ends 'the journal holds' 0 as sophie "$scratch/office" journal verify
finish
