#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Plays a quarter of an invented insurer, from an empty machine to a signed review. See samples/README.md.
# usage: samples/demo.sh [--lang fr|en] [--folder DIR]
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
lang=fr
folder="$root/build/demo"
while [ $# -gt 0 ]; do
  case "$1" in
    --lang) lang=$2; shift 2 ;;
    --folder) folder=$2; shift 2 ;;
    *) sed -n '2,3s/^# //p' "$0"; [ "$1" = --help ] && exit 0 || exit 2 ;;
  esac
done

# --- how the demo speaks and acts ------------------------------------------------------------------------------------
bold=''; plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m'; plain=$'\e[0m'; fi
title() { printf '\n%s== %s%s\n' "$bold" "$([ "$lang" = fr ] && echo "$1" || echo "$2")" "$plain"; }
text() { if [ "$lang" = fr ]; then echo "$1"; else echo "$2"; fi; }
say() { if [ "$lang" = fr ]; then echo "$1"; else echo "$2"; fi; }

clock=2026-01-05T09:00
# A command as one of the people of the sample; it is shown, run, and may find something (exit code 1).
as() {
  local who=$1; shift
  printf '%s%s$ cadran %s%s\n' "$bold" "$who" "$*" "$plain"
  quietly "$who" "$@"
}
quietly() {
  local who=$1 code=0; shift
  local token=()
  [ "$who" = admin ] || token=(--token-file "$folder/tokens/$who")
  "$root/build/cadran" "$@" --workspace "$workspace" --lang "$lang" --now "$clock" "${token[@]}" || code=$?
  [ $code -le 1 ] || return $code
}
# A command that must be refused.
refused() {
  local code=0
  as "$@" || code=$?
  [ $code -eq 3 ] || { echo "demo: expected a refusal, got exit code $code" >&2; exit 1; }
}

# --- build -----------------------------------------------------------------------------------------------------------
title "Installer et construire" "Install and build"
bash "$root/packaging/install.sh"
cmake -S "$root" --preset release > /dev/null
cmake --build "$root/build" --target cadran

if [ -e "$folder" ]; then
  [ -e "$folder/.cadran-demo" ] || { echo "demo: $folder exists and is not a demo's" >&2; exit 2; }
  rm -rf "$folder"
fi
mkdir -p "$folder/tokens"; touch "$folder/.cadran-demo"
workspace="$folder/workspace"; data="$folder/data"
export XDG_DATA_HOME="$folder/home"   # the sample's keys stay with the sample
node "$root/samples/generate.mjs" "$data"

# --- the workspace, its people, its rules ----------------------------------------------------------------------------
title "Un espace de travail pour la Mutuelle des Trois Rivières (inventée)" "A workspace for the Mutuelle des Trois Rivières (invented)"
"$root/build/cadran" init "$workspace" --sample --account admin --person "Administration" --now "$clock" --lang "$lang" --format json \
  | tee "$folder/init.json"
# What one notes down, away from the machine.
fingerprint=$(sed -n 's/.*"fingerprint": "\([0-9a-f]*\)".*/\1/p' "$folder/init.json")

invite() {
  local name=$1; shift
  quietly admin account add "$name" "$@" --code-file "$folder/tokens/$name.code"
  quietly admin account enrol "$folder/tokens/$name" --code-file "$folder/tokens/$name.code"
  rm "$folder/tokens/$name.code"
}
invite claire.vasseur  --person "Claire Vasseur"  --role pilot
invite hugo.lemaire    --person "Hugo Lemaire"    --role pilot --role back-up
invite sophie.garnier  --person "Sophie Garnier"  --role quality-manager --role pilot
invite malik.dahmani   --person "Malik Dahmani"   --role plugin-author
invite nadia.belkacem  --person "Nadia Belkacem"  --role controller --role handler --handler-code H07
invite luc.moreau      --person "Luc Moreau"      --role controller
invite ines.caron      --person "Inès Caron"      --role referent --role auditor
invite elise.roussel   --person "Élise Roussel"   --role tracfin-correspondent
invite marc.aubry      --person "Marc Aubry"      --role management
invite paul.lenoir     --person "Paul Lenoir"     --role auditee
invite lea.marchand    --person "Léa Marchand"    --role auditee
as admin account list

title "L’audit annuel d’un délégataire : 38 pièces, un rapport contradictoire, des recommandations suivies" "The yearly audit of a delegate: 38 pieces, a report that is argued, recommendations followed up"
for plugin in delegate-audit internal-audit; do
  as malik.dahmani plugin draft $plugin
  as sophie.garnier plugin accept $plugin --from 2026-02-01
done
# delegate_audit options…: of samples/audit/year-1.json, on its own days
delegate_audit() { node "$root/samples/audit/play.mjs" "$root/samples/audit/year-1.json" --cadran "$root/build/cadran" --place "$folder" "$@" > /dev/null; }
delegate_audit --until restitute --checklist offline
clock=2026-06-18T17:00
as ines.caron audit show 1
followed=2026-06-18
# follow_delegate DAY: what the delegate resolved up to then
follow_delegate() { delegate_audit --after restitute --since "$followed" --by "$1"; followed=$1; }
follow_delegate 2026-06-21
clock=2026-06-22T09:00

title "Les règles entrent en vigueur : l’auteur propose, une autre personne accepte" "The rules come into force: the author proposes, somebody else accepts"
cp "$root/samples/prevent-fraud.xml" "$workspace/processes/"
as sophie.garnier check
for plugin in claims fraud; do
  as malik.dahmani plugin draft $plugin
  as sophie.garnier plugin accept $plugin --from 2026-07-01
done
while read -r author process; do
  as "$author" process draft "$process"
  as sophie.garnier process accept "$process" --from 2026-07-01
done <<'END'
claire.vasseur pay-benefits
claire.vasseur receive-individuals
claire.vasseur handle-complaints
hugo.lemaire manage-contracts
hugo.lemaire manage-contributions
hugo.lemaire evaluate-perception
hugo.lemaire prevent-fraud
END
follow_delegate 2026-06-30
clock=2026-07-01T09:00
as sophie.garnier process list
as sophie.garnier process map --to "$folder/cartographie.svg"
as claire.vasseur process sheet pay-benefits --to "$folder/fiche-pay-benefits.pdf"
as claire.vasseur process show pay-benefits
as sophie.garnier control show claims/over-threshold
as sophie.garnier control show claims/paid-before-check
while read -r pilot process; do
  as "$pilot" cycle plan "$process"
done <<'END'
claire.vasseur pay-benefits
claire.vasseur receive-individuals
sophie.garnier handle-complaints
sophie.garnier evaluate-perception
hugo.lemaire manage-contracts
hugo.lemaire manage-contributions
hugo.lemaire prevent-fraud
END

title "Les actions en cours viennent d’un tableur" "The actions under way come from a spreadsheet"
clock=2026-07-02T10:00
as sophie.garnier action import "$root/samples/actions.$lang.csv"

# --- three months of work --------------------------------------------------------------------------------------------
open_findings() { quietly luc.moreau finding list pay-benefits --state open --format csv | tr -d '"\r' > "$folder/open.csv"; }
# decide WHO FINDING VERDICT REASON: held or to be checked point by point; of several records, as a whole
decide() {
  case "$3" in
    released) quietly "$1" worklist decide "$2" --verdict released --all-conforming ;;
    confirmed) quietly "$1" finding confirm "$2" --reason "$4" ;;
    dismissed) quietly "$1" finding dismiss "$2" --reason "$4" ;;
    *) quietly "$1" worklist decide "$2" --verdict "$3" --reason "$4" ;;
  esac > /dev/null
  printf '.'
}
# decide_on DAY MONTH: what the people of the sample decided on that day, as it stands in the data
decide_on() {
  local day=$1 month=$2 on control record verdict by reason finding count=0
  open_findings
  while IFS=';' read -r on control record verdict by reason; do
    [ "$on" = "$day" ] || continue
    finding=$(awk -F, -v control="$control" -v record="$record" '$2 == control && $3 == record { print $1 }' "$folder/open.csv")
    decide "$by" "$finding" "$verdict" "$reason"
    count=$((count + 1))
  done < <(tail -n +2 "$data/decisions-$month.csv" | tr -d '\r')
  echo
  say "Anomalies décidées par une autre personne que le gestionnaire : $count." "Findings decided by somebody else than the handler: $count."
}
# Whom chance drew is not in the data: the referent checks them all and finds one entry in twelve wrong.
check_sample() {
  local finding count=0
  open_findings
  for finding in $(awk -F, '$2 == "claims/handler-sample" { print $1 }' "$folder/open.csv"); do
    count=$((count + 1))
    if [ $((count % 12)) -eq 5 ]; then
      decide ines.caron "$finding" refused "$([ "$lang" = fr ] && echo "Date des soins mal saisie" || echo "Date of care entered wrongly")"
    else
      decide ines.caron "$finding" released ""
    fi
  done
  echo
  say "Dossiers tirés au sort et vérifiés par la référente : $count." "Files drawn by lot and checked by the referent: $count."
}

