#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A year of the reference organisation: six processes turn their wheels, what one quarter finds is judged in a later
# one, and the management reviews the year.
. "$(dirname "$0")/setup.sh"

place="$scratch/an"
sheets="$root/processes"
processes='evaluate-perception handle-complaints manage-contracts manage-contributions pay-benefits receive-individuals'
months_of() { case "$1" in 1) echo 01 02 03 ;; 2) echo 04 05 06 ;; 3) echo 07 08 09 ;; 4) echo 10 11 12 ;; esac; }
pilot_of() { sed -n 's/.*<pilot account="\([^"]*\)".*/\1/p' "$sheets/$1.xml"; }
# act WHO words…: what must succeed, and says nothing then
act() { ends "$(printf '%s ' "${@:2}")" 0 as "$1" "$place" "${@:2}"; }
# shown WHO MEMBER words…: one member of a result, as JSON
shown() { as "$1" "$place" "${@:3}" --format json | node -e 'const all = JSON.parse(require("fs").readFileSync(0)); console.log(process.argv[1].split(".").reduce((value, name) => value[name], all))' "$2"; }

# --- before the year: people, rules, sheets ----------------------------------------------------------------------------
clock=2025-12-15T09:00
mkdir -p "$place/tokens"
XDG_DATA_HOME="$place/home" "$cadran" init "$place/workspace" --sample --account admin --now "$clock" > /dev/null
{
  invite "$place" claire.vasseur --person 'Claire Vasseur' --role pilot
  invite "$place" hugo.lemaire --person 'Hugo Lemaire' --role pilot --role back-up
  invite "$place" sophie.garnier --person 'Sophie Garnier' --role quality-manager --role pilot
  invite "$place" malik.dahmani --person 'Malik Dahmani' --role plugin-author
  invite "$place" luc.moreau --person 'Luc Moreau' --role controller
  invite "$place" ines.caron --person 'Inès Caron' --role referent
  invite "$place" marc.directeur --person 'Marc Aubry' --role management
} > /dev/null
# The reference sheet begins in July.
sed -i 's/<target from="2026-07-01"/<target from="2026-01-01"/' "$place/workspace/processes/pay-benefits.xml"
act malik.dahmani plugin draft claims
act sophie.garnier plugin accept claims --from 2026-01-01
for process in $processes; do
  act "$(pilot_of "$process")" process draft "$process"
  approver=sophie.garnier
  [ "$(pilot_of "$process")" != sophie.garnier ] || approver=marc.directeur
  act "$approver" process accept "$process" --from 2026-01-01
done
clock=2026-01-05T09:00
for process in $processes; do act "$(pilot_of "$process")" cycle plan "$process"; done
equal 'six wheels turn' 6 "$(as sophie.garnier "$place" cycle list --format csv | grep -c ',do,')"

# --- what people record ------------------------------------------------------------------------------------------------
# The indicators that people record: process, indicator, unit, frequency.
by_hand() {
  for process in $processes; do
    tr '\n' ' ' < "$sheets/$process.xml" | sed 's/<indicator /\n&/g' | awk -v process="$process" '
      /^<indicator / && /<by-hand>/ { split($0, part, "\""); print process, part[2], part[4], part[8] }'
  done
}
# record PROCESS INDICATOR UNIT PERIOD
record() {
  local figure=(--numerator 95 --denominator 100)
  [ "$3" = percent ] || figure=(--value 2)
  act "$(pilot_of "$1")" indicator record "$1" "$2" --period "$4" "${figure[@]}" --comment 'Relevé du service'
}
record_quarter() {
  local quarter=$1 process indicator unit frequency month
  while read -r process indicator unit frequency; do
    case "$frequency" in
      month) for month in $(months_of "$quarter"); do record "$process" "$indicator" "$unit" "2026-$month"; done ;;
      quarter) record "$process" "$indicator" "$unit" "2026-Q$quarter" ;;
      year) [ "$quarter" != 4 ] || record "$process" "$indicator" "$unit" 2026 ;;
    esac
  done < <(by_hand)
}

