-- SPDX-License-Identifier: Apache-2.0
-- The internal audit of one process, by the clauses of ISO 9001:2015. Each guidance goes the same way: the method (who
-- is asked, what is taken), the result to be seen, the conclusion, the action that follows, the proof that closes it.
local levels = { "very low", "low", "medium", "high", "major" }

return checklist "internal-audit" {
  title    = { fr = "Audit interne d’un processus", en = "Internal audit of a process" },
  audits   = "process",
  facts    = {
    boolean "serves_clients" {
      required = true,
      title    = { fr = "contact direct avec les clients", en = "direct contact with clients" },
    },
    boolean "uses_providers" {
      required = true,
      title    = { fr = "recours à des prestataires", en = "use of external providers" },
    },
    boolean "holds_property" {
      required = true,
      title    = { fr = "données ou pièces confiées par des tiers", en = "data or documents entrusted by others" },
    },
    boolean "designs"        { required = true, title = { fr = "conception de services", en = "design of services" } },
    boolean "changed"        {
      required = true,
      title    = { fr = "changement depuis le dernier audit", en = "change since the last audit" },
    },
  },
  domains  = {
    { id = "context",
      title = { fr = "Contexte du processus (4)", en = "Context of the process (4)" },
      questions = {
        { id = "process_context", clause = "4.1", weight = 2,
          title = { fr = "Enjeux connus du pilote", en = "Issues known to the pilot" },
          guidance = { fr = "Méthode : demander au pilote ce qui, dedans et dehors, pèse sur son processus, climat \z
            compris. Résultat : comparer à la liste des enjeux. Conclusion : un enjeu manque-t-il ? Action : revue \z
            du contexte. Preuve : fiche datée.",
            en = "Method: ask the pilot what weighs on the process, inside and outside, climate included. Result: \z
            compare with the list of issues. Conclusion: is one missing? Action: review of the context. Proof: a \z
            dated sheet." } },
        { id = "interested_parties", clause = "4.2", weight = 2,
          title = { fr = "Attentes des parties prenantes", en = "What interested parties expect" },
          guidance = { fr = "Méthode : choisir deux parties prenantes de la fiche. Résultat : leurs attentes et la \z
            façon de les recueillir. Conclusion : sont-elles prises en compte ? Action : objectif ou consigne. \z
            Preuve : échange daté.",
            en = "Method: choose two interested parties of the sheet. Result: what they expect and how it is \z
            gathered. Conclusion: is it taken into account? Action: an objective or an instruction. Proof: a dated \z
            exchange." } },
        { id = "process_sheet", clause = "4.4.1", weight = 5,
          title = { fr = "Fiche fidèle à ce qui se fait", en = "A sheet true to what is done" },
          guidance = { fr = "Méthode : suivre un dossier réel du début à la fin, la fiche en main. Résultat : \z
            étapes, entrées, sorties, contrôles. Conclusion : écarts avec la fiche. Action : corriger la fiche ou \z
            la pratique. Preuve : version acceptée.",
            en = "Method: follow a real file from start to end, sheet in hand. Result: steps, inputs, outputs, \z
            controls. Conclusion: gaps with the sheet. Action: mend the sheet or the practice. Proof: an accepted \z
            version." } },
        { id = "interfaces", clause = "4.4.1", weight = 4,
          title = { fr = "Passages de relais avec les autres processus", en = "Handovers with the other processes" },
          guidance = { fr = "Méthode : interroger un amont et un aval. Résultat : ce qui arrive, ce qui part, sous \z
            quel délai, ce qui se perd. Conclusion : où attend-on ? Action : règle convenue à deux. Preuve : délai \z
            mesuré depuis.",
            en = "Method: question one process upstream and one downstream. Result: what comes, what goes, within \z
            which delay, what is lost. Conclusion: where does it wait? Action: a rule agreed by both. Proof: the \z
            delay measured since." } },
        { id = "process_records", clause = "4.4.2", weight = 3,
          title = { fr = "Traces que le processus a fonctionné", en = "Evidence that the process was carried out" },
          guidance = { fr = "Méthode : tirer trois semaines de l’année. Résultat : contrôles, relevés et revues de \z
            ces semaines. Conclusion : le processus a-t-il tourné sans interruption ? Action : combler la trace \z
            manquante. Preuve : traces retrouvées.",
            en = "Method: draw three weeks of the year. Result: checks, readings and reviews of those weeks. \z
            Conclusion: did the process run without a break? Action: restore the evidence that is missing. Proof: \z
            the records found." } },
      },
    },
    { id = "leadership",
      title = { fr = "Engagement et responsabilités (5)", en = "Leadership and responsibilities (5)" },
      questions = {
        { id = "management_support", clause = "5.1.1", weight = 3,
          title = { fr = "Appui de la direction au pilote", en = "Management’s support of the pilot" },
          guidance = { fr = "Méthode : demander au pilote la dernière décision obtenue de la direction et la \z
            dernière refusée. Résultat : délai, moyens. Conclusion : peut-il agir ? Action : arbitrage demandé. \z
            Preuve : compte rendu.",
            en = "Method: ask the pilot for the last decision obtained from management and the last refused. \z
            Result: delay, means. Conclusion: can the pilot act? Action: a decision asked for. Proof: the \z
            minutes." } },
        { id = "client_focus", clause = "5.1.2", weight = 4, when = "serves_clients = true",
          title = { fr = "Le client dans les arbitrages", en = "The client when choices are made" },
          guidance = { fr = "Méthode : prendre deux décisions récentes du processus. Résultat : l’effet sur le \z
            client était-il écrit ? Conclusion : qui l’a pesé ? Action : le demander à chaque décision. Preuve : \z
            décision suivante.",
            en = "Method: take two recent decisions of the process. Result: was the effect on the client written \z
            down? Conclusion: who weighed it? Action: ask for it with each decision. Proof: the next decision." } },
        { id = "quality_policy", clause = "5.2.2", weight = 2,
          title = { fr = "Politique qualité comprise sur le terrain",
            en = "The quality policy understood on the ground" },
          guidance = { fr = "Méthode : demander à trois personnes ce que la politique change à leur travail. \z
            Résultat : leurs mots, non une récitation. Conclusion : est-elle vivante ? Action : en parler en \z
            réunion d’équipe. Preuve : ordre du jour.",
            en = "Method: ask three people what the policy changes in their work. Result: their words, not a \z
            recitation. Conclusion: is it alive? Action: talk about it in team meetings. Proof: the agenda." } },
        { id = "roles", clause = "5.3", weight = 4,
          title = { fr = "Pilote, suppléants et pouvoirs", en = "Pilot, back-ups and powers" },
          guidance = { fr = "Méthode : demander qui décide en l’absence du pilote, puis regarder sa dernière \z
            absence. Résultat : décisions prises et par qui. Conclusion : suppléance réelle ? Action : nommer, \z
            déléguer. Preuve : fiche et droits ouverts.",
            en = "Method: ask who decides when the pilot is away, then look at the last absence. Result: decisions \z
            taken and by whom. Conclusion: is the back-up real? Action: appoint, delegate. Proof: the sheet and the \z
            rights given." } },
      },
    },
    { id = "planning",
      title = { fr = "Risques, objectifs et changements (6)", en = "Risks, objectives and changes (6)" },
      questions = {
        { id = "risks", clause = "6.1.1", weight = 5,
          title = { fr = "Risques et opportunités du processus", en = "Risks and opportunities of the process" },
          guidance = { fr = "Méthode : demander au pilote ses trois craintes, puis lire le registre. Résultat : \z
            cotation, date, incidents de l’année. Conclusion : un incident est-il venu d’un risque absent ? \z
            Action : l’ajouter, le coter. Preuve : registre.",
            en = "Method: ask the pilot for three fears, then read the register. Result: rating, date, the year’s \z
            incidents. Conclusion: did an incident come from a risk that is not there? Action: add it, rate it. \z
            Proof: the register." } },
        { id = "risk_actions", clause = "6.1.2", weight = 4,
          title = { fr = "Effet des actions sur les risques", en = "Effect of the actions on risks" },
          guidance = { fr = "Méthode : prendre les deux risques les plus élevés. Résultat : contrôle ou action qui \z
            leur répond, ce qu’il a trouvé. Conclusion : le risque a-t-il baissé ? Action : renforcer ou alléger. \z
            Preuve : nouvelle cotation motivée.",
            en = "Method: take the two highest risks. Result: the control or action that answers them, what it \z
            found. Conclusion: did the risk go down? Action: strengthen or lighten. Proof: a new rating with its \z
            reason." } },
        { id = "objectives", clause = "6.2.1", weight = 5,
          title = { fr = "Objectifs mesurés et connus", en = "Objectives measured and known" },
          guidance = { fr = "Méthode : lire les objectifs avec le pilote, puis les demander à un gestionnaire. \z
            Résultat : cible, valeur, tendance. Conclusion : atteints, à revoir ? Action : décision de revue. \z
            Preuve : mesure du trimestre suivant.",
            en = "Method: read the objectives with the pilot, then ask a handler for them. Result: target, value, \z
            trend. Conclusion: met, to be revised? Action: a decision of the review. Proof: the next quarter’s \z
            measurement." } },
        { id = "objective_plans", clause = "6.2.2", weight = 4,
          title = { fr = "Plan derrière chaque objectif", en = "A plan behind each objective" },
          guidance = { fr = "Méthode : prendre un objectif manqué. Résultat : qui, quoi, moyens, échéance, façon de \z
            juger. Conclusion : le plan pouvait-il réussir ? Action : le refaire. Preuve : actions closes et effet \z
            constaté.",
            en = "Method: take an objective that was missed. Result: who, what, means, due date, how it is judged. \z
            Conclusion: could the plan succeed? Action: make it again. Proof: actions closed and their effect \z
            seen." } },
        { id = "planned_changes", clause = "6.3", weight = 3, when = "changed = true",
          title = { fr = "Changements préparés", en = "Changes prepared ahead" },
          guidance = { fr = "Méthode : raconter avec le pilote le dernier changement. Résultat : but, risques, \z
            moyens, responsables fixés avant. Conclusion : qu’est-ce qui a surpris ? Action : compléter la \z
            préparation type. Preuve : dossier du changement.",
            en = "Method: go through the last change with the pilot. Result: aim, risks, means, people in charge \z
            set ahead. Conclusion: what came as a surprise? Action: complete the usual preparation. Proof: the file \z
            of the change." } },
      },
    },
    { id = "support",
      title = { fr = "Moyens, compétences et documents (7)", en = "Means, competence and documents (7)" },
      questions = {
        { id = "staffing", clause = "7.1.2", weight = 4,
          title = { fr = "Effectif et charge", en = "Staff and workload" },
          guidance = { fr = "Méthode : comparer avec le responsable flux, temps moyen et présents sur trois mois. \z
            Résultat : stock, délai, heures supplémentaires. Conclusion : effectif suffisant ? Action : \z
            dimensionnement. Preuve : stock résorbé.",
            en = "Method: compare inflow, mean time and people present over three months with the manager. Result: \z
            backlog, delay, overtime. Conclusion: enough staff? Action: sizing. Proof: the backlog worked off." } },
        { id = "tools", clause = "7.1.3", weight = 3, title = { fr = "Outils et pannes", en = "Tools and outages" },
          guidance = { fr = "Méthode : demander aux utilisateurs la dernière panne et le contournement. Résultat : \z
            journal des incidents, durée, dossiers touchés. Conclusion : mode dégradé prêt ? Action : l’écrire, \z
            l’essayer. Preuve : compte rendu d’essai.",
            en = "Method: ask users for the last outage and how they got round it. Result: log of incidents, \z
            duration, files affected. Conclusion: is a fallback ready? Action: write it, try it. Proof: the report \z
            of the trial." } },
        { id = "working_conditions", clause = "7.1.4", weight = 2,
          title = { fr = "Conditions de travail", en = "Working conditions" },
          guidance = { fr = "Méthode : observer une heure le plateau et demander ce qui gêne. Résultat : bruit, \z
            interruptions, tensions, confidentialité. Conclusion : effet sur les erreurs ? Action : mesure décidée \z
            avec l’équipe. Preuve : avis recueilli après.",
            en = "Method: watch the floor for an hour and ask what hinders. Result: noise, interruptions, tension, \z
            confidentiality. Conclusion: effect on errors? Action: a measure decided with the team. Proof: their \z
            opinion afterwards." } },
        { id = "measuring_means", clause = "7.1.5", weight = 3,
          title = { fr = "Fiabilité des chiffres", en = "Reliability of the figures" },
          guidance = { fr = "Méthode : refaire un indicateur à partir des données, avec celui qui le produit. \z
            Résultat : valeur retrouvée ou non, requête, extraction. Conclusion : écart expliqué ? Action : \z
            corriger le calcul. Preuve : deux valeurs égales.",
            en = "Method: work out an indicator again from the data, with its maker. Result: the same value or not, \z
            query, extract. Conclusion: is the gap explained? Action: mend the calculation. Proof: two equal \z
            values." } },
        { id = "know_how", clause = "7.1.6", weight = 3,
          title = { fr = "Savoirs à transmettre", en = "Know-how to hand on" },
          guidance = { fr = "Méthode : demander qui est seul à savoir faire quoi. Résultat : tâches à une seule \z
            tête, départs prévus. Conclusion : que se passe-t-il demain sans elle ? Action : binôme, mode \z
            opératoire. Preuve : tâche faite par un autre.",
            en = "Method: ask who alone knows how to do what. Result: tasks that one person holds, departures \z
            foreseen. Conclusion: what if that person is away tomorrow? Action: pairing, instructions. Proof: the \z
            task done by another." } },
        { id = "competence", clause = "7.2", weight = 4,
          title = { fr = "Compétences requises et prouvées", en = "Competence required and proven" },
          guidance = { fr = "Méthode : prendre le dernier arrivé et un ancien. Résultat : compétences requises, \z
            formation, habilitation, taux de qualité. Conclusion : écart ? Action : formation, puis contrôle. \z
            Preuve : effet évalué, non la seule feuille de présence.",
            en = "Method: take the newest person and one of long standing. Result: competence required, training, \z
            authorisation, quality rate. Conclusion: a gap? Action: training, then a check. Proof: its effect \z
            assessed, not only the attendance list." } },
        { id = "awareness", clause = "7.3", weight = 2,
          title = { fr = "Conscience de sa part dans la qualité", en = "Aware of one’s part in quality" },
          guidance = { fr = "Méthode : demander à deux gestionnaires l’effet d’une erreur de leur part et à qui ils \z
            la disent. Résultat : exemples récents. Conclusion : la signale-t-on sans crainte ? Action : retour \z
            d’expérience. Preuve : signalements.",
            en = "Method: ask two handlers what an error of theirs causes and whom they tell. Result: recent \z
            examples. Conclusion: is it reported without fear? Action: lessons shared. Proof: reports made." } },
        { id = "communication", clause = "7.4", weight = 2,
          title = { fr = "Consignes reçues à temps", en = "Instructions received in time" },
          guidance = { fr = "Méthode : suivre la dernière consigne, de son auteur au dernier informé. Résultat : \z
            dates, canal, absents du jour. Conclusion : qui ne l’a pas eue ? Action : règle de diffusion. Preuve : \z
            accusés de lecture.",
            en = "Method: follow the last instruction from its author to the last person told. Result: dates, \z
            channel, people away that day. Conclusion: who did not get it? Action: a rule of distribution. Proof: \z
            acknowledgements." } },
        { id = "document_updates", clause = "7.5.2", weight = 3,
          title = { fr = "Documents approuvés et à jour", en = "Documents approved and up to date" },
          guidance = { fr = "Méthode : relever au poste les documents affichés ou enregistrés. Résultat : version, \z
            date, approbation. Conclusion : une version périmée sert-elle ? Action : la retirer, dire pourquoi elle \z
            restait. Preuve : second passage.",
            en = "Method: note the documents on display or saved at a workplace. Result: version, date, approval. \z
            Conclusion: is an old version in use? Action: withdraw it, say why it stayed. Proof: a second visit." } },
        { id = "record_protection", clause = "7.5.3", weight = 4,
          title = { fr = "Accès aux documents et conservation", en = "Access to documents and retention" },
          guidance = { fr = "Méthode : rechercher avec le pilote une trace d’il y a deux ans. Résultat : temps mis, \z
            droits de lecture, durée et purge. Conclusion : perdue, ou lisible par trop de monde ? Action : droits, \z
            durées. Preuve : trace retrouvée.",
            en = "Method: look for a record two years old with the pilot. Result: time taken, rights to read, \z
            retention and purge. Conclusion: lost, or readable by too many? Action: rights, durations. Proof: the \z
            record found." } },
      },
    },
    { id = "operation",
      title = { fr = "Réalisation (8)", en = "Operation (8)" },
      questions = {
        { id = "operating_criteria", clause = "8.1", weight = 4,
          title = { fr = "Critères et points de contrôle", en = "Criteria and points of control" },
          guidance = { fr = "Méthode : lire le plan de contrôle avec le référent. Résultat : pour chaque risque, \z
            qui contrôle, quand, avec quelle preuve. Conclusion : un contrôle n’a-t-il pas eu lieu ? Action : le \z
            rétablir. Preuve : registre des contrôles.",
            en = "Method: read the control plan with the referent. Result: for each risk, who checks, when, with \z
            which proof. Conclusion: did a check not take place? Action: restore it. Proof: the register of \z
            checks." } },
        { id = "client_exchange", clause = "8.2.1", weight = 4, when = "serves_clients = true",
          title = { fr = "Échanges avec les clients et réclamations", en = "Exchange with clients and complaints" },
          guidance = { fr = "Méthode : écouter ou lire dix échanges tirés au sort. Résultat : réponse exacte, \z
            délai, insatisfaction enregistrée. Conclusion : que ne voit-on pas ? Action : consigne, formation. \z
            Preuve : nouvel échantillon.",
            en = "Method: listen to or read ten exchanges drawn by lot. Result: right answer, delay, \z
            dissatisfaction recorded. Conclusion: what goes unseen? Action: instruction, training. Proof: a new \z
            sample." } },
        { id = "client_requirements", clause = "8.2.2", weight = 3, when = "serves_clients = true",
          title = { fr = "Exigences de la loi et du contrat", en = "Requirements of law and contract" },
          guidance = { fr = "Méthode : choisir un texte de l’année. Résultat : ce qu’il a changé dans consignes, \z
            courriers, outils. Conclusion : appliqué à sa date ? Action : veille attribuée. Preuve : modèle modifié \z
            et daté.",
            en = "Method: choose one law of the year. Result: what it changed in instructions, letters, tools. \z
            Conclusion: applied on its date? Action: a watch assigned. Proof: the template changed and dated." } },
        { id = "commitments", clause = "8.2.3", weight = 3, when = "serves_clients = true",
          title = { fr = "Engagements vérifiés avant d’être pris", en = "Commitments verified before they are made" },
          guidance = { fr = "Méthode : relire la dernière promesse de délai faite à un client. Résultat : qui a \z
            vérifié que l’on pouvait. Conclusion : tenue ? Action : vérification avant réponse. Preuve : promesses \z
            suivantes tenues.",
            en = "Method: read the last delay promised to a client. Result: who verified that it was possible. \z
            Conclusion: was it kept? Action: verify before answering. Proof: later promises kept." } },
        { id = "design", clause = "8.3.1", weight = 4, when = "designs = true",
          title = { fr = "Conception des services", en = "Design of services" },
          guidance = { fr = "Méthode : reprendre le dernier service conçu. Résultat : étapes, données de départ, \z
            revues, essais, modifications. Conclusion : une étape sautée ? Action : l’ajouter à la démarche. \z
            Preuve : dossier de conception.",
            en = "Method: go back over the last service designed. Result: stages, starting data, reviews, trials, \z
            changes. Conclusion: was a stage left out? Action: add it to the way of designing. Proof: the design \z
            file." } },
        { id = "provider_follow_up", clause = "8.4.1", weight = 4, when = "uses_providers = true",
          title = { fr = "Suivi des prestataires du processus", en = "Follow-up of the process’s providers" },
          guidance = { fr = "Méthode : demander au pilote l’évaluation de son prestataire principal. Résultat : \z
            critères, notes, incidents. Conclusion : aurait-il fallu agir ? Action : plan avec lui. Preuve : \z
            résultat suivant.",
            en = "Method: ask the pilot for the assessment of the main provider. Result: criteria, marks, \z
            incidents. Conclusion: should one have acted? Action: a plan with the provider. Proof: the next \z
            result." } },
        { id = "provider_requirements", clause = "8.4.3", weight = 3, when = "uses_providers = true",
          title = { fr = "Ce qui est demandé aux prestataires", en = "What is asked of providers" },
          guidance = { fr = "Méthode : lire la dernière commande ou convention. Résultat : service, délais, \z
            contrôles, données. Conclusion : le prestataire l’entend-il de même ? Action : avenant. Preuve : \z
            document signé.",
            en = "Method: read the last order or agreement. Result: service, delays, checks, data. Conclusion: does \z
            the provider understand it the same way? Action: an amendment. Proof: a signed document." } },
        { id = "file_sample", clause = "8.5.1", weight = 5,
          title = { fr = "Dossiers tirés au sort", en = "Files drawn by lot" },
          guidance = { fr = "Méthode : tirer quinze dossiers du trimestre, noter la graine et la population. \z
            Résultat : chaque étape faite, saisie exacte. Conclusion : taux d’écart et sa cause. Action : \z
            correction et rappel. Preuve : échantillon suivant.",
            en = "Method: draw fifteen files of the quarter, note the seed and the population. Result: each step \z
            done, entered correctly. Conclusion: rate of error and its cause. Action: correction and reminder. \z
            Proof: the next sample." } },
        { id = "traceability", clause = "8.5.2", weight = 3,
          title = { fr = "Retrouver l’état d’un dossier", en = "Finding the state of a file" },
          guidance = { fr = "Méthode : partir d’un paiement ou d’un courrier et remonter. Résultat : qui, quand, \z
            sur quelle pièce. Conclusion : où la piste se perd-elle ? Action : enregistrer le maillon. Preuve : \z
            remontée refaite en entier.",
            en = "Method: start from a payment or a letter and go back. Result: who, when, on which document. \z
            Conclusion: where is the trail lost? Action: record that link. Proof: the whole way traced again." } },
        { id = "entrusted_property", clause = "8.5.3", weight = 5, when = "holds_property = true",
          title = { fr = "Données et pièces confiées", en = "Data and documents entrusted" },
          guidance = { fr = "Méthode : suivre une pièce médicale de l’arrivée à la destruction. Résultat : accès, \z
            copies, durée. Conclusion : quelqu’un la voit-il sans besoin ? Action : fermer l’accès, informer. \z
            Preuve : droits relevés de nouveau.",
            en = "Method: follow a medical document from arrival to destruction. Result: access, copies, duration. \z
            Conclusion: does somebody see it without need? Action: close the access, inform. Proof: the rights \z
            listed again." } },
        { id = "after_delivery", clause = "8.5.5", weight = 3, when = "serves_clients = true",
          title = { fr = "Suites après le service rendu", en = "What follows once the service is rendered" },
          guidance = { fr = "Méthode : chercher les dossiers rouverts en trois mois. Résultat : motifs, délai, \z
            rectifications. Conclusion : que n’avait-on pas fait la première fois ? Action : à la source. Preuve : \z
            baisse des réouvertures.",
            en = "Method: look for files reopened within three months. Result: reasons, delay, corrections. \z
            Conclusion: what was not done the first time? Action: at the source. Proof: fewer reopened." } },
        { id = "changes_under_way", clause = "8.5.6", weight = 3, when = "changed = true",
          title = { fr = "Changements en cours de réalisation", en = "Changes while work goes on" },
          guidance = { fr = "Méthode : prendre un réglage ou une consigne changés en production. Résultat : \z
            autorisation, essai, date, dossiers en cours. Conclusion : lesquels ont été traités à tort ? Action : \z
            reprise. Preuve : liste soldée.",
            en = "Method: take a setting or an instruction changed during operation. Result: authorisation, trial, \z
            date, files under way. Conclusion: which were handled wrongly? Action: take them up again. Proof: the \z
            list cleared." } },
        { id = "release", clause = "8.6", weight = 5,
          title = { fr = "Vérification avant remise au client", en = "Verification before handing over" },
          guidance = { fr = "Méthode : comparer la liste des contrôles avec celle des remises. Résultat : contrôlé \z
            par un autre, avant. Conclusion : combien sont sortis sans contrôle ? Action : bloquer, revoir ceux-là. \z
            Preuve : mois suivant à zéro.",
            en = "Method: compare the list of checks with that of deliveries. Result: checked by another, before. \z
            Conclusion: how many left unchecked? Action: hold, look at those again. Proof: none in the next \z
            month." } },
        { id = "nonconforming_outputs", clause = "8.7", weight = 5,
          title = { fr = "Ce qui n’était pas conforme", en = "What did not conform" },
          guidance = { fr = "Méthode : lire les écarts du trimestre avec le référent. Résultat : décision, auteur, \z
            client informé. Conclusion : un écart est-il resté sans décision ? Action : décider, tracer. Preuve : \z
            registre complet.",
            en = "Method: read the quarter’s deviations with the referent. Result: decision, by whom, client told. \z
            Conclusion: was one left undecided? Action: decide, record. Proof: a complete register." } },
        { id = "escaped_cases", clause = "8.7", weight = 5,
          when = "release = 'nonconforming' or nonconforming_outputs = 'nonconforming'",
          title = { fr = "Étendue de ce qui est sorti à tort", en = "Extent of what got out wrongly" },
          guidance = { fr = "Méthode : rechercher dans les données tous les cas semblables depuis un an. Résultat : \z
            nombre, montants, clients. Conclusion : gravité. Action : réparer, informer. Preuve : chaque cas soldé.",
            en = "Method: search the data for all similar cases of a year. Result: number, amounts, clients. \z
            Conclusion: how serious. Action: repair, inform. Proof: each case settled." } },
      },
    },
    { id = "evaluation",
      title = { fr = "Mesure, audits et revues (9)", en = "Measurement, audits and reviews (9)" },
      questions = {
        { id = "indicators", clause = "9.1.1", weight = 5,
          title = { fr = "Indicateurs suivis et utiles", en = "Indicators followed and useful" },
          guidance = { fr = "Méthode : demander au pilote quelle décision chaque indicateur a permise. Résultat : \z
            valeurs de quatre trimestres face à la cible. Conclusion : lequel ne sert à rien, lequel manque ? \z
            Action : en changer. Preuve : nouvelle version.",
            en = "Method: ask the pilot which decision each indicator allowed. Result: values of four quarters \z
            against the target. Conclusion: which one is of no use, which is missing? Action: change it. Proof: the \z
            new version." } },
        { id = "client_perception", clause = "9.1.2", weight = 4, when = "serves_clients = true",
          title = { fr = "Perception des clients", en = "Client perception" },
          guidance = { fr = "Méthode : mettre côte à côte enquêtes, réclamations et avis de l’équipe. Résultat : \z
            notes, verbatims. Conclusion : où se trompe-t-on sur le client ? Action : thème du comité. Preuve : \z
            enquête suivante.",
            en = "Method: put surveys, complaints and the team’s opinion side by side. Result: marks, words. \z
            Conclusion: where is one wrong about the client? Action: a theme of the committee. Proof: the next \z
            survey." } },
        { id = "analysis", clause = "9.1.3", weight = 4,
          title = { fr = "Conclusions tirées des données", en = "Conclusions drawn from the data" },
          guidance = { fr = "Méthode : lire les deux dernières revues trimestrielles. Résultat : une phrase de \z
            conclusion par chiffre. Conclusion : le chiffre est-il commenté ou compris ? Action : causes \z
            recherchées. Preuve : action née d’un chiffre.",
            en = "Method: read the last two quarterly reviews. Result: a concluding sentence for each figure. \z
            Conclusion: is the figure commented or understood? Action: causes looked for. Proof: an action born of \z
            a figure." } },
        { id = "earlier_findings", clause = "9.2.2", weight = 5,
          title = { fr = "Suites des audits précédents", en = "What became of earlier audits" },
          guidance = { fr = "Méthode : reprendre chaque constat du dernier audit. Résultat : action, date, preuve. \z
            Conclusion : fait, et efficace ? Action : ce qui n’est pas prouvé est rouvert. Preuve : vue par \z
            l’auditeur, non racontée.",
            en = "Method: take up each finding of the last audit. Result: action, date, proof. Conclusion: done, \z
            and effective? Action: what is not proven is opened again. Proof: seen by the auditor, not told." } },
        { id = "review_inputs", clause = "9.3.2", weight = 3,
          title = { fr = "Apport à la revue de direction", en = "What goes to the management review" },
          guidance = { fr = "Méthode : comparer le compte rendu de la revue de direction avec les revues du \z
            processus. Résultat : ce qui est remonté. Conclusion : que n’a pas su la direction ? Action : le \z
            porter. Preuve : revue suivante.",
            en = "Method: compare the minutes of the management review with the reviews of the process. Result: \z
            what was passed on. Conclusion: what did management not know? Action: bring it. Proof: the next \z
            review." } },
        { id = "review_decisions", clause = "9.3.3", weight = 3,
          title = { fr = "Décisions de revue appliquées", en = "Decisions of the review carried out" },
          guidance = { fr = "Méthode : suivre deux décisions jusqu’au poste de travail. Résultat : responsable, \z
            échéance, moyens donnés. Conclusion : arrivées jusqu’en bas ? Action : relance. Preuve : changement \z
            constaté au poste.",
            en = "Method: follow two decisions down to the workplace. Result: owner, due date, means given. \z
            Conclusion: did they arrive? Action: a reminder. Proof: the change seen at the workplace." } },
      },
    },
    { id = "improvement",
      title = { fr = "Amélioration (10)", en = "Improvement (10)" },
      questions = {
        { id = "improvement_choices", clause = "10.1", weight = 2,
          title = { fr = "Occasions de progresser", en = "Chances to do better" },
          guidance = { fr = "Méthode : demander à l’équipe ses propositions de l’année. Résultat : recueillies, \z
            triées, répondues. Conclusion : qu’a-t-on laissé sans réponse ? Action : répondre à chacune. Preuve : \z
            proposition appliquée.",
            en = "Method: ask the team for the year’s proposals. Result: gathered, sorted, answered. Conclusion: \z
            what was left unanswered? Action: answer each. Proof: a proposal applied." } },
        { id = "nonconformity_causes", clause = "10.2.1", weight = 5,
          title = { fr = "Réaction, cause et cas semblables", en = "Reaction, cause and similar cases" },
          guidance = { fr = "Méthode : prendre trois écarts de l’année. Résultat : correction immédiate, cause \z
            cherchée jusqu’au système, cas semblables. Conclusion : la cause explique-t-elle le fait ? Action : sur \z
            la cause. Preuve : analyse datée.",
            en = "Method: take three deviations of the year. Result: mended at once, cause sought down to the \z
            system, similar cases. Conclusion: does the cause explain the fact? Action: on the cause. Proof: a \z
            dated analysis." } },
        { id = "effectiveness", clause = "10.2.1", weight = 5,
          title = { fr = "Efficacité des actions vérifiée", en = "Effect of the actions verified" },
          guidance = { fr = "Méthode : choisir deux actions closes depuis trois mois. Résultat : critère fixé \z
            d’avance, mesure, juge autre que le responsable. Conclusion : l’écart est-il revenu ? Action : rouvrir. \z
            Preuve : mesure après action.",
            en = "Method: choose two actions closed three months ago. Result: criterion set ahead, measurement, \z
            judged by another than the owner. Conclusion: did it come back? Action: open again. Proof: the \z
            measurement afterwards." } },
        { id = "improvement_records", clause = "10.2.2", weight = 3,
          title = { fr = "Trace des écarts et des actions", en = "Record of deviations and actions" },
          guidance = { fr = "Méthode : partir d’un incident raconté par l’équipe. Résultat : le retrouver dans le \z
            registre, avec sa suite. Conclusion : combien ne sont pas écrits ? Action : faciliter le signalement. \z
            Preuve : registre à jour.",
            en = "Method: start from an incident told by the team. Result: find it in the register with what \z
            followed. Conclusion: how many are not written? Action: make reporting easy. Proof: the register up to \z
            date." } },
        { id = "pdca_turn", clause = "10.3", weight = 4, title = { fr = "La roue tourne", en = "The wheel turns" },
          guidance = { fr = "Méthode : poser côte à côte les deux derniers tours de PDCA. Résultat : objectifs nés \z
            du plan correctif précédent. Conclusion : le processus a-t-il progressé ? Action : objectif du tour \z
            suivant. Preuve : courbe sur un an.",
            en = "Method: put the last two PDCA turns side by side. Result: objectives born of the corrective plan \z
            before. Conclusion: did the process get better? Action: an objective of the next turn. Proof: the curve \z
            over a year." } },
      },
    },
  },
  resolve_within = {
    ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months", major = "1 months",
  },
  messages = {
    unmet      = { fr = "L’exigence n’est pas satisfaite.", en = "The requirement is not met." },
    unverified = { fr = "L’exigence n’a pas pu être vérifiée.", en = "The requirement could not be verified." },
    repeated   = { fr = "Déjà relevé par un audit précédent : l’action d’alors n’a pas suffi.",
                   en = "Found by an earlier audit already: what was done then was not enough." },
  },
  judge = function(item)
    local rank, reason = item.weight == 5 and 4 or item.weight >= 3 and 3 or item.weight, "unmet"
    if item.answer ~= "nonconforming" then rank, reason = item.weight >= 4 and 2 or 1, "unverified" end
    if item.repeats == 0 then return level(levels[rank], reason) end
    return level(levels[math.min(rank + item.repeats, #levels)], "repeated")
  end,
}