# work_on_actions MONTH: what their owners did with the actions of the spreadsheet
work_on_actions() {
  clock=$1-20T14:00
  case "$1" in
    2026-07)
      as sophie.garnier action progress 1 --percent 100 --comment "$(text "Consigne réécrite, 14 gestionnaires sur 14 informés" "Instruction rewritten, 14 handlers of 14 told")"
      as sophie.garnier action finish 1
      as claire.vasseur action start 3 ;;
    2026-08)
      as hugo.lemaire action progress 4 --percent 100 --comment "$(text "Sept modèles relus par la conformité" "Seven templates read by Compliance")"
      as hugo.lemaire action finish 4 ;;
    2026-09)
      as hugo.lemaire action progress 2 --percent 70 --comment "$(text "Deux banques sur trois ; la troisième attend un format" "Two banks of three; the third awaits a format")"
      as claire.vasseur action progress 3 --percent 30 --comment "$(text "Maquette validée" "Design approved")" ;;
  esac
}

for month in 2026-07 2026-08 2026-09; do
  title "Le mois $month" "The month $month"
  follow_delegate $month-19
  work_on_actions $month
  follow_delegate $month-23
  clock=$month-24T08:00
  if [ $month = 2026-07 ]; then
    as luc.moreau import member "$data/members.csv"
    as luc.moreau import staff "$data/staff.csv"
  fi
  as luc.moreau import claim "$data/claims-$month.csv" --rejects "$folder/rejects-$month.csv"
  as luc.moreau control run pay-benefits --period 2026-Q3
  clock=$month-25T10:00
  if [ $month = 2026-07 ]; then
    own=$(awk -F';' 'NR == FNR { held[$3] = $2 == "claims/over-threshold"; next } held[$1] && $9 == "H07" { print $1; exit }' \
      "$data/decisions-$month.csv" "$data/claims-$month.csv")
    as luc.moreau worklist show "$own"
    say "Nadia a traité ce dossier elle-même :" "Nadia handled this file herself:"
    refused nadia.belkacem worklist decide "$own" --verdict released --all-conforming
  fi
  decide_on 25 $month
  check_sample
  clock=$month-25T17:00
  as luc.moreau worklist release --released "$folder/bons-a-payer-$month.csv" --suspended "$folder/suspendus-$month.csv"
  follow_delegate $month-29
  clock=$month-30T18:00
  as luc.moreau import payment "$data/payments-$month.csv"
  say "Les mêmes contrôles, maintenant sur les paiements :" "The same controls, now on the payments:"
  as luc.moreau control run pay-benefits --period 2026-Q3
  decide_on 30 $month
