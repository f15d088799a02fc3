#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Files taken and given back, a decision reopened, verdicts out of a spreadsheet that LibreOffice saved, one contested.
. "$(dirname "$0")/setup.sh"

office waiting "$scratch/office"
office="$scratch/office"
as luc "$office" worklist list --format csv > "$scratch/list"
mapfile -t items < <(awk -F, 'NR > 1 && $4 != "H07" { print $1 }' "$scratch/list")
invite "$office" hana --person Hana --role handler --handler-code "$(awk -F, -v item="${items[1]}" '$1 == item { print $4 }' "$scratch/list")" > /dev/null

ends 'Luc takes a file' 0 as luc "$office" worklist take "${items[0]}"
ends 'Nadia is told that it is his' 4 as nadia "$office" worklist decide "${items[0]}" --verdict released --all-conforming
says 'and by whom' "$scratch/printed" 'taken by luc'
as luc "$office" worklist list --mine --format csv > "$scratch/mine"
equal 'his list has it' 2 "$(wc -l < "$scratch/mine")"
ends 'he gives it back' 0 as luc "$office" worklist give-back "${items[0]}"
ends 'Nadia decides' 0 as nadia "$office" worklist decide "${items[0]}" --verdict refused --reason 'No quotation.'
ends 'Sophie reopens it' 0 as sophie "$office" worklist reopen "${items[0]}" --reason 'The quotation came.'
as luc "$office" worklist workload --format csv > "$scratch/workload"
equal 'all of it waits for somebody' "$(($(wc -l < "$scratch/list") - 1))" "$(awk -F, 'NR == 2 { print $3 }' "$scratch/workload")"

ends 'a handler contests only what was decided' 4 as hana "$office" worklist contest "${items[1]}" --reason 'It was there.'
as luc "$office" worklist decide "${items[1]}" --verdict corrected --reason 'Amount.' > /dev/null
ends 'a handler contests a verdict' 0 as hana "$office" worklist contest "${items[1]}" --reason 'It was there.'
ends 'its judge does not judge again' 3 as luc "$office" worklist decide "${items[1]}" --verdict released --all-conforming
ends 'somebody else does' 0 as nadia "$office" worklist decide "${items[1]}" --verdict released --all-conforming

# Luc’s spreadsheet, saved anew by an office suite, with the first two rows filled in.
if command -v soffice > /dev/null; then
  ends 'the worklist as a spreadsheet' 0 as luc "$office" worklist export "$scratch/files.xlsx"
  (cd "$scratch" && soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1' files.xlsx > /dev/null 2>&1)
  awk -F'\t' -v OFS='\t' 'NR == 1 { print } NR == 2 || NR == 3 { $8 = "refused"; $13 = "From the sheet"; print }' "$scratch/files.csv" > "$scratch/filled.csv"
  (cd "$scratch" && soffice --headless --infilter='CSV:9,34,76,1' --convert-to xlsx filled.csv > /dev/null 2>&1)
  ends 'its verdicts come back' 0 as luc "$office" worklist import "$scratch/filled.xlsx"
  ends 'twice they are known' 0 as luc "$office" worklist import "$scratch/filled.xlsx"
  says 'and said to be' "$scratch/printed" 'decided so already'
  ends 'to somebody else they are in conflict' 4 as nadia "$office" worklist import "$scratch/filled.xlsx"
fi

ends 'the journal tells all of it' 0 as sophie "$office" journal verify
finish