# --- what is paid ------------------------------------------------------------------------------------------------------
# Twenty ordinary claims a quarter and one above the threshold, which is refused in the first quarter.
pay_quarter() {
  local quarter=$1 month item verdict
  month=$(months_of "$quarter" | cut -d' ' -f1)
  {
    printf 'number;member;beneficiary;provider;act;care_date;received_on;amount;handler;paid_on\r\n'
    for n in $(seq 10 29); do printf 'Q%s-%s;A1;A1-1;PS%s;consultation;02/%s/2026;07/%s/2026;30,00;H01;09/%s/2026\r\n' "$quarter" "$n" "$n" "$month" "$month" "$month"; done
    printf 'Q%s-OVER;A1;A1-1;PS99;hospital-stay;01/%s/2026;07/%s/2026;1500,00;H01;\r\n' "$quarter" "$month" "$month"
  } > "$scratch/claims-$quarter.csv"
  clock=2026-$month-14T08:00
  act luc.moreau import claim "$scratch/claims-$quarter.csv"
  finding luc.moreau "$place" control run pay-benefits --period "2026-Q$quarter" > /dev/null
  clock=2026-$month-16T10:00
  while read -r item control; do
    case "$control" in
      claims/over-threshold)
        if [ "$quarter" = 1 ]; then act luc.moreau worklist decide "$item" --verdict refused --reason 'Devis absent'
        else act luc.moreau worklist decide "$item" --verdict released --all-conforming; fi ;;
      *) act ines.caron worklist decide "$item" --verdict released --all-conforming ;;
    esac
  done < <(as luc.moreau "$place" worklist list --format csv | awk -F, 'NR > 1 { print $1, $10 }')
  act luc.moreau worklist release --released "$scratch/released-$quarter.csv" --suspended "$scratch/suspended-$quarter.csv"
}

# --- four quarters -----------------------------------------------------------------------------------------------------
# review PROCESS PERIOD
review() {
  local process=$1 period=$2 pilot
  pilot=$(pilot_of "$process")
  act "$pilot" review prepare "$process" --period "$period"
  act "$pilot" review decide "$process" --period "$period" --what "Améliorer $process" --level quick-win --kind improvement \
    --owner hugo.lemaire --due "$due" --criterion 'constaté en revue' --judged-on "$due"
  act "$pilot" review hold "$process" --period "$period" --participant 'Le comité' --conclusion 'Le processus tient ses objectifs.'
  act "$pilot" review sign "$process" --period "$period"
}
for quarter in 1 2 3 4; do
  pay_quarter $quarter
  case "$quarter" in 1) after=2026-04 due=2026-06-30 ;; 2) after=2026-07 due=2026-09-30 ;; 3) after=2026-10 due=2026-12-31 ;; 4) after=2027-01 due=2027-03-31 ;; esac
  clock=$after-05T09:00
  record_quarter $quarter
  for process in $processes; do
    pilot=$(pilot_of "$process")
    period=2026-Q$quarter
    if [ "$process" = evaluate-perception ]; then [ "$quarter" = 4 ] || continue; period=2026; fi
    act "$pilot" cycle check "$process"
    act "$pilot" indicator measure "$process" --period "$period"
    act "$pilot" cycle act "$process"
    if [ "$process/$quarter" = pay-benefits/1 ]; then
      act "$pilot" nonconformity open pay-benefits --title 'Devis absent' --requirement 'Procédure Prestations, § 4' --extent 'un dossier' --control claims/over-threshold --period 2026-Q1
      act hugo.lemaire action propose pay-benefits --what 'Demander le devis avant la saisie' --level sector --kind corrective-action --origin nonconformity --reference 1 \
        --cause 'Devis non demandé' --cause 'Consigne inconnue' --owner hugo.lemaire --due 2026-06-30 --criterion 'aucun refus faute de devis' --judged-on 2026-09-30
      action=$(as claire.vasseur "$place" action list pay-benefits --state proposed --format csv | awk -F, 'NR == 2 { print $1 }')
      act claire.vasseur action decide "$action"
    fi
    review "$process" "$period"
    act "$pilot" cycle plan "$process"
  done
  # What earlier turns decided is carried out; the corrective action of the first quarter is judged in the third.
  clock=$after-20T09:00
  if [ "$quarter" = 1 ]; then act hugo.lemaire action start "$action"; act hugo.lemaire action finish "$action" --comment 'Consigne diffusée'; fi
  if [ "$quarter" = 3 ]; then act claire.vasseur action verify "$action" --result effective --comment 'Aucun refus faute de devis depuis avril'; fi
done
equal 'every turn of the year is closed and the next one planned' "6" "$(as sophie.garnier "$place" cycle list --format csv | grep -c ',do,')"
equal 'the action of the first quarter was proved in the third' effective "$(shown claire.vasseur state action show "$action")"