done

title "Un second délégataire prépare ses pièces ; un audit interne est prévu" "A second delegate gets its pieces ready; an internal audit is planned"
clock=2026-10-01T09:00
as sophie.garnier audit plan --checklist delegate-audit --auditee belmontais --scope "$(text "Encaissement et recouvrement des contrats collectifs" "Collection and recovery of group contracts")" \
  --references "$(text "Convention de gestion du 1er janvier 2024" "Management agreement of 1 January 2024")" --from 2026-10-01 --to 2026-12-18 --team ines.caron --contact lea.marchand \
  --fact market=group --fact collects_contributions=true --fact pays_benefits=false --fact third_party_payment=false --fact handles_complaints=false --fact subdelegates=false
as ines.caron audit request 2 --due 2026-10-23
as sophie.garnier audit plan --checklist internal-audit --auditee handle-complaints --scope "$(text "Réclamations reçues depuis juillet, tous canaux" "Complaints received since July, all channels")" \
  --references "ISO 9001:2015" --from 2026-11-16 --to 2026-11-27 --team ines.caron \
  --fact serves_clients=true --fact uses_providers=false --fact holds_property=true --fact designs=false --fact changed=true

# --- check, review, signature ----------------------------------------------------------------------------------------
title "Le trimestre est terminé : mesurer" "The quarter is over: measure"
clock=2026-10-02T09:00
follow_delegate 2026-10-02
as claire.vasseur cycle check pay-benefits
as claire.vasseur indicator measure pay-benefits --period 2026-Q3
say "Un indicateur est relevé à la main, avec sa source :" "One indicator is recorded by hand, with its source:"
by_hand() {
  as claire.vasseur indicator record pay-benefits paid-in-five-days --period "$1" --numerator "$2" --denominator "$3" \
    --comment "$([ "$lang" = fr ] && echo "Relevé mensuel du service Prestations" || echo "Monthly count by Benefits")"
}
by_hand 2026-07 7894 8236
by_hand 2026-08 6412 6744
by_hand 2026-09 4991 5208
say "Les autres processus relèvent les leurs :" "The other processes record theirs:"
while IFS=';' read -r who process indicator period numerator denominator; do
  figure=(--numerator "$numerator" --denominator "$denominator")
  [ -n "$denominator" ] || figure=(--value "$numerator")
  quietly "$who" indicator record "$process" "$indicator" --period "$period" "${figure[@]}" --comment "$(text "Relevé du service" "Counted by the department")" > /dev/null
  printf '.'
