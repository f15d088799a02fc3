-- SPDX-License-Identifier: Apache-2.0
-- The yearly audit of a delegate: 38 pieces that it delivers, and what is examined on site. « Convention » is the
-- convention de délégation, CSS the code de la sécurité sociale, RGPD (GDPR) the Regulation (EU) 2016/679.
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

return checklist "delegate-audit" {
  title    = { fr = "Audit annuel d’un délégataire", en = "Yearly audit of a delegate" },
  audits   = "delegate",
  due      = "42 days",
  facts    = {
    code    "market" {
      required = true,
      title    = { fr = "marché des contrats délégués", en = "market of the delegated contracts" },
      codes    = {
        { id = "group", fr = "collectif", en = "group" },
        { id = "individual", fr = "individuel", en = "individual" },
        { id = "both", fr = "collectif et individuel", en = "group and individual" },
      },
    },
    boolean "collects_contributions" { required = true, title = { fr = "encaissement des cotisations", en = "collection of contributions" } },
    boolean "pays_benefits" { required = true, title = { fr = "paiement des prestations", en = "payment of benefits" } },
    boolean "third_party_payment" { required = true, title = { fr = "tiers payant", en = "third-party payment" } },
    boolean "handles_complaints" { required = true, title = { fr = "traitement des réclamations", en = "handling of complaints" } },
    boolean "subdelegates"        { required = true, title = { fr = "sous-délégation", en = "sub-delegation" } },
  },
  criteria = {
    { id = "conformity", fr = "Conformité", en = "Conformity" },
    { id = "currency", fr = "Actualisation", en = "Currency" },
    { id = "relevance", fr = "Pertinence", en = "Relevance" },
    { id = "presentation", fr = "Présentation", en = "Presentation" },
  },
  domains  = {
    { id = "memberships",
      title = { fr = "Adhésions", en = "Memberships" },
      pieces = {
        { id = "affiliation_forms", weight = 4, title = { fr = "Bulletins d’affiliation", en = "Affiliation forms" },
          expected = { fr = "Le modèle en vigueur et dix bulletins signés des 12 derniers mois : nom de l’assureur \z
            et logo, date d’effet, frais de gestion, taux de redistribution, mention RGPD.",
            en = "The form in force and ten signed forms of the last 12 months: insurer’s name and logo, date of \z
            effect, management fees, redistribution rate, GDPR notice." },
          rule = { fr = "CSS, art. L. 871-1 ; arrêté du 6 mai 2020 ; RGPD, art. 13",
            en = "CSS, art. L. 871-1; order of 6 May 2020; GDPR, art. 13" } },
        { id = "information_notice", weight = 4, when = "market <> 'individual'",
          title = { fr = "Notice d’information", en = "Information notice" },
          expected = { fr = "La notice remise aux salariés et, pour dix d’entre eux, la preuve de sa remise : \z
            garanties, exclusions, formalités, délai de prescription, recours et médiateur, à jour des garanties.",
            en = "The notice given to employees and, for ten of them, proof that it was given: cover, exclusions, \z
            formalities, limitation period, appeal and mediator, as of the latest cover." },
          rule = { fr = "Code de la mutualité, art. L. 221-6 ; code des assurances, art. L. 141-4",
            en = "Code de la mutualité, art. L. 221-6; code des assurances, art. L. 141-4" } },
        { id = "company_contracts", weight = 4, when = "market <> 'individual'",
          title = { fr = "Contrats des entreprises et avenants", en = "Company contracts and amendments" },
          expected = { fr = "La liste des contrats délégués, limitée à la convention, et pour cinq d’entre eux les \z
            conditions particulières et avenants signés : catégorie assurée, garanties, taux, date d’effet.",
            en = "The list of the delegated contracts, limited to the agreement, and for five of them the signed \z
            special terms and amendments: category insured, cover, rates, date of effect." },
          rule = { fr = "Convention, périmètre", en = "Agreement, scope" } },
        { id = "exemption_requests", weight = 5, when = "market <> 'individual'",
          title = { fr = "Dispenses d’affiliation", en = "Exemptions from affiliation" },
          expected = { fr = "Les demandes de l’année, signées, avec le motif, la mention des conséquences du refus \z
            et le justificatif ; la relance annuelle des dispenses qui doivent être renouvelées.",
            en = "The year’s requests, signed, with the ground, the consequences of refusing and the proof; the \z
            yearly reminder for exemptions that have to be renewed." },
          rule = { fr = "CSS, art. L. 911-7, D. 911-2 et R. 242-1-6",
            en = "CSS, art. L. 911-7, D. 911-2 and R. 242-1-6" } },
        { id = "suspension_files", weight = 4, when = "market <> 'individual'",
          title = { fr = "Suspensions du contrat de travail", en = "Suspensions of the work contract" },
          expected = { fr = "La procédure et cinq dossiers : suspension indemnisée, garanties et cotisation \z
            maintenues ; suspension non indemnisée, choix proposé au salarié, réponse et dates.",
            en = "The procedure and five files: paid suspension, cover and contribution maintained; unpaid \z
            suspension, choice offered to the employee, answer and dates." },
          rule = { fr = "Instruction DSS n° DSS/3C/5B/2021/127 du 17 juin 2021 ; contrat",
            en = "Instruction DSS/3C/5B/2021/127 of 17 June 2021; contract" } },
        { id = "portability_files", weight = 5, when = "market <> 'individual'",
          title = { fr = "Dossiers de portabilité", en = "Portability files" },
          expected = { fr = "Dix dossiers de l’année : certificat de travail, justificatif d’indemnisation du \z
            chômage, durée calculée (12 mois au plus), dates d’effet et de fin, courrier qui cite le bon texte.",
            en = "Ten files of the year: employer’s certificate, proof of unemployment benefit, calculated duration \z
            (12 months at most), start and end, letter that cites the right law." },
          rule = { fr = "CSS, art. L. 911-8", en = "CSS, art. L. 911-8" } },
        { id = "former_employees", weight = 4, when = "market <> 'individual'",
          title = { fr = "Maintien au profit des anciens salariés", en = "Cover kept by former employees" },
          expected = { fr = "Cinq dossiers : proposition de maintien envoyée dans les deux mois, date de la \z
            demande, tarif de chacune des trois premières années, avis de fin.",
            en = "Five files: offer to keep the cover sent within two months, date of the request, rate of each of \z
            the first three years, notice of the end." },
          rule = { fr = "Loi n° 89-1009 du 31 décembre 1989, art. 4 ; décret n° 90-769",
            en = "Act 89-1009 of 31 December 1989, art. 4; decree 90-769" } },
        { id = "dependant_proofs", weight = 3,
          title = { fr = "Justificatifs des ayants droit", en = "Proofs of dependants" },
          expected = { fr = "Pour quinze ayants droit tirés au sort : attestation de droits du régime obligatoire, \z
            acte de naissance ou livret de famille, date de rattachement.",
            en = "For fifteen dependants drawn by lot: certificate of rights of the basic scheme, birth certificate \z
            or family record, date of attachment." },
          rule = { fr = "Contrat, définition des ayants droit", en = "Contract, definition of dependants" } },
        { id = "cohabitation_proofs", weight = 3,
          title = { fr = "Justificatifs de vie commune", en = "Proofs of cohabitation" },
          expected = { fr = "Pour dix conjoints : acte de mariage, convention de PACS ou attestation de concubinage \z
            de moins d’un an avec justificatif de domicile commun.",
            en = "For ten partners: marriage certificate, civil partnership or declaration of cohabitation less \z
            than a year old, with proof of the common address." },
          rule = { fr = "Contrat, définition des ayants droit", en = "Contract, definition of dependants" } },
        { id = "school_certificates", weight = 2,
          title = { fr = "Campagne des certificats de scolarité", en = "Campaign of school certificates" },
          expected = { fr = "Le calendrier, les modèles de courrier et de relance, le nombre d’enfants relancés, de \z
            réponses et de radiations ; cinq radiations avec leur date et leur motif.",
            en = "The calendar, the letters and reminders used, how many children were written to, answered and \z
            were removed; five removals with date and reason." },
          rule = { fr = "Convention, annexe Adhésions", en = "Agreement, annex on memberships" } },
        { id = "insurance_cards", weight = 3, when = "third_party_payment = true",
          title = { fr = "Cartes de tiers payant", en = "Third-party payment cards" },
          expected = { fr = "Un spécimen et le fichier d’édition : nom de l’assureur, période de droits, domaines \z
            ouverts ; preuve que la carte est rappelée ou fermée en ligne à la radiation.",
            en = "A specimen and the file of cards issued: insurer’s name, period of rights, fields of care; proof \z
            that the card is withdrawn or closed on line when somebody leaves." },
          rule = { fr = "CSS, art. L. 871-1 ; convention", en = "CSS, art. L. 871-1; agreement" } },
        { id = "data_exchange_links", weight = 2,
          title = { fr = "Rattachements à la télétransmission", en = "Links to the basic schemes’ data flow" },
          expected = { fr = "L’état des liens NOEMIE : adhérents rattachés, rejetés et leur motif, opposés ; délai \z
            de traitement des rejets.",
            en = "The state of the NOEMIE links: members linked, rejected and why, opposed; how long rejects take \z
            to be handled." },
          rule = { fr = "Convention, annexe Adhésions", en = "Agreement, annex on memberships" } },
        { id = "terminations", weight = 4,
          title = { fr = "Résiliations et radiations", en = "Terminations and removals" },
          expected = { fr = "Quinze dossiers de l’année : demande, date de réception, texte appliqué, date d’effet, \z
            accusé de réception, cotisation remboursée au prorata.",
            en = "Fifteen files of the year: request, date of receipt, law applied, date of effect, \z
            acknowledgement, contribution refunded pro rata." },
          rule = { fr = "Code de la mutualité, art. L. 221-10 et L. 221-10-2",
            en = "Code de la mutualité, art. L. 221-10 and L. 221-10-2" } },
        { id = "complaint_register", weight = 5, when = "handles_complaints = true",
          title = { fr = "Registre des réclamations", en = "Register of complaints" },
          expected = { fr = "Le registre de l’année et dix réponses : dates d’envoi, d’accusé de réception et de \z
            réponse, motif, suite donnée ; chaque réponse indique le recours et le médiateur.",
            en = "The year’s register and ten answers: dates of sending, acknowledgement and answer, reason, what \z
            was done; each answer names the appeal and the mediator." },
          rule = { fr = "Recommandation ACPR 2022-R-01 ; code de la consommation, art. L. 612-1",
            en = "ACPR recommendation 2022-R-01; code de la consommation, art. L. 612-1" } },
        { id = "membership_delays", weight = 3,
          title = { fr = "Délais et stocks d’affiliation", en = "Delays and backlog of affiliations" },
          expected = { fr = "Le tableau mensuel des 12 derniers mois : demandes reçues, traitées, en stock, délai \z
            moyen et part dans le délai convenu, avec la méthode de calcul.",
            en = "The monthly table of the last 12 months: requests received, handled, waiting, mean delay and \z
            share within the agreed delay, with the method of calculation." },
          rule = { fr = "Convention, engagements de service", en = "Agreement, service commitments" } },
      },
      questions = {
        { id = "membership_sample", weight = 4,
          title = { fr = "Dossiers d’affiliation tirés au sort", en = "Membership files drawn by lot" },
          guidance = { fr = "Tirer quinze dossiers dans la liste remise, les ouvrir avec un gestionnaire : pièces \z
            complètes, saisie exacte, date d’effet juste. Noter les numéros et ce qui manque.",
            en = "Draw fifteen files from the list delivered, open them with a handler: complete, entered \z
            correctly, right date of effect. Note the numbers and what is missing." } },
        { id = "membership_instructions", weight = 2,
          title = { fr = "Consignes connues des gestionnaires", en = "Instructions known to the handlers" },
          guidance = { fr = "Demander à deux gestionnaires de traiter devant vous une portabilité et une dispense : \z
            quelle consigne, où est-elle, de quelle date ? La comparer à la procédure remise.",
            en = "Ask two handlers to process a portability and an exemption before you: which instruction, where \z
            is it, of which date? Compare it with the procedure delivered." } },
      },
    },
    { id = "contributions",
      title = { fr = "Cotisations", en = "Contributions" },
      pieces = {
        { id = "tariff_revisions", weight = 4, when = "collects_contributions = true",
          title = { fr = "Révisions tarifaires", en = "Tariff revisions" },
          expected = { fr = "La décision de l’assureur, les courriers de révision et la preuve de leur envoi dans \z
            le délai du contrat ; pour cinq contrats, l’ancien taux, le nouveau et la date d’effet.",
            en = "The insurer’s decision, the letters of revision and proof that they left within the contract’s \z
            delay; for five contracts, the old rate, the new one and the date of effect." },
          rule = { fr = "Contrat, clause de révision", en = "Contract, clause on revision" } },
        { id = "tariff_settings", weight = 4, when = "collects_contributions = true",
          title = { fr = "Paramétrage des taux et des assiettes", en = "Settings of rates and bases" },
          expected = { fr = "Les écrans ou extraits de paramétrage de cinq contrats après la révision : taux, \z
            tranches, plafond de la Sécurité sociale de l’année ; le contrôle d’une deuxième personne.",
            en = "Screens or extracts of the settings of five contracts after the revision: rates, brackets, the \z
            year’s social security ceiling; the check by a second person." },
          rule = { fr = "Convention, annexe Cotisations", en = "Agreement, annex on contributions" } },
        { id = "dsn_settings", weight = 3, when = "collects_contributions = true and market <> 'individual'",
          title = { fr = "Fiches de paramétrage DSN", en = "DSN setting sheets" },
          expected = { fr = "Pour dix entreprises, la fiche publiée et sa date : code organisme, code délégataire, \z
            référence du contrat, codes option et population, identiques au contrat.",
            en = "For ten companies, the sheet as published and its date: codes of the insurer and the delegate, \z
            contract reference, option and population codes, as in the contract." },
          rule = { fr = "CSS, art. L. 133-5-3 ; convention", en = "CSS, art. L. 133-5-3; agreement" } },
        { id = "dsn_reconciliation", weight = 4, when = "collects_contributions = true and market <> 'individual'",
          title = { fr = "Rapprochement des DSN et des paiements", en = "DSN reconciled with payments" },
          expected = { fr = "L’état d’un trimestre par entreprise : cotisation déclarée, calculée, payée, écart et \z
            son traitement ; les anomalies sans suite depuis plus de 60 jours.",
            en = "A quarter’s statement by company: contribution declared, calculated, paid, the gap and what was \z
            done; anomalies left for more than 60 days." },
          rule = { fr = "Convention, annexe Cotisations", en = "Agreement, annex on contributions" } },
        { id = "contribution_calls", weight = 3, when = "collects_contributions = true",
          title = { fr = "Appels de cotisations", en = "Calls for contributions" },
          expected = { fr = "Cinq appels ou échéanciers : assureur pour le compte duquel on encaisse, période, \z
            montant taxes comprises, échéance, moyens de paiement.",
            en = "Five calls or schedules: insurer on whose behalf the money is collected, period, amount with \z
            taxes, due date, means of payment." },
          rule = { fr = "Convention, annexe Cotisations", en = "Agreement, annex on contributions" } },
        { id = "collection_statement", weight = 4, when = "collects_contributions = true",
          title = { fr = "État des encaissements", en = "Statement of collections" },
          expected = { fr = "L’état mensuel de l’année par contrat et son rapprochement avec le compte bancaire \z
            dédié ; encaissements non affectés, avec leur ancienneté.",
            en = "The year’s monthly statement by contract and its reconciliation with the dedicated bank account; \z
            amounts not allocated, with their age." },
          rule = { fr = "Convention, clause financière", en = "Agreement, financial clause" } },
        { id = "remittance_statements", weight = 5, when = "collects_contributions = true",
          title = { fr = "Bordereaux de reversement à l’assureur", en = "Remittances to the insurer" },
          expected = { fr = "Les bordereaux de l’année : mois de cotisation, montants encaissés, commissions et \z
            frais déduits, date du virement comparée à la date convenue.",
            en = "The year’s statements: month of contribution, amounts collected, commissions and fees deducted, \z
            date of the transfer against the date agreed." },
          rule = { fr = "Convention, clause financière", en = "Agreement, financial clause" } },
        { id = "arrears_balance", weight = 4, when = "collects_contributions = true",
          title = { fr = "Balance âgée des impayés", en = "Aged balance of arrears" },
          expected = { fr = "La balance à la fin du dernier trimestre : impayés à 30, 60, 90 jours et au-delà, par \z
            contrat, avec l’action en cours et sa date.",
            en = "The balance at the end of the last quarter: arrears of 30, 60, 90 days and more, by contract, \z
            with the action under way and its date." },
          rule = { fr = "Convention, annexe Cotisations", en = "Agreement, annex on contributions" } },
        { id = "dunning_letters", weight = 4, when = "collects_contributions = true",
          title = { fr = "Relances et mises en demeure", en = "Reminders and formal notices" },
          expected = { fr = "Les modèles et cinq dossiers : délai avant mise en demeure, texte cité, effet annoncé \z
            (suspension, résiliation), preuve d’envoi. Le texte doit être celui du code dont relève l’assureur.",
            en = "The models and five files: delay before the notice, law cited, effect announced (suspension, \z
            termination), proof of sending. The law must be of the code that governs the insurer." },
          rule = { fr = "Code de la mutualité, art. L. 221-7 et L. 221-8 ; code des assurances, art. L. 113-3",
            en = "Code de la mutualité, art. L. 221-7 and L. 221-8; code des assurances, art. L. 113-3" } },
        { id = "pre_litigation_files", weight = 3, when = "collects_contributions = true",
          title = { fr = "Dossiers de précontentieux", en = "Pre-litigation files" },
          expected = { fr = "La liste des dossiers et trois d’entre eux : échéancier accordé et par qui, accord de \z
            l’assureur au-delà du seuil convenu, transmission au contentieux.",
            en = "The list of files and three of them: schedule granted and by whom, the insurer’s agreement above \z
            the agreed threshold, transfer to litigation." },
          rule = { fr = "Convention, pouvoirs délégués", en = "Agreement, delegated powers" } },
        { id = "solidarity_tax_base", weight = 4, when = "collects_contributions = true",
          title = { fr = "Assiette de la taxe de solidarité additionnelle", en = "Base of the solidarity tax" },
          expected = { fr = "L’état trimestriel remis à l’assureur : cotisations par taux de taxe, régularisations, \z
            et son rapprochement avec les encaissements.",
            en = "The quarterly statement given to the insurer: contributions by tax rate, corrections, and its \z
            reconciliation with the collections." },
          rule = { fr = "CSS, art. L. 862-4", en = "CSS, art. L. 862-4" } },
      },
      questions = {
        { id = "contribution_walkthrough", weight = 4, when = "collects_contributions = true",
          title = { fr = "Parcours d’une cotisation", en = "One contribution followed through" },
          guidance = { fr = "Suivre une cotisation avec le comptable, de l’appel au virement à l’assureur : chaque \z
            étape, sa date, sa pièce. Recalculer le montant et le délai de reversement.",
            en = "Follow one contribution with the accountant, from the call to the transfer to the insurer: each \z
            step, its date, its record. Recalculate the amount and the delay." } },
        { id = "dedicated_account", weight = 5, when = "collects_contributions = true",
          title = { fr = "Compte dédié et pouvoirs bancaires", en = "Dedicated account and bank powers" },
          guidance = { fr = "Lire avec le responsable financier les relevés du compte dédié et la liste des \z
            signataires : aucun fonds propre mêlé, double signature, personnes encore présentes.",
            en = "Read the statements of the dedicated account and the list of signatories with the head of \z
            finance: no own funds mixed in, two signatures, people still there." } },
        { id = "late_remittances", weight = 4, when = "remittance_statements = 'nonconforming'",
          title = { fr = "Causes des reversements tardifs", en = "Causes of late remittances" },
          guidance = { fr = "Reprendre les trois plus longs retards avec le comptable : où le temps passe-t-il, qui \z
            alerte, depuis quand ? Demander le calendrier qui ramènera au délai convenu.",
            en = "Go through the three longest delays with the accountant: where is the time lost, who warns, since \z
            when? Ask for the calendar that will bring back the agreed delay." } },
      },
    },
    { id = "benefits",
      title = { fr = "Prestations", en = "Benefits" },
      pieces = {
        { id = "guarantee_settings", weight = 5, when = "pays_benefits = true",
          title = { fr = "Paramétrage des garanties", en = "Settings of the cover" },
          expected = { fr = "La fiche de paramétrage et les cas de test de cinq contrats, avec leur résultat, \z
            signés par une personne autre que l’auteur ; date de mise en production.",
            en = "The setting sheet and the test cases of five contracts with their results, signed by somebody \z
            other than the author; date of release." },
          rule = { fr = "Convention, annexe Prestations", en = "Agreement, annex on benefits" } },
        { id = "responsible_contract", weight = 4, when = "pays_benefits = true",
          title = { fr = "Contrat responsable et 100 % santé", en = "Responsible contract and full-cover basket" },
          expected = { fr = "Pour trois contrats : tableau des planchers et plafonds (optique, dentaire, \z
            audiologie, dépassements d’honoraires) et trois décomptes réels qui les respectent.",
            en = "For three contracts: the table of floors and ceilings (optical, dental, hearing, extra fees) and \z
            three real statements that keep to them." },
          rule = { fr = "CSS, art. L. 871-1, R. 871-1 et R. 871-2",
            en = "CSS, art. L. 871-1, R. 871-1 and R. 871-2" } },
        { id = "benefit_delays", weight = 4, when = "pays_benefits = true",
          title = { fr = "Délais de remboursement", en = "Delays of reimbursement" },
          expected = { fr = "Le tableau mensuel des 12 derniers mois : demandes télétransmises et papier, délai \z
            moyen, part dans le délai convenu, stock, avec la méthode de calcul.",
            en = "The monthly table of the last 12 months: electronic and paper claims, mean delay, share within \z
            the agreed delay, backlog, with the method of calculation." },
          rule = { fr = "Convention, engagements de service", en = "Agreement, service commitments" } },
        { id = "payment_list", weight = 3, when = "pays_benefits = true",
          title = { fr = "Liste des prestations payées", en = "List of benefits paid" },
          expected = { fr = "Le fichier d’un trimestre, limité aux contrats délégués : contrat, bénéficiaire, acte, \z
            date de soins, montants, date de paiement, bénéficiaire du virement.",
            en = "A quarter’s file, limited to the delegated contracts: contract, beneficiary, act, date of care, \z
            amounts, date of payment, who was paid." },
          rule = { fr = "Convention ; RGPD, art. 5 (minimisation)",
            en = "Agreement; GDPR, art. 5 (data minimisation)" } },
        { id = "benefit_statements", weight = 3, when = "pays_benefits = true",
          title = { fr = "Décomptes de prestations", en = "Benefit statements" },
          expected = { fr = "Dix décomptes envoyés : nom de l’assureur, dépense, part du régime obligatoire, part \z
            complémentaire, reste à charge, voies de réclamation.",
            en = "Ten statements as sent: insurer’s name, expense, share of the basic scheme, share of the \z
            complementary cover, what remains, how to complain." },
          rule = { fr = "Convention, annexe Prestations", en = "Agreement, annex on benefits" } },
        { id = "high_amount_checks", weight = 5, when = "pays_benefits = true",
          title = { fr = "Contrôles avant paiement des montants élevés",
            en = "Checks of high amounts before payment" },
          expected = { fr = "Le seuil, le registre des contrôles du trimestre et dix dossiers : pièces vérifiées, \z
            contrôleur autre que le gestionnaire, date du contrôle avant celle du paiement.",
            en = "The threshold, the quarter’s register of checks and ten files: what was verified, a controller \z
            other than the handler, the check dated before the payment." },
          rule = { fr = "Convention, contrôle interne", en = "Agreement, internal control" } },
        { id = "double_payments", weight = 4, when = "pays_benefits = true",
          title = { fr = "Doubles paiements", en = "Double payments" },
          expected = { fr = "La requête de détection et ses critères, les résultats de l’année, la suite de chaque \z
            cas : justifié, récupéré, en cours.",
            en = "The query that detects them and its criteria, the year’s results, what became of each case: \z
            justified, recovered, under way." },
          rule = { fr = "Convention, contrôle interne", en = "Agreement, internal control" } },
        { id = "undue_payments", weight = 4, when = "pays_benefits = true",
          title = { fr = "Indus et trop-perçus", en = "Undue payments and overpayments" },
          expected = { fr = "L’état des indus : date, cause, montant, récupéré, reste dû, ancienneté ; cinq \z
            dossiers avec la demande de remboursement, qui cite le bon texte, et les relances.",
            en = "The statement of undue payments: date, cause, amount, recovered, left, age; five files with the \z
            demand for repayment, which cites the right law, and the reminders." },
          rule = { fr = "Code civil, art. 1302-1 ; code de la mutualité, art. L. 221-11",
            en = "Code civil, art. 1302-1; code de la mutualité, art. L. 221-11" } },
        { id = "third_party_claims", weight = 3, when = "pays_benefits = true and third_party_payment = true",
          title = { fr = "Factures et rejets du tiers payant", en = "Third-party payment invoices and rejects" },
          expected = { fr = "L’état d’un trimestre : factures reçues, payées, rejetées et motif, délai de paiement \z
            des professionnels de santé, réclamations de ces derniers.",
            en = "A quarter’s statement: invoices received, paid, rejected and why, delay of payment to care \z
            providers, their complaints." },
          rule = { fr = "Convention, annexe Prestations", en = "Agreement, annex on benefits" } },
        { id = "quotes_and_agreements", weight = 3, when = "pays_benefits = true",
          title = { fr = "Devis et prises en charge hospitalières",
            en = "Quotes and agreements to cover hospital care" },
          expected = { fr = "Dix réponses à des devis et cinq prises en charge : délai de réponse, montant annoncé \z
            et montant payé, droits vérifiés à la date.",
            en = "Ten answers to quotes and five agreements to cover: delay of the answer, amount announced and \z
            amount paid, rights verified on the date." },
          rule = { fr = "Convention, annexe Prestations", en = "Agreement, annex on benefits" } },
        { id = "claims_account", weight = 5, when = "pays_benefits = true",
          title = { fr = "Compte de prestations et appels de fonds", en = "Claims account and calls for funds" },
          expected = { fr = "Les rapprochements bancaires de l’année, les appels de fonds et leur justification par \z
            les prestations payées ; virements rejetés et chèques non encaissés, avec leur ancienneté.",
            en = "The year’s bank reconciliations, the calls for funds and their justification by benefits paid; \z
            transfers sent back and cheques not cashed, with their age." },
          rule = { fr = "Convention, clause financière", en = "Agreement, financial clause" } },
        { id = "fraud_prevention", weight = 4, when = "pays_benefits = true",
          title = { fr = "Prévention de la fraude", en = "Prevention of fraud" },
          expected = { fr = "Le dispositif, le nombre de cas détectés et confirmés dans l’année et les montants \z
            évités, sans aucun nom ; les changements de RIB contrôlés avant paiement.",
            en = "The arrangements, the number of cases detected and confirmed in the year and the amounts avoided, \z
            without any name; changes of bank account checked before payment." },
          rule = { fr = "Convention, contrôle interne", en = "Agreement, internal control" } },
      },
      questions = {
        { id = "benefit_sample", weight = 5, when = "pays_benefits = true",
          title = { fr = "Dossiers de prestation recalculés", en = "Benefit files recalculated" },
          guidance = { fr = "Tirer vingt paiements au sort dans la liste remise et les recalculer avec le tableau \z
            de garanties : droits, pièces, montant, destinataire. Noter chaque écart en euros.",
            en = "Draw twenty payments from the list delivered and recalculate them with the table of cover: \z
            rights, documents, amount, payee. Note each gap in euros." } },
        { id = "separation_of_duties", weight = 5, when = "pays_benefits = true",
          title = { fr = "Séparation de la saisie et du paiement", en = "Entry separated from payment" },
          guidance = { fr = "Faire montrer à un gestionnaire ce que son profil permet : qui saisit, qui valide, qui \z
            envoie le virement ? Essayer de valider sa propre saisie.",
            en = "Have a handler show what the profile allows: who enters, who validates, who sends the transfer? \z
            Try to validate one’s own entry." } },
        { id = "handler_checks", weight = 3, when = "pays_benefits = true",
          title = { fr = "Contrôle du travail des gestionnaires", en = "Checks of the handlers’ work" },
          guidance = { fr = "Voir avec le référent technique comment l’échantillon est tiré, le dernier taux de \z
            qualité, une erreur corrigée et le rappel fait au gestionnaire.",
            en = "See with the technical referent how the sample is drawn, the last quality rate, an error mended \z
            and the reminder given to the handler." } },
        { id = "undue_recovery", weight = 4, when = "undue_payments = 'nonconforming'",
          title = { fr = "Récupération des indus", en = "Recovery of undue payments" },
          guidance = { fr = "Prendre les cinq plus gros indus ouverts et refaire leur histoire avec le \z
            gestionnaire : cause, demande, relances, remboursement. Chercher la cause commune.",
            en = "Take the five largest that are open and retrace them with the handler: cause, demand, reminders, \z
            repayment. Look for the common cause." } },
      },
    },
    { id = "organisation",
      title = { fr = "Organisation du délégataire", en = "The delegate’s organisation" },
      questions = {
        { id = "complaint_sample", clause = "8.2.1", weight = 4, when = "handles_complaints = true",
          title = { fr = "Réclamations relues de bout en bout", en = "Complaints read from end to end" },
          guidance = { fr = "Relire dix réclamations, dont trois closes le jour même ; chercher dans les appels et \z
            courriels d’une journée une insatisfaction qui n’a pas été enregistrée.",
            en = "Read ten complaints, three of them closed the same day; look through a day’s calls and mails for \z
            dissatisfaction that was not recorded." },
          rule = { fr = "Recommandation ACPR 2022-R-01", en = "ACPR recommendation 2022-R-01" } },
        { id = "complaint_causes", clause = "10.2", weight = 3,
          when = "handles_complaints = true and complaint_sample = 'nonconforming'",
          title = { fr = "Causes des réclamations fondées", en = "Causes of founded complaints" },
          guidance = { fr = "Demander l’analyse des causes de trois réclamations fondées, l’action décidée et ce \z
            qui prouve son effet.",
            en = "Ask for the analysis of the causes of three founded complaints, the action decided and what \z
            proves its effect." } },
        { id = "access_rights", clause = "7.1.3", weight = 5,
          title = { fr = "Droits d’accès au système de gestion", en = "Access rights to the management system" },
          guidance = { fr = "Comparer la liste des comptes ouverts avec l’effectif et les départs de l’année ; voir \z
            la dernière revue des droits et les comptes à privilèges.",
            en = "Compare the open accounts with the staff and the year’s leavers; see the last review of rights \z
            and the privileged accounts." },
          rule = { fr = "RGPD, art. 32", en = "GDPR, art. 32" } },
        { id = "personal_data", clause = "8.5.3", weight = 5,
          title = { fr = "Protection des données de santé", en = "Protection of health data" },
          guidance = { fr = "Voir avec le délégué à la protection des données le registre des traitements, l’accord \z
            de sous-traitance, les purges faites et les violations de l’année.",
            en = "See with the data protection officer the register of processing, the processor’s agreement, the \z
            purges done and the year’s breaches." },
          rule = { fr = "RGPD, art. 9, 28, 30 et 33", en = "GDPR, art. 9, 28, 30 and 33" } },
        { id = "continuity", clause = "8.1", weight = 4,
          title = { fr = "Continuité d’activité", en = "Business continuity" },
          guidance = { fr = "Lire le plan et le compte rendu du dernier exercice : scénarios, délai de reprise \z
            atteint, écarts et actions ; vérifier une restauration de sauvegarde.",
            en = "Read the plan and the report of the last exercise: scenarios, recovery time reached, gaps and \z
            actions; verify that a backup was restored." },
          rule = { fr = "Règlement délégué (UE) 2015/35, art. 274",
            en = "Delegated Regulation (EU) 2015/35, art. 274" } },
        { id = "subdelegation", clause = "8.4", weight = 4, when = "subdelegates = true",
          title = { fr = "Sous-délégation", en = "Sub-delegation" },
          guidance = { fr = "Voir l’accord écrit de l’assureur, le contrat de chaque sous-délégataire et le dernier \z
            contrôle que le délégataire en a fait.",
            en = "See the insurer’s written agreement, the contract of each sub-delegate and the delegate’s own \z
            last check of it." },
          rule = { fr = "Règlement délégué (UE) 2015/35, art. 274 ; RGPD, art. 28",
            en = "Delegated Regulation (EU) 2015/35, art. 274; GDPR, art. 28" } },
        { id = "regulatory_watch", clause = "7.5", weight = 3,
          title = { fr = "Veille et mise à jour des modèles", en = "Regulatory watch and templates" },
          guidance = { fr = "Choisir deux changements de texte de l’année : qui les a vus, quels modèles ont \z
            changé, à quelle date, validés par qui ?",
            en = "Choose two changes of law of the year: who saw them, which templates changed, on which date, \z
            approved by whom?" } },
        { id = "open_recommendations", clause = "10.2.1", weight = 5,
          title = { fr = "Suites des audits précédents", en = "What became of earlier audits" },
          guidance = { fr = "Reprendre chaque recommandation ouverte avec son responsable : ce qui a été fait, la \z
            preuve, l’effet constaté. Sans preuve, elle n’est pas résolue.",
            en = "Go through each open recommendation with its owner: what was done, the proof, the effect seen. \z
            Without proof it is not resolved." } },
      },
    },
  },
  samples  = {
    { id = "affiliations", item = "membership_sample", from = "affiliation", where = "left_on is missing",
      sample = { size = 15 }, title = { fr = "Dossiers d’affiliation", en = "Membership files" } },
    { id = "payments", item = "benefit_sample", from = "delegated_payment", where = "amount > 0.00 EUR",
      sample = { size = 4, by = "act" }, title = { fr = "Prestations payées", en = "Benefits paid" } },
  },
  resolve_within = {
    ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months", major = "1 months",
  },
  messages = {
    missing       = { fr = "Pièce non remise : rien n’est prouvé.", en = "Not delivered: nothing is proven." },
    nonconforming = { fr = "Droit ou convention non respectés.", en = "Law or agreement is not respected." },
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
