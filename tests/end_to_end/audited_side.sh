#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The organisation as the audited side: a certification body's report is taken in, its findings answered, dealt with
# and proved; the frozen pack carries the report that came.
. "$(dirname "$0")/setup.sh"

place="$scratch/audité"
open_audited "$place" > /dev/null
invite "$place" claire.vasseur --person 'Claire Vasseur' --role pilot > /dev/null
printf 'Rapport de surveillance\n' > "$scratch/rapport.pdf"
printf 'Courrier du certificateur\n' > "$scratch/courrier.pdf"

clock=2026-06-10T09:00
ends 'an auditor of ours does not record it' 3 as ines.caron "$place" audit record --auditor 'Certification Exemple' --scope Surveillance --from 2026-06-08 --to 2026-06-09 --contact claire.vasseur
ends 'the quality manager does' 0 as sophie.garnier "$place" audit record --auditor 'Certification Exemple' --scope Surveillance --references 'ISO 9001:2015' --from 2026-06-08 --to 2026-06-09 --contact claire.vasseur
ends 'what was found is written down' 0 as sophie.garnier "$place" audit-finding add 1 --kind minor-nonconformity --what 'Les prestataires ne sont pas réévalués' --reference 8.4.1 --expected 2026-09-30
ends 'a remark too' 0 as sophie.garnier "$place" audit-finding add 1 --kind sensitive-point --what 'Le plan de formation n’est pas daté' --reference 7.2
ends 'the pilot does not see it yet' 0 as claire.vasseur "$place" audit-finding list 1 --format json
equal 'nothing is issued' '[]' "$(tr -d ' \n' < "$scratch/printed")"
ends 'no report without theirs' 2 as sophie.garnier "$place" audit report 1
ends 'their report is taken in' 0 as sophie.garnier "$place" audit report 1 --received "$scratch/rapport.pdf" --argue-by 2026-06-24
ends 'the pilot is asked to answer' 0 as claire.vasseur "$place" due
says 'two findings' "$scratch/printed" 'AU-1'
ends 'who keeps the record does not answer' 3 as sophie.garnier "$place" audit-finding answer 1 --accept
ends 'the pilot accepts' 0 as claire.vasseur "$place" audit-finding answer 1 --accept --cause 'La réévaluation n’était planifiée par personne'
ends 'and contests' 0 as claire.vasseur "$place" audit-finding answer 2 --contest --argument 'Le plan porte sa date en pied de page'
ends 'what the certification body decided is written down' 0 as sophie.garnier "$place" audit-finding settle 2 --outcome withdrawn --reason 'Accepté par l’auditrice, courrier du 22 juin'
ends 'the answers are frozen with their report' 0 as sophie.garnier "$place" audit finish 1
ends 'written out' 0 as claire.vasseur "$place" export audit 1 --to "$place/pack"
holds 'their report as it came' cmp "$scratch/rapport.pdf" "$place/pack/received-rapport.pdf"
holds 'its sums are right' env -C "$place/pack" sha256sum --check --quiet SHA256SUMS
says 'the page says whose audit it is' "$place/pack/audit.fr.html" 'Audit mené par Certification Exemple'

ends 'the closing meeting' 0 as sophie.garnier "$place" audit restitute 1 --on 2026-06-26 --participant 'Claire Vasseur' --minutes 'Plan d’action remis'
ends 'the gates of 10.2' 0 as claire.vasseur "$place" audit-finding analyse 1 --consequence 'Un contrat reconduit sans évaluation' --similar 'Aucun autre'
ends 'the pilot proves it' 0 as claire.vasseur "$place" audit-finding resolve 1 --comment 'Réévalués en juillet' --evidence "$scratch/courrier.pdf"
ends 'not closed before an action is effective' 4 as sophie.garnier "$place" audit-finding verify 1 --resolved --comment 'Courrier reçu'
says 'it says what is missing' "$scratch/printed" 'effective'
as sophie.garnier "$place" management-review prepare 2026 > /dev/null
as sophie.garnier "$place" management-review show 2026 --format json > "$scratch/printed"
equal 'the management review knows it, and that it is no audit of a provider' 'known missing' \
  "$(node -e 'const all = JSON.parse(require("fs").readFileSync(process.argv[1])).inputs; console.log(["audits", "providers"].map((id) => all.find((one) => one.id === id).standing).join(" "))' "$scratch/printed")"
ends 'the journal is whole' 0 as sophie.garnier "$place" journal verify

finish