done < <(tail -n +2 "$root/samples/figures.csv")
echo
as claire.vasseur cycle act pay-benefits

title "La base des incidents graves" "The base of serious incidents"
as malik.dahmani plugin draft incidents
as sophie.garnier plugin accept incidents --from 2026-10-02
as luc.moreau import incident "$root/samples/incidents.csv"

title "Ce qui a été refusé ou corrigé est rattaché à une exigence" "What was refused or corrected is put under a requirement"
clock=2026-10-05T10:00
# nonconformity TITLE REQUIREMENT EXTENT CONTROL…: with all that the controls found and somebody confirmed
nonconformity() {
  local title=$1 requirement=$2 extent=$3 control finding findings=(); shift 3
  for control in "$@"; do
    for finding in $(quietly claire.vasseur finding list pay-benefits --state confirmed --ungrouped --control "claims/$control" --format csv | awk -F, 'NR > 1 { print $1 }'); do
      findings+=(--finding "$finding")
    done
  done
  as claire.vasseur nonconformity open pay-benefits --title "$title" --requirement "$requirement" --extent "$extent" "${findings[@]}"
}
if [ "$lang" = fr ]; then
  as claire.vasseur nonconformity open pay-benefits --title "Pièces justificatives absentes ou insuffisantes" --requirement "Procédure Prestations, § 4 : au-delà de 1 000 €, devis signé et facture détaillée" --extent "Tout le trimestre, tous établissements" --control claims/over-threshold --period 2026-Q3
  nonconformity "Dossiers suspendus payés avant leur contrôle" "Procédure Prestations, § 5 : rien de suspendu n’est payé" "La remise du 24 au soir, août et septembre" paid-before-check
  nonconformity "Prestations indues" "Procédure Prestations, § 7 : rien n’est payé deux fois ni sans droits" "Tout le trimestre, cas isolés" over-threshold-in-total billed-twice paid-twice rights-closed undue-payment
  nonconformity "Dates mal saisies" "Procédure Prestations, § 2 : la saisie est conforme aux pièces" "Échantillon du trimestre, tous gestionnaires" handler-sample
else
  as claire.vasseur nonconformity open pay-benefits --title "Supporting documents missing or insufficient" --requirement "Benefits procedure, § 4: above €1,000, a signed quote and a detailed invoice" --extent "The whole quarter, all providers" --control claims/over-threshold --period 2026-Q3
  nonconformity "Held claims paid before their check" "Benefits procedure, § 5: nothing held is paid" "The bank run in the evening of the 24th, August and September" paid-before-check
  nonconformity "Undue payments" "Benefits procedure, § 7: nothing is paid twice or without rights" "The whole quarter, single cases" over-threshold-in-total billed-twice paid-twice rights-closed undue-payment
  nonconformity "Dates entered wrongly" "Benefits procedure, § 2: the entry agrees with the documents" "Sample of the quarter, all handlers" handler-sample
fi

title "Agir : proposer, décider, juger l’effet" "Act: propose, decide, judge the effect"
clock=2026-10-06T14:00
as hugo.lemaire action propose pay-benefits --what "$(text "Lire la liste des suspendus avant chaque remise en banque" "Read the list of held payments before each bank run")" \
  --level sector --kind corrective-action --origin nonconformity --reference 2 \
  --cause "$(text "La remise du soir ne lit pas la liste des suspendus" "The evening run does not read the list of held payments")" \
  --cause "$(text "La liste n’est remise qu’une fois par mois" "The list is handed over once a month alone")" \
  --owner hugo.lemaire --due 2026-10-23 --indicator decided-before-payment --judged-on 2027-01-15
