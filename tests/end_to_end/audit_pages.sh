#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Audits in a real browser: both sides walk one from its pieces to its final report, in French and in English; the
# pages of an audit that is further stand every look.
. "$(dirname "$0")/setup.sh"

place="$scratch/délégataire"
open_audited "$place" > /dev/null
equal 'last year was audited' 1 "$(play_audit "$place" year-1.json)"
equal 'this year is' 2 "$(play_audit "$place" year-2.json --until report)"

# --- three audits whose pieces are asked for; one is examined -------------------------------------------------------
clock=2027-06-01T09:00
for auditee in belmontais orbrelle orbrelle; do
  as sophie.garnier "$place" audit plan --checklist delegate-audit --auditee "$auditee" --scope 'Contrats délégués' \
    --from 2027-06-01 --to 2027-08-31 --team ines.caron --contact paul.lenoir --fact market=both \
    --fact collects_contributions=true --fact pays_benefits=true --fact third_party_payment=true \
    --fact handles_complaints=true --fact subdelegates=false > "$scratch/planned"
done
for audit in 3 4 5; do as ines.caron "$place" audit request "$audit" --due 2027-07-15 > "$scratch/asked"; done
as ines.caron "$place" audit begin 4 > "$scratch/begun"

# --- everybody has a password --------------------------------------------------------------------------------------
password='the river runs below'
printf '%s' "$password" > "$scratch/password"
give_password "$place" "$scratch/password" sophie.garnier ines.caron paul.lenoir
serve "$place"

walk() { node "$root/tests/browser/audits.mjs" "$site" --auditor ines.caron --auditee paul.lenoir --password "$password" "$@"; }
ends 'both sides walk an audit in French' 0 walk --audit 3 --locale fr-FR
ends 'and one in English' 0 walk --audit 5 --locale en-GB

by_keyboard() {
  node "$root/tests/browser/by_keyboard.mjs" "$site" checklist --account ines.caron --password "$password" --audit 4 "$@"
}
ends 'an auditor answers a checklist by keyboard alone' 0 by_keyboard --item affiliation_forms --locale fr-FR
ends 'and on a tablet, in English' 0 by_keyboard --item information_notice --locale en-GB --width 820

in_browser() { node "$root/tests/browser/pages.mjs" "$site" --password "$password" "$@"; }
first=$(as ines.caron "$place" audit-finding list 2 --format csv | awk -F, 'NR == 2 { print $1 }')
# What every_page.sh does not meet: pages of an audit in other states, and those that were asked for something.
ends 'the pages of the auditor are without a fault' 0 in_browser --account ines.caron \
  '/audits/programme?year=2027&certified=2026-06-30' '/audits/new?checklist=delegate-audit%2Fdelegate-audit' \
  /audits/4/checklist /audits/2/findings "/audit-findings/${first#R-}" /audits/2/report
ends 'those of the auditee too' 0 in_browser --account paul.lenoir /audits/2/findings "/audit-findings/${first#R-}"

ends 'the journal holds together' 0 as sophie.garnier "$place" journal verify
no_inner_fault
kill -TERM "$server"
finish
