#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# An action plan as an organisation has it: saved by a French LibreOffice, imported, worked on by several people, exported,
# opened by LibreOffice and known again; what people do to an action is in the journal.
. "$(dirname "$0")/setup.sh"

# A profile of its own, so that a running office does not answer.
profile="$(node -p 'require("url").pathToFileURL(process.argv[1]).href' "$scratch/profile")"
# through_office FORMAT FILE options…: into $scratch/out
through_office() {
  local format=$1 file=$2; shift 2
  timeout 120 soffice "-env:UserInstallation=$profile" --headless "$@" --convert-to "$format" --outdir "$scratch/out" "$file"
}

place="$scratch/office"
office accepted "$place"

printf '%s\n' "Plan d'actions du service;;;;;;;;;" \
  'Processus;Réf.;Que faire ?;Origine;Type;Cause racine;Responsable;Échéance;Avancement;Statut' \
  'Payer l’ensemble des prestations;PA-1;Former les gestionnaires;Audit interne 2026;Action corrective;Consigne inconnue;Luc;31/12/2026;40%;En cours' \
  'Payer l’ensemble des prestations;PA-2;Relire les consignes;Réunion;Amélioration;;Claire;15/09/2026;0%;À faire' > "$scratch/plan.csv"
holds 'a French plan is saved as .xlsx' through_office xlsx "$scratch/plan.csv" '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true'
ends 'a heading nobody could guess is asked for' 2 as sophie "$place" action import "$scratch/out/plan.xlsx"
says 'with the way to tell it' "$scratch/printed" '--column'
ends 'a pilot does not import' 3 as claire "$place" action import "$scratch/out/plan.xlsx" --column 'action=Que faire ?'
ends 'the plan is imported' 0 as sophie "$place" action import "$scratch/out/plan.xlsx" --column 'action=Que faire ?'
says 'the columns are shown' "$scratch/printed" 'due: column “Échéance”'
ends 'the next time the heading is known' 0 as sophie "$place" action import "$scratch/out/plan.xlsx"
says 'and so are the actions' "$scratch/printed" '2 actions were here already'
ends 'one is overdue' 1 as luc "$place" action list --overdue --format csv
says 'it is told which' "$scratch/printed" '^2,pay-benefits,PA-2,Relire les consignes,'

ends 'its owner tells the progress' 0 as luc "$place" action progress 1 --percent 80 --comment '8 sur 10'
ends 'another person does not' 3 as nadia "$place" action progress 1 --percent 90 --comment 'x'
ends 'the owner says that it is done' 0 as luc "$place" action finish 1
ends 'and does not judge it' 3 as luc "$place" action verify 1 --result effective --comment 'bien'
ends 'who does needs a ground' 2 as claire "$place" action verify 1 --result ineffective
ends 'an ineffective one is told as found' 1 as claire "$place" action verify 1 --result ineffective --comment 'encore 3 devis absents' --next 'Changer le formulaire'
says 'and opens the next' "$scratch/printed" 'Action 3 is proposed'
ends 'a proposal lacks what a decision needs' 2 as sophie "$place" action decide 3
says 'all of it at once' "$scratch/printed" 'removes a cause'
ends 'with it, it is decided' 0 as sophie "$place" action decide 3 --cause 'Formulaire ambigu' --due 2026-12-31 --criterion 'Aucun devis absent' --judged-on 2027-03-31
ends 'its history is shown' 0 as sophie "$place" action show 3
says 'from the proposal' "$scratch/printed" 'claire action.propose'
says 'to the decision' "$scratch/printed" 'sophie action.decide'

ends 'the plan is exported' 0 as sophie "$place" action export --to "$scratch/exported.xlsx"
ends 'only as a workbook' 2 as sophie "$place" action export --to "$scratch/exported.pdf"
holds 'LibreOffice opens it' through_office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' "$scratch/exported.xlsx"
says 'its dates are dates' "$scratch/out/exported-Action plan.csv" ';(31 Dec 2026|2026-12-31|31/12/2026|12/31/2026);'
holds 'an office saves it as its own' through_office ods "$scratch/exported.xlsx"
holds 'and as .xlsx again' through_office xlsx "$scratch/out/exported.ods"
ends 'what the office saved is known' 0 as sophie "$place" action import "$scratch/out/exported.xlsx"
says 'all of it' "$scratch/printed" '3 actions were here already'
ends 'the journal holds' 0 as sophie "$place" journal verify
finish