as claire.vasseur action decide 7
as hugo.lemaire action start 7
say "Un effet attendu pour le 30 septembre se juge, jamais par le responsable de l’action :" "An effect that was expected by 30 September is judged, never by the owner of the action:"
as ines.caron action verify 1 --result effective --comment "$(text "Aucune réclamation retrouvée dans 50 courriers tirés au sort" "No complaint found in 50 letters drawn by lot")"

title "Le délégataire remet ses pièces, l’auditrice vérifie ce qui est résolu" "The delegate delivers its pieces, the auditor verifies what is resolved"
clock=2026-10-07T10:00
as ines.caron audit kick-off 2 --on 2026-10-07 --participant "Inès Caron" --participant "Léa Marchand" --minutes "$(text "Périmètre, pièces et calendrier confirmés." "Scope, pieces and calendar confirmed.")"
mkdir -p "$folder/pieces"
for piece in 01-bulletins-affiliation 02-notice-information 03-contrats-entreprises 05-suspensions 13-resiliations; do printf 'Cabinet Belmontais, %s\n' "$piece" > "$folder/pieces/$piece.txt"; done
as lea.marchand piece receive 2 --folder "$folder/pieces"
as ines.caron piece accept 2 affiliation_forms
as ines.caron piece accept 2 company_contracts
as ines.caron piece reject 2 information_notice --reason "$(text "La notice remise est celle de 2024 : il manque l’avenant du 1er janvier 2026." "The notice is that of 2024: the amendment of 1 January 2026 is missing.")"
for finding in 26 27 8; do as ines.caron audit-finding verify $finding --resolved --comment "$(text "Preuve vue" "Proof seen")"; done

title "La revue trimestrielle : préparer, tenir, signer" "The quarterly review: prepare, hold, sign"
as claire.vasseur review prepare pay-benefits --period 2026-Q3
clock=2026-10-12T15:00
conclusion="Objectif non atteint : trois dossiers suspendus ont été payés la veille de leur contrôle, en août et en septembre. Cause : la remise en banque du 24 au soir ne lit pas la liste des suspendus. Le service Paiements la lira avant chaque remise ; l’effet sera jugé sur le même indicateur au prochain trimestre."
[ "$lang" = fr ] || conclusion="Objective missed: three held files were paid on the eve of their check, in August and September. Cause: the bank run in the evening of the 24th does not read the list of held payments. Payments will read it before each run; the effect will be judged by the same indicator next quarter."
as claire.vasseur review hold pay-benefits --period 2026-Q3 --participant "Claire Vasseur" --participant "Hugo Lemaire" --participant "Sophie Garnier" --conclusion "$conclusion"
as claire.vasseur review sign pay-benefits --period 2026-Q3
as claire.vasseur cycle show pay-benefits

title "Le trimestre suivant commence : ce qui n’a pas eu d’effet est repris, d’autres actions sont proposées" "The next quarter begins: what had no effect is taken up again, further actions are proposed"
clock=2026-10-13T08:30
as claire.vasseur action verify 6 --result ineffective --comment "$(text "Cinq dates fausses dans l’échantillon du trimestre" "Five wrong dates in the quarter’s sample")" \
  --next "$(text "Lire la date des soins sur la feuille, non sur la facture" "Read the date of care on the sheet, not on the invoice")"
as claire.vasseur action propose pay-benefits --what "$(text "Relier le logiciel de paiement à la liste des suspendus" "Connect the payment software to the list of held payments")" \
  --level structural --kind improvement --origin nonconformity --reference 2
as luc.moreau action propose pay-benefits --what "$(text "Demander la facture détaillée dès la saisie" "Ask for the detailed invoice at entry")" \
  --level quick-win --kind corrective-action --origin nonconformity --reference 1
as sophie.garnier action list

title "La recherche de fraude : le soupçon est secret, seule la correspondante Tracfin le voit" "The search for fraud: a suspicion is secret, the Tracfin correspondent alone sees it"
clock=2026-10-13T09:00
for month in 2026-07 2026-08 2026-09; do as luc.moreau import benefit "$data/benefits-$month.csv"; done
as luc.moreau import contribution "$data/contributions.csv"
as luc.moreau control run prevent-fraud --period 2026-Q3
say "Luc a exécuté les contrôles et ne voit rien de ce qu’ils ont trouvé :" "Luc ran the controls and sees nothing of what they found:"
as luc.moreau finding list prevent-fraud
as elise.roussel finding list prevent-fraud
say "Chaque consultation est au journal, qui ne dit pas aux autres de quoi il s’agit :" "Every reading is in the journal, which does not tell the others what it is about:"
quietly sophie.garnier journal list | tail -n 3

