#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The reference audit of a delegate: 38 pieces, some late, missing or wrong; 24 recommendations over the five levels;
# the auditee argues; the report is frozen; six months later what was resolved is verified; next year's audit knows
# what is found again.
. "$(dirname "$0")/setup.sh"

place="$scratch/délégataire"
open_audited "$place" > /dev/null
invite "$place" lea.marchand --person 'Léa Marchand' --role auditee > /dev/null

# count WHO words… -- EXPRESSION: of the JSON that a command prints, as `all`
count() {
  local who=$1 words=(); shift
  while [ "$1" != -- ]; do words+=("$1"); shift; done
  finding "$who" "$place" "${words[@]}" --format json 2> /dev/null | node -e "const all = JSON.parse(require('fs').readFileSync(0)); console.log($2)"
}

# --- to the provisional report --------------------------------------------------------------------------------------
equal 'the audit of 2026' 1 "$(play_audit "$place" year-1.json --until report)"
clock=2026-05-19T09:00
equal 'pieces asked for' 38 "$(count ines.caron piece list 1 -- all.length)"
equal 'pieces missing' 2 "$(count ines.caron piece list 1 --late -- all.length)"
equal 'pieces that came late' 4 "$(count ines.caron piece list 1 -- 'all.filter((one) => one.days_late).length')"
equal 'pieces delivered again' 1 "$(count ines.caron piece list 1 -- 'all.filter((one) => one.version === 2).length')"
equal 'recommendations' 24 "$(count ines.caron audit-finding list 1 -- 'all.filter((one) => one.kind === "recommendation").length')"
equal 'over the five levels' '4 4 9 5 2' "$(count ines.caron audit show 1 -- '["very low", "low", "medium", "high", "major"].map((level) => all.levels[level]).join(" ")')"
equal 'what is proposed has its finding' 0 "$(count ines.caron audit propose 1 -- 'all.filter((one) => one.finding === null && one.item !== "personal_data").length')"
equal 'samples are stated' '15 20' "$(for sample in affiliations payments; do count ines.caron audit show 1 -- "all.samples.find((one) => one.sample === '$sample').drawn"; done | paste -s -d ' ')"
ends 'nothing is added once the report is out' 4 as ines.caron "$place" audit-finding add 1 --kind strength --what 'Trop tard'
ends 'no final report before the answers' 4 as ines.caron "$place" audit finish 1
says 'it names what is unanswered' "$scratch/printed" 'R-4'
ends 'another auditee sees nothing of it' 3 as lea.marchand "$place" audit show 1
ends 'and answers nothing' 3 as lea.marchand "$place" audit-finding answer 4 --accept
ends 'the auditor does not answer in the auditee’s place' 3 as ines.caron "$place" audit-finding answer 4 --accept
ends 'the auditee does not settle' 3 as paul.lenoir "$place" audit-finding settle 4 --outcome withdrawn --reason 'Non'

# --- the final report, frozen ------------------------------------------------------------------------------------------
equal 'the auditee argues, the auditor settles' 1 "$(play_audit "$place" year-1.json --after report --until finish)"
clock=2026-06-15T09:00
equal 'one is withdrawn' 1 "$(count ines.caron audit-finding list 1 -- 'all.filter((one) => one.state === "withdrawn").length')"
equal 'divergences are kept' 4 "$(count ines.caron audit-finding list 1 -- 'all.filter((one) => one.state === "contested").length')"
ends 'the final report is written out' 0 as paul.lenoir "$place" export audit 1 --to "$place/report"
holds 'its sums are right' env -C "$place/report" sha256sum --check --quiet SHA256SUMS
holds 'its signature is right' env -C "$place/report" openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
ends 'nothing is answered any more' 4 as paul.lenoir "$place" audit-finding answer 4 --contest --argument 'Trop tard'

# --- restitution and follow-up -----------------------------------------------------------------------------------------
equal 'the calendar is agreed, what is done is verified' 1 "$(play_audit "$place" year-1.json --after finish)"
clock=2026-12-15T09:00
open_in_year_one=$(node -e 'const all = require(process.argv[1]).recommendations; console.log(all.filter((one) => !one.resolved && one.outcome !== "withdrawn").length)' "$root/samples/audit/year-1.json")
equal 'what is still open' "$open_in_year_one" "$(count ines.caron audit-finding list 1 --open -- all.length)"
ends 'what is overdue is found' 1 as ines.caron "$place" audit-finding list 1 --overdue
ends 'an audit with open findings is not closed' 4 as ines.caron "$place" audit close 1

# --- in the life of the system ---------------------------------------------------------------------------------------
late=$(count ines.caron audit-finding list 1 --overdue -- all.length)
equal 'what is overdue awaits the auditee' "$late" "$(count paul.lenoir due -- 'all.filter((one) => one.kind === "audit-finding" && one.overdue).length')"
equal 'and has come up to the quality manager' 1 "$(count sophie.garnier due -- 'all.filter((one) => one.escalated_to.includes("sophie.garnier")).length')"
equal 'another auditee is told nothing' 0 "$(count lea.marchand due -- all.length)"
ends 'the calendar of the team' 0 as ines.caron "$place" export calendar --to "$scratch/audits.ics"
says 'it has the follow-up, six months after the restitution' <(tr -d '\r\n' < "$scratch/audits.ics") 'VALUE=DATE:20261218.*follow-up meeting of AU-1'
ends 'the system x-rayed' 1 as sophie.garnier "$place" xray
says 'shows what is forgotten' "$scratch/printed" 'forgotten-recommendation .*AU-1'
ends 'the programme of next year has gaps' 1 as ines.caron "$place" audit programme --year 2027
says 'it says why' "$scratch/printed" 'Orbrelle .*5 May 2027 .*AU-1: 2 major findings \(3\)'
ends 'it is for who plans audits' 3 as paul.lenoir "$place" audit programme --year 2027
as sophie.garnier "$place" management-review prepare 2026 > /dev/null
equal 'the management review knows the results' 'known known' "$(count sophie.garnier management-review show 2026 -- '["audits", "providers"].map((id) => all.inputs.find((one) => one.id === id).standing).join(" ")')"

# --- next year ---------------------------------------------------------------------------------------------------------
equal 'the audit of 2027' 2 "$(play_audit "$place" year-2.json)"
clock=2027-12-15T09:00
equal 'what is found again is recognised' 5 "$(count ines.caron audit-finding list 2 -- 'all.filter((one) => one.times === 2).length')"
equal 'the years are compared' '23 0, 5 of 2027 again' "$(count ines.caron audit compare --auditee orbrelle -- '`${all[0].new} ${all[0].repeated}, ${all[1].repeated} of ${all[1].finished.slice(0, 4)} again`')"
equal 'the journal is whole' 0 "$(as sophie.garnier "$place" journal verify > "$scratch/printed" 2>&1; echo $?)"
sqlite3 "$place/workspace/cadran.db" 'drop trigger verified_audit_finding_is_frozen; update audit_finding set content = replace(content, "Preuve vue", "Preuve lue")'
ends 'a finding that is altered in the store is found' 1 as sophie.garnier "$place" journal verify

finish