# --- the management reviews the year -----------------------------------------------------------------------------------
clock=2027-01-25T09:00
missing() {
  as sophie.garnier "$place" management-review show 2026 --format json |
    node -e 'for (const one of JSON.parse(require("fs").readFileSync(0)).inputs) if (one.standing === "missing") console.log(one.id)'
}
act sophie.garnier management-review prepare 2026
act marc.directeur management-review hold 2026 --participant 'Marc Aubry' --participant 'Sophie Garnier' --conclusion 'Le système est efficace.'
ends 'it is not signed without outputs' 4 as marc.directeur "$place" management-review sign 2026
act marc.directeur management-review decide 2026 --output improvement --what 'Étendre le devis obligatoire' --process pay-benefits --owner claire.vasseur --due 2027-06-30
act marc.directeur management-review decide 2026 --output system-change --none --reason 'Aucun changement utile'
act marc.directeur management-review decide 2026 --output resources --what 'Recruter un contrôleur' --owner sophie.garnier --due 2027-03-31
holds 'the system cannot know everything' test "$(missing | wc -l)" -ge 3
while read -r input; do
  ends "it is not signed without $input" 4 as marc.directeur "$place" management-review sign 2026
  says "and $input is named" "$scratch/printed" "--input $input"
  if [ "$input" = providers ]; then act sophie.garnier management-review justify 2026 --input "$input" --reason 'Aucun prestataire évalué en 2026'
  else act sophie.garnier management-review supply 2026 --input "$input" --text "Examiné : $input"; fi
done < <(missing)
ends 'the quality manager does not sign' 3 as sophie.garnier "$place" management-review sign 2026
act marc.directeur management-review sign 2026
act marc.directeur export management-review 2026 --to "$scratch/pack"
(cd "$scratch/pack" && sha256sum --quiet -c SHA256SUMS && openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig) > "$scratch/verified" 2>&1 || true
says 'its pack is proved with public tools' "$scratch/verified" 'Verified Successfully'
ends 'the journal tells the year without a gap' 0 as sophie.garnier "$place" journal verify

# --- what the year leaves as files -------------------------------------------------------------------------------------
act sophie.garnier export indicators --period 2026 --to "$scratch/annee.xlsx"
act claire.vasseur export review pay-benefits --period 2026-Q4 --to "$scratch/revue"
holds 'LibreOffice opens the workbook' soffice --headless --convert-to pdf --outdir "$scratch" "$scratch/annee.xlsx"
says 'the workbook names each process' <(pdftotext "$scratch/annee.pdf" -) 'omplaints'
says 'the review is printed with its contents' <(pdftotext "$scratch/revue/review.fr.pdf" -) 'Risques et opportunités'

# --- what proves the year to somebody from outside -----------------------------------------------------------------------
invite "$place" eva.renaud --person 'Eva Renaud' --role external-auditor > /dev/null
ends 'a process and its year' 0 as eva.renaud "$place" export evidence "$scratch/preuves" --process pay-benefits --period 2026 --zip "$scratch/preuves.zip" --lang fr
holds 'are proved with public tools: sums' env -C "$scratch/preuves" sha256sum --check --quiet SHA256SUMS
holds 'and signature' env -C "$scratch/preuves" openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
equal 'four signed reviews' 4 "$(ls "$scratch/preuves/conclusion/reviews/pay-benefits" | wc -l)"
holds 'each proved by itself' env -C "$scratch/preuves/conclusion/reviews/pay-benefits/2026-Q1" sha256sum --check --quiet SHA256SUMS
holds 'the management review with them' test -s "$scratch/preuves/conclusion/management-reviews/2026/management-review.fr.pdf"
holds 'the sheet is the one in force' cmp "$place/workspace/processes/pay-benefits.xml" "$scratch/preuves/method/pay-benefits/1/pay-benefits.xml"
says 'the action that was proved' "$scratch/preuves/action/actions.csv" 'Demander le devis avant la saisie.*effective'
equal 'nobody who handled a file' 0 "$(grep -c 'H01' "$scratch/preuves/proof/findings.csv")"
equal 'no sum is missing' "$(find "$scratch/preuves" -type f | wc -l)" "$(($(wc -l < "$scratch/preuves/SHA256SUMS") + 2))"
unzip -q "$scratch/preuves.zip" -d "$scratch/unzipped"
holds 'the zip holds the same' diff -r "$scratch/preuves" "$scratch/unzipped"
holds 'a browser without a network goes from the page to every file' node "$root/tests/browser/evidence_pack.mjs" "$scratch/preuves"
ends 'a clause that nothing stands behind is found' 1 as eva.renaud "$place" export evidence "$scratch/vide" --clause 7.1.5
says 'and said' "$scratch/vide/index.html" 'Nothing was found for clause 7.1.5'
ends 'the journal knows of it' 0 as eva.renaud "$place" journal verify

finish