title "Exporter" "Export"
as claire.vasseur export indicators pay-benefits --format csv --to "$folder/indicators.csv"
as claire.vasseur export indicators pay-benefits --format json --to "$folder/indicators.json"
as claire.vasseur export review pay-benefits --period 2026-Q3 --to "$folder/review-2026-Q3"

# --- proof -----------------------------------------------------------------------------------------------------------
title "Prouver, avec des outils publics" "Prove it, with public tools"
as sophie.garnier journal verify
(
  cd "$folder/review-2026-Q3"
  echo "$fingerprint  key.pem" | sha256sum -c -
  sha256sum --quiet -c SHA256SUMS
  if command -v openssl > /dev/null; then
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
  else
    say "openssl n’est pas installé : la signature n’est pas vérifiée ici (voir VERIFY.txt)." "openssl is not installed: the signature is not verified here (see VERIFY.txt)."
  fi
)

# --- the people of the sample may sign in -----------------------------------------------------------------------------
password='la roue tourne chaque trimestre'
printf '%s' "$password" > "$folder/password"
signing_in=(claire.vasseur sophie.garnier marc.aubry nadia.belkacem luc.moreau ines.caron paul.lenoir lea.marchand elise.roussel)
for who in "${signing_in[@]}"; do
  quietly admin account invite "$who" --code-file "$folder/tokens/$who.code"
  quietly admin account password --code-file "$folder/tokens/$who.code" --password-file "$folder/password"
  rm -f "$folder/tokens/$who.code"
done > /dev/null
serve=("$root/build/cadran" serve --workspace "$workspace" --lang "$lang" --now "$clock")

# --- summary ---------------------------------------------------------------------------------------------------------
measured=$(quietly claire.vasseur indicator show pay-benefits --format csv | awk -F, '$1 == "decided-before-payment" && $2 == "2026-Q3"')
IFS=, read -r _ _ numerator denominator _ value target _ <<< "$measured"
title "En résumé (simulation : données inventées, horloge simulée)" "In short (simulation: invented data, simulated clock)"
if [ "$lang" = fr ]; then cat <<EOF
Processus      Payer l’ensemble des prestations, pilote Claire Vasseur, 3e trimestre 2026
Contrôles      onze, exécutés deux fois par mois ; chaque dossier de plus de 1 000 € attend la décision d’une autre personne
Résultat       $numerator paiements sur $denominator décidés avant paiement : ${value/./,} %, cible $target % : objectif non atteint
Conclusion     trois paiements partis la veille de leur contrôle, trouvés par « payé avant contrôle » ; la cause est nommée
Roue           le 3e trimestre est clos et signé, le 4e est ouvert

À regarder     $folder/review-2026-Q3/review.fr.html
À remettre     $folder/review-2026-Q3/ (VERIFY.txt dit comment vérifier sans nous faire confiance)
À ouvrir       $folder/bons-a-payer-2026-09.csv, suspendus-2026-09.csv, indicators.csv
À consulter    http://127.0.0.1:8413, une fois servi par
               XDG_DATA_HOME=$XDG_DATA_HOME ${serve[*]}
               avec un de ces comptes : ${signing_in[*]}
               et le mot de passe : $password
EOF
else cat <<EOF
Process        Pay all benefits, pilot Claire Vasseur, third quarter of 2026
Controls       eleven, run twice a month; every file above €1,000 is held until another person decided on it
Result         $numerator payments of $denominator decided before payment: $value %, target $target %: objective missed
Conclusion     three payments left on the eve of their check, found by “paid before check”; the cause is named
Wheel          the third quarter is closed and signed, the fourth is open

To look at     $folder/review-2026-Q3/review.en.html
To hand over   $folder/review-2026-Q3/ (VERIFY.txt says how to verify it without trusting us)
To open        $folder/bons-a-payer-2026-09.csv, suspendus-2026-09.csv, indicators.csv
To browse      http://127.0.0.1:8413, once served by
               XDG_DATA_HOME=$XDG_DATA_HOME ${serve[*]}
               with one of these accounts: ${signing_in[*]}
               and the password: $password
EOF
fi

if [ -t 0 ] && [ -t 1 ]; then
  say "
Le servir maintenant ? Ctrl+C l’arrête. [o/N]" "
Serve it now? Ctrl+C stops it. [y/N]"
  read -r answer
  case "$answer" in [oOyY]*) exec "${serve[@]}" ;; esac
fi
