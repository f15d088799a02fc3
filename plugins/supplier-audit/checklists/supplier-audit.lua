-- SPDX-License-Identifier: Apache-2.0
-- The audit of an external provider (ISO 9001, 8.4): letters, hosting or calls. RGPD is the General Data Protection
-- Regulation (EU) 2016/679, GDPR in English.
local levels = { "very low", "low", "medium", "high", "major" }

-- Where on the scale a fault stands before repeats count, and why. What is not there proves nothing, so it weighs more
-- than what is there and wrong; lateness counts only where nothing else is wrong.
local function proposed(item)
  local important = item.weight >= 4
  local unmet = item.weight == 5 and 4 or item.weight >= 3 and 3 or 2
  if not item.is_piece then
    if item.answer == "nonconforming" then return unmet, "practice" end
    return important and 2 or 1, "unverified"
  end
  if not item.delivered then return important and unmet + 1 or unmet, "missing" end
  if item.conformity == "nonconforming" then return unmet, "nonconforming" end
  if item.currency == "nonconforming" then return important and 3 or 2, "outdated" end
  if item.relevance == "nonconforming" then return important and 3 or 2, "irrelevant" end
  if item.presentation == "nonconforming" then return 1, "presentation" end
  if item.late_days then return item.late_days > 14 and 2 or 1, "late" end
  return important and 2 or 1, "unverified"
end

return checklist "supplier-audit" {
  title    = { fr = "Audit d’un prestataire externe", en = "Audit of an external provider" },
  audits   = "provider",
  due      = "30 days",
  facts    = {
    code    "service"       {
      required = true,
      title    = { fr = "nature du service", en = "kind of service" },
      codes    = {
        { id = "mailing", fr = "édition et envoi de courriers", en = "printing and mailing of letters" },
        { id = "hosting", fr = "hébergement informatique", en = "hosting of computer systems" },
        { id = "calls", fr = "centre d’appels", en = "call centre" },
        { id = "other", fr = "autre", en = "other" },
      },
    },
    boolean "personal_data" { required = true, title = { fr = "données personnelles", en = "personal data" } },
    boolean "subcontracts"  { required = true, title = { fr = "sous-traitance", en = "subcontracting" } },
  },
  criteria = {
    { id = "conformity", fr = "Conformité", en = "Conformity" },
    { id = "currency", fr = "Actualisation", en = "Currency" },
    { id = "relevance", fr = "Pertinence", en = "Relevance" },
    { id = "presentation", fr = "Présentation", en = "Presentation" },
  },
  domains  = {
    { id = "contract",
      title = { fr = "Contrat et résultats", en = "Contract and results" },
      pieces = {
        { id = "signed_contract", weight = 4,
          title = { fr = "Contrat et avenants signés", en = "Signed contract and amendments" },
          expected = { fr = "Le contrat en vigueur et ses annexes : service, volumes, niveaux de service, contrôles \z
            permis, sous-traitance, réversibilité, durée ; chaque avenant signé des deux parties.",
            en = "The contract in force and its annexes: service, volumes, service levels, checks allowed, \z
            subcontracting, exit, duration; each amendment signed by both parties." },
          rule = { fr = "Contrat ; ISO 9001, 8.4.3", en = "Contract; ISO 9001, 8.4.3" } },
        { id = "service_report", weight = 5,
          title = { fr = "Tableaux de bord des 12 derniers mois", en = "Service reports of the last 12 months" },
          expected = { fr = "Pour chaque engagement : cible, valeur du mois, méthode de calcul, données brutes d’un \z
            mois pour la refaire, pénalités dues.",
            en = "For each commitment: target, the month’s value, method of calculation, one month’s raw data to \z
            work it out again, penalties due." },
          rule = { fr = "Contrat, annexe de service ; ISO 9001, 8.4.1",
            en = "Contract, annex on service; ISO 9001, 8.4.1" } },
        { id = "incident_list", weight = 4, title = { fr = "Registre des incidents", en = "Register of incidents" },
          expected = { fr = "Les incidents de l’année qui nous ont touchés : début, fin, dossiers concernés, cause, \z
            action, date à laquelle nous avons été prévenus.",
            en = "The year’s incidents that affected us: start, end, items affected, cause, action, date on which \z
            we were told." },
          rule = { fr = "Contrat, clause d’alerte ; ISO 9001, 8.4.2",
            en = "Contract, clause on warnings; ISO 9001, 8.4.2" } },
        { id = "vigilance_certificate", weight = 4,
          title = { fr = "Attestation de vigilance", en = "Certificate of social contributions" },
          expected = { fr = "L’attestation de l’organisme de recouvrement, de moins de six mois, dont le code de \z
            sécurité a été vérifié en ligne.",
            en = "The certificate of the collecting body, less than six months old, with its security code verified \z
            on line." },
          rule = { fr = "Code du travail, art. L. 8222-1 et D. 8222-5",
            en = "Code du travail, art. L. 8222-1 and D. 8222-5" } },
        { id = "insurance_certificate", weight = 2,
          title = { fr = "Assurance de responsabilité professionnelle", en = "Professional liability insurance" },
          expected = { fr = "L’attestation de l’année : activités couvertes, montants par sinistre et par an, dates.",
            en = "The year’s certificate: activities covered, amounts by claim and by year, dates." },
          rule = { fr = "Contrat, clause de responsabilité", en = "Contract, clause on liability" } },
        { id = "subcontractor_list", weight = 4, when = "subcontracts = true",
          title = { fr = "Liste des sous-traitants", en = "List of subcontractors" },
          expected = { fr = "Chaque sous-traitant, sa tâche, son lieu, notre accord écrit et le dernier contrôle \z
            que le prestataire en a fait.",
            en = "Each subcontractor, its task, its place, our written agreement and the provider’s own last check \z
            of it." },
          rule = { fr = "Contrat, clause de sous-traitance ; RGPD, art. 28",
            en = "Contract, clause on subcontracting; GDPR, art. 28" } },
      },
      questions = {
        { id = "contract_understood", clause = "8.4.3", weight = 3,
          title = { fr = "Engagements connus de ceux qui font", en = "Commitments known to those who do the work" },
          guidance = { fr = "Demander à un chef d’équipe les trois engagements qui nous importent le plus et ce qui \z
            se passe quand l’un est manqué. Comparer au contrat.",
            en = "Ask a team leader for the three commitments that matter most to us and what happens when one is \z
            missed. Compare with the contract." } },
        { id = "figures_rebuilt", clause = "8.4.1", weight = 5,
          title = { fr = "Un résultat recalculé", en = "One result worked out again" },
          guidance = { fr = "Refaire avec l’analyste un chiffre du dernier mois à partir des données brutes : même \z
            période, mêmes exclusions, même résultat ?",
            en = "With the analyst, work out one figure of the last month from the raw data: same period, same \z
            exclusions, same result?" } },
        { id = "missed_levels", clause = "8.4.2", weight = 4, when = "service_report = 'nonconforming'",
          title = { fr = "Engagements manqués", en = "Commitments missed" },
          guidance = { fr = "Prendre les deux plus mauvais mois : cause, action, effet. Qui nous l’a dit, quand ? \z
            Voir la preuve que le niveau est revenu.",
            en = "Take the two worst months: cause, action, effect. Who told us, and when? See the proof that the \z
            level came back." } },
        { id = "incident_walkthrough", clause = "10.2.1", weight = 4,
          title = { fr = "Un incident suivi de bout en bout", en = "One incident followed through" },
          guidance = { fr = "Choisir l’incident le plus long : alerte, décisions, dossiers rattrapés, cause \z
            supprimée. Chercher s’il s’est reproduit.",
            en = "Choose the longest incident: warning, decisions, items caught up, cause removed. Look whether it \z
            happened again." } },
        { id = "subcontractors_seen", clause = "8.4.2", weight = 3, when = "subcontracts = true",
          title = { fr = "Maîtrise des sous-traitants", en = "Control of subcontractors" },
          guidance = { fr = "Demander comment un défaut d’un sous-traitant est vu et corrigé ; lire le dernier \z
            échange à ce sujet.",
            en = "Ask how a fault of a subcontractor is noticed and mended; read the last exchange about one." } },
      },
    },
    { id = "security",
      title = { fr = "Sécurité et continuité", en = "Security and continuity" },
      pieces = {
        { id = "processor_agreement", weight = 5, when = "personal_data = true",
          title = { fr = "Accord de sous-traitance des données", en = "Data processing agreement" },
          expected = { fr = "L’accord signé : objet, durée, données, instructions, confidentialité, sous-traitants, \z
            aide, sort des données ; extrait du registre du sous-traitant.",
            en = "The signed agreement: subject, duration, data, instructions, confidentiality, sub-processors, \z
            assistance, fate of the data; an extract of the processor’s register." },
          rule = { fr = "RGPD, art. 28 et 30", en = "GDPR, art. 28 and 30" } },
        { id = "continuity_exercise", weight = 4,
          title = { fr = "Compte rendu d’exercice de continuité", en = "Report of a continuity exercise" },
          expected = { fr = "Le dernier exercice, de moins d’un an : scénario, délai de reprise visé et atteint, \z
            écarts, actions avec leur échéance.",
            en = "The last exercise, less than a year old: scenario, recovery time wanted and reached, gaps, \z
            actions with their due dates." },
          rule = { fr = "Contrat, clause de continuité", en = "Contract, clause on continuity" } },
        { id = "security_review", weight = 5, when = "service = 'hosting'",
          title = { fr = "Revue de sécurité et plan de correction", en = "Security review and plan of repairs" },
          expected = { fr = "Le rapport d’un audit ou d’un test d’intrusion de moins d’un an, au moins sa synthèse, \z
            et l’état de chaque correction.",
            en = "The report of a security audit or intrusion test less than a year old, at least its summary, and \z
            the state of each repair." },
          rule = { fr = "Règlement (UE) 2022/2554 (DORA), art. 28 et 30",
            en = "Regulation (EU) 2022/2554 (DORA), art. 28 and 30" } },
        { id = "restore_test", weight = 5, when = "service = 'hosting'",
          title = { fr = "Essai de restauration des sauvegardes", en = "Trial of restoring backups" },
          expected = { fr = "Le procès-verbal du dernier essai : date, données restaurées, durée, contrôle \z
            d’intégrité, signataire.",
            en = "The record of the last trial: date, data restored, duration, check of integrity, who signed." },
          rule = { fr = "Contrat, annexe de sécurité", en = "Contract, annex on security" } },
      },
      questions = {
        { id = "physical_access", clause = "7.1.3", weight = 3,
          title = { fr = "Accès aux locaux", en = "Access to the premises" },
          guidance = { fr = "Entrer comme un visiteur : accueil, badge, zones. Demander le journal d’accès d’hier \z
            et la liste des badges ; chercher un ancien salarié.",
            en = "Enter as a visitor would: reception, badge, zones. Ask for yesterday’s access log and the list of \z
            badges; look for somebody who has left." } },
        { id = "accounts", clause = "7.1.3", weight = 5,
          title = { fr = "Comptes ouverts sur nos données", en = "Accounts open on our data" },
          guidance = { fr = "Comparer les comptes avec les personnes affectées à notre service ; voir la dernière \z
            revue, les départs, les comptes partagés.",
            en = "Compare the accounts with the people assigned to our service; see the last review, the leavers, \z
            shared accounts." },
          rule = { fr = "RGPD, art. 32", en = "GDPR, art. 32" } },
        { id = "data_kept", clause = "8.5.3", weight = 4, when = "personal_data = true",
          title = { fr = "Données gardées et détruites", en = "Data kept and destroyed" },
          guidance = { fr = "Chercher sur place le plus ancien fichier venu de nous : pourquoi est-il là ? Voir les \z
            preuves de destruction et les rebuts.",
            en = "Look on site for the oldest file that came from us: why is it there? See the proofs of \z
            destruction and the waste." },
          rule = { fr = "RGPD, art. 5 et 28", en = "GDPR, art. 5 and 28" } },
        { id = "breach_alert", weight = 4, when = "personal_data = true",
          title = { fr = "Alerte en cas de violation de données", en = "Warning of a data breach" },
          guidance = { fr = "Jouer une violation avec l’équipe de garde : qui nous appelle, en combien de temps, \z
            avec quelles informations ?",
            en = "Play a breach with the people on duty: who calls us, how soon, with which information?" },
          rule = { fr = "RGPD, art. 33", en = "GDPR, art. 33" } },
        { id = "outage_seen", clause = "8.1", weight = 4, when = "service = 'hosting'",
          title = { fr = "Surveillance et reprise", en = "Monitoring and recovery" },
          guidance = { fr = "Voir l’écran de surveillance et la dernière alerte réelle : délai de réaction, \z
            escalade, compte rendu.",
            en = "See the monitoring screen and the last real alarm: time to react, escalation, report." } },
      },
    },
    { id = "delivery",
      title = { fr = "Réalisation du service", en = "Delivery of the service" },
      pieces = {
        { id = "mailing_reconciliation", weight = 5, when = "service = 'mailing'",
          title = { fr = "Rapprochement des plis", en = "Reconciliation of mail" },
          expected = { fr = "Pour trois envois : documents reçus, plis produits, déposés, rebuts et refaits, avec \z
            les totaux égaux et le bordereau de dépôt.",
            en = "For three mailings: documents received, envelopes made, posted, spoilt and made again, with equal \z
            totals and the posting slip." },
          rule = { fr = "Contrat, annexe de production", en = "Contract, annex on production" } },
        { id = "call_quality_grids", weight = 4, when = "service = 'calls'",
          title = { fr = "Grilles d’écoute et calibrage", en = "Listening grids and calibration" },
          expected = { fr = "Les grilles de trois mois, au moins cinq par conseiller et par mois, et le compte \z
            rendu d’une séance de calibrage avec nous.",
            en = "The grids of three months, at least five for each adviser and month, and the report of a \z
            calibration session with us." },
          rule = { fr = "Contrat, annexe de qualité", en = "Contract, annex on quality" } },
        { id = "training_records", weight = 3, when = "service = 'calls' or service = 'other'",
          title = { fr = "Formation des intervenants", en = "Training of those who do the work" },
          expected = { fr = "Pour dix intervenants : date d’arrivée, parcours suivi, évaluation, date \z
            d’habilitation avant le premier dossier.",
            en = "For ten people: date of arrival, training followed, assessment, date of authorisation before the \z
            first item." },
          rule = { fr = "Contrat, annexe de qualité", en = "Contract, annex on quality" } },
      },
      questions = {
        { id = "mixed_envelopes", clause = "8.5.3", weight = 5, when = "service = 'mailing'",
          title = { fr = "Un pli, un destinataire", en = "One envelope, one person" },
          guidance = { fr = "Suivre une liasse à la mise sous pli : comment deux destinataires dans un pli sont-ils \z
            détectés ? Faire passer un pli faussé.",
            en = "Follow a batch at inserting: how are two people’s letters in one envelope detected? Let a spoilt \z
            envelope pass through." } },
        { id = "template_changes", clause = "8.5.6", weight = 4, when = "service = 'mailing'",
          title = { fr = "Changement d’un modèle de courrier", en = "Change of a letter template" },
          guidance = { fr = "Reprendre le dernier changement : demande, bon à tirer, essai, date d’effet, ancien \z
            modèle retiré.",
            en = "Go over the last change: request, approval of the proof, trial, date of effect, old template \z
            withdrawn." } },
        { id = "calls_heard", clause = "8.2.1", weight = 5, when = "service = 'calls'",
          title = { fr = "Appels écoutés", en = "Calls listened to" },
          guidance = { fr = "Écouter dix appels tirés au sort : identification, réponse exacte, insatisfaction \z
            enregistrée, information sur l’enregistrement.",
            en = "Listen to ten calls drawn by lot: identification, right answer, dissatisfaction recorded, notice \z
            of recording." },
          rule = { fr = "Recommandation ACPR 2022-R-01 ; RGPD, art. 13",
            en = "ACPR recommendation 2022-R-01; GDPR, art. 13" } },
        { id = "peak_staffing", clause = "7.1.2", weight = 3, when = "service = 'calls'",
          title = { fr = "Effectif face à la charge", en = "Staff against workload" },
          guidance = { fr = "Comparer pour la pire semaine prévision, planning et présents, par demi-heure ; \z
            demander ce qui a été décidé ensuite.",
            en = "For the worst week, compare forecast, roster and people present, by half-hour; ask what was \z
            decided afterwards." } },
        { id = "delivered_checks", clause = "8.6", weight = 4,
          title = { fr = "Vérification avant remise", en = "Verification before handing over" },
          guidance = { fr = "Voir le dernier contrôle fait sur ce qui nous est destiné : par qui, sur quoi, et le \z
            dernier défaut arrêté.",
            en = "See the last check made on what is meant for us: by whom, of what, and the last fault that it \z
            stopped." } },
        { id = "improvement_plan", clause = "10.3", weight = 2,
          title = { fr = "Plan de progrès commun", en = "Joint plan to do better" },
          guidance = { fr = "Lire le plan avec l’interlocuteur : actions closes, effet mesuré, propositions venues \z
            du prestataire.",
            en = "Read the plan with the contact: actions closed, effect measured, proposals that came from the \z
            provider." } },
      },
    },
  },
  resolve_within = {
    ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months", major = "1 months",
  },
  messages = {
    missing       = { fr = "Pièce non remise : rien n’est prouvé.", en = "Not delivered: nothing is proven." },
    nonconforming = { fr = "Droit ou contrat non respectés.", en = "Law or contract is not respected." },
    outdated      = { fr = "Ce n’est pas la version en vigueur.", en = "This is not the version in force." },
    irrelevant    = { fr = "La pièce ne répond pas à la demande, ou la dépasse.",
                      en = "The piece does not answer the request, or goes beyond it." },
    presentation  = { fr = "Seule la présentation est en cause.", en = "Only the presentation is at fault." },
    practice      = { fr = "La pratique s’écarte de ce qui est attendu.", en = "Practice is not as expected." },
    late          = { fr = "Pièce acceptable, mais remise en retard.", en = "The piece is right, but it came late." },
    unverified    = { fr = "Le point n’a pas pu être vérifié.", en = "The point could not be verified." },
    repeated      = { fr = "Déjà recommandé par un audit précédent : un niveau de plus à chaque fois.",
                      en = "Recommended by an earlier audit already: one level higher each time." },
  },
  judge = function(item)
    local rank, reason = proposed(item)
    if item.repeats == 0 then return level(levels[rank], reason) end
    return level(levels[math.min(rank + item.repeats, #levels)], "repeated")
  end,
}
