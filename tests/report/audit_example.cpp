// SPDX-License-Identifier: Apache-2.0
#include "report/audit_example.h"

#include "base/text.h"

namespace cadran::report {

namespace {

using model::AuditFinding;
using model::AuditFindingKind;
using model::AuditFindingState;
using model::Conformity;
using model::Severity;

Date day(const char* iso) {
    return parse_date(iso).value();
}

model::Mark mark(const char* by, const char* at) {
    return {by, parse_instant(std::string(at) + "T15:00:00Z").value()};
}

LocalText both(const char* fr, const char* en) {
    return {fr, en};
}

model::ChecklistItem item(const char* id, const char* domain, bool is_piece, const char* fr, const char* en) {
    return {.id = id,
            .domain = domain,
            .is_piece = is_piece,
            .title = both(fr, en),
            .guidance = both("Le modèle en vigueur et dix exemplaires signés des douze derniers mois.",
                             "The form in force and ten signed ones of the last twelve months."),
            .rule = both("Convention, article 4", "Agreement, article 4")};
}

model::Delivery delivery(const char* name, const char* received) {
    return {{name, sha256(name)}, day("2027-02-26"), day(received), mark("claire.aubert", received)};
}

model::Assessment judged(const char* item, Conformity conformity, Conformity currency, const char* result) {
    return {.item = item,
            .verdicts = {{"conformity", conformity}, {"currency", currency}},
            .method = "Lecture du modèle et de dix dossiers",
            .result = result,
            .conclusion = "",
            .mark = mark("claire.aubert", "2027-05-11")};
}

std::vector<model::AuditedItem> items() {
    using enum Conformity;
    std::vector<model::AuditedItem> all;
    const auto piece = [&](model::ChecklistItem asked, model::PieceState state,
                           std::vector<model::Delivery> deliveries, std::string reason,
                           std::optional<model::Assessment> assessment) {
        model::Piece one{asked.id, day("2027-04-19"), state, std::move(deliveries), std::move(reason)};
        all.push_back({std::move(asked), std::move(one), std::move(assessment)});
    };
    const auto question = [&](model::ChecklistItem asked, Conformity conformity, const char* result) {
        model::Assessment found{.item = asked.id,
                                .verdicts = {{std::string(model::answer_criterion), conformity}},
                                .method = "Entretien et essai devant l’auditrice",
                                .result = result,
                                .conclusion = "À revoir au prochain audit.",
                                .mark = mark("claire.aubert", "2027-05-12")};
        all.push_back({std::move(asked), {}, std::move(found)});
    };
    using enum model::PieceState;
    piece(item("affiliation_forms", "memberships", true, "Bulletins d’affiliation", "Affiliation forms"),
          accepted, {delivery("01-bulletins.pdf", "2027-03-26")}, "",
          judged("affiliation_forms", conforming, conforming, ""));
    piece(item("dependant_proofs", "memberships", true, "Justificatifs des ayants droit",
               "Proofs of dependants"),
          accepted, {delivery("02-ayants-droit.pdf", "2027-04-28")}, "",
          judged("dependant_proofs", nonconforming, conforming, "Un justificatif manque sur quinze."));
    question(item("membership_sample", "memberships", false, "Dossiers tirés au sort", "Files drawn by lot"),
             nonconforming, "Quatre dossiers sur quinze sans pièce qui rattache l’ayant droit.");
    piece(item("remittances", "contributions", true, "Reversements", "Remittances"), accepted,
          {delivery("03-liste.xlsx", "2027-03-26"), delivery("03-liste-v2.xlsx", "2027-04-12")}, "",
          judged("remittances", conforming, nonconforming, "La liste s’arrête à décembre."));
    piece(
        item("tariff_letters", "contributions", true, "Lettres de révision tarifaire", "Letters on tariffs"),
        awaited, {}, "", {});
    question(item("dedicated_account", "contributions", false, "Compte dédié", "Dedicated account"),
             conforming, "Rapprochement refait au centime.");
    piece(item("benefit_delays", "benefits", true, "Délais de remboursement", "Delays of payment"), rejected,
          {delivery("05-delais.pdf", "2027-03-26")}, "Le fichier contient les relances.", {});
    piece(item("guarantee_settings", "benefits", true, "Paramétrage des garanties", "Settings of cover"),
          received, {delivery("06-garanties.pdf", "2027-04-01")}, "", {});
    question(item("personal_data", "benefits", false, "Données personnelles", "Personal data"), not_checked,
             "Déléguée absente les deux jours.");
    return all;
}

AuditFinding recommendation(std::int64_t number, Severity level, const char* item, const char* text) {
    return {.number = number,
            .audit = 2,
            .items = {item},
            .text = text,
            .comment = "Mention obligatoire.",
            .reference = "Convention, article 7",
            .level = level,
            .proposed_level = level,
            .proposed_reason = "nonconforming",
            .owner = "Responsable des adhésions",
            .expected_on = day("2027-09-30"),
            .cause = "Saisie faite pendant la panne.",
            .state = AuditFindingState::accepted,
            .stated = mark("claire.aubert", "2027-05-20"),
            .answer = model::AuditeeAnswer{true, "", mark("orbrelle.contact", "2027-06-04")}};
}

// Against what was found, with its outcome.
void contest(AuditFinding& finding, const char* argument, model::SettledArgument settled) {
    finding.state = settled.settlement == model::Settlement::withdrawn ? AuditFindingState::withdrawn
                                                                       : AuditFindingState::contested;
    finding.answer = model::AuditeeAnswer{false, argument, mark("orbrelle.contact", "2027-06-04")};
    finding.settled = std::move(settled);
}

std::vector<model::ReportedFinding> findings() {
    const LocalText reason =
        both("ce qui est remis n’est pas conforme", "what was delivered does not conform");
    std::vector<model::ReportedFinding> all;
    all.push_back({{.number = 30,
                    .audit = 2,
                    .kind = AuditFindingKind::strength,
                    .items = {"dedicated_account"},
                    .text = "Le compte dédié est rapproché chaque mois, sans écart.",
                    .state = AuditFindingState::verified,
                    .stated = mark("claire.aubert", "2027-05-20")}});
    AuditFinding repeated = recommendation(31, Severity::major, "dependant_proofs",
                                           "Obtenir le justificatif avant de rattacher un ayant droit.");
    repeated.repeats = 8;
    repeated.times = 2;
    AuditFinding earlier =
        recommendation(8, Severity::high, "dependant_proofs", "Obtenir les justificatifs des ayants droit.");
    earlier.audit = 1;
    all.push_back({repeated, reason, earlier});
    AuditFinding amended = recommendation(32, Severity::medium, "remittances",
                                          "Reverser dans les quinze jours de l’encaissement.");
    contest(amended, "Le délai court de la clôture comptable.",
            {model::Settlement::amended, "La convention le dit de l’encaissement ; le délai est allongé.",
             "Reverser dans les dix jours.", Severity::high, mark("claire.aubert", "2027-06-15")});
    all.push_back({amended, reason, {}});
    AuditFinding withdrawn =
        recommendation(33, Severity::low, "tariff_letters", "Remettre les lettres de révision.");
    contest(withdrawn, "Aucune révision n’a eu lieu dans l’année.",
            {model::Settlement::withdrawn,
             "Exact : la pièce était sans objet.",
             "",
             {},
             mark("claire.aubert", "2027-06-15")});
    all.push_back({withdrawn, reason, {}});
    AuditFinding resolved =
        recommendation(34, Severity::low, "membership_sample", "Relire un dossier sur dix avant validation.");
    resolved.state = AuditFindingState::verified;
    resolved.resolutions.push_back({"Relecture en place",
                                    {{"relecture.pdf", sha256("relecture")}},
                                    day("2027-07-20"),
                                    mark("orbrelle.contact", "2027-07-20")});
    resolved.verifications.push_back(
        {true, "Trois semaines contrôlées.", mark("claire.aubert", "2027-07-27")});
    all.push_back({resolved, reason, {}});
    AuditFinding overdue = recommendation(35, Severity::very_low, "benefit_delays", "Dater les tableaux.");
    overdue.expected_on = day("2027-07-31");
    overdue.action = 12;
    all.push_back({overdue, reason, {}});
    all.push_back(
        {recommendation(36, Severity::high, "benefit_delays", "Mesurer les délais de bout en bout."),
         reason,
         {}});
    return all;
}

model::Audit audit() {
    model::Audit audit{
        .number = 2,
        .checklist = "delegate-audit/delegate-audit",
        .version = 1,
        .hash = sha256("checklist"),
        .subject = model::AuditSubject::delegate,
        .auditee = "orbrelle",
        .scope = "Les opérations déléguées de l’année 2026 : adhésions, cotisations, prestations.",
        .references = "Convention de délégation du 1er janvier 2024 et son avenant n° 2",
        .from = day("2027-05-11"),
        .to = day("2027-05-12"),
        .team = {"claire.aubert", "hugo.lemaire"},
        .contacts = {"orbrelle.contact"},
        .state = model::AuditState::follow_up,
        .planned = mark("claire.aubert", "2027-02-01")};
    audit.requested = mark("claire.aubert", "2027-03-01");
    audit.begun = mark("claire.aubert", "2027-05-11");
    audit.reported = mark("claire.aubert", "2027-05-24");
    audit.argue_by = day("2027-06-07");
    audit.finished = mark("claire.aubert", "2027-06-18");
    audit.final_report = {{"report.pdf", sha256("report")}};
    audit.restitution = model::Meeting{day("2027-06-24"),
                                       {"Claire Aubert", "Inès Robin"},
                                       "Le calendrier est accepté.\nPoint d’étape en décembre.",
                                       mark("claire.aubert", "2027-06-24")};
    audit.revision = 41;
    return audit;
}

constexpr const char* hostile = "<script>alert(1)</script> & \"q\" 'a' {{organisation}} ]]> \x01 =1+1";

}  // namespace

model::AuditDossier audit_example() {
    model::AuditDossier dossier{
        .organisation = "Mutuelle des Trois Rivières",
        .date = day("2027-08-15"),
        .audit = audit(),
        .checklist = both("Audit annuel d’un délégataire", "Yearly audit of a delegate"),
        .auditee = both("Orbrelle Gestion", "Orbrelle Gestion"),
        .team = {"Claire Aubert", "Hugo Lemaire"},
        .contacts = {"Inès Robin"},
        .persons = {{"claire.aubert", "Claire Aubert"}, {"orbrelle.contact", "Inès Robin"}},
        .facts = {{both("marché des contrats délégués", "market of the delegated contracts"),
                   both("collectif et individuel", "group and individual")},
                  {both("paiement des prestations", "payment of benefits"), both("oui", "yes")}},
        .criteria = {{"conformity", both("Conformité", "Conformity")},
                     {"currency", both("Actualisation", "Currency")}},
        .domains = {{"memberships", both("Adhésions", "Memberships")},
                    {"contributions", both("Cotisations", "Contributions")},
                    {"benefits", both("Prestations", "Benefits")}},
        .items = items(),
        .findings = findings(),
        .levels = {},
        .earlier = {{1,
                     day("2026-06-12"),
                     {{Severity::major, 0}, {Severity::high, 3}, {Severity::medium, 2}, {Severity::low, 1}},
                     2}},
        .journal_number = 1284,
        .journal_head = sha256("journal"),
    };
    model::Sampling files{.sample = "affiliations",
                          .list = {"affiliations.csv", sha256("list")},
                          .rejected = 3,
                          .records = 412,
                          .not_checked = 1,
                          .population = 391,
                          .strata = {{"", 391, 15}},
                          .seed = "00112233445566778899aabbccddeeff",
                          .drawn = {"AF-0007", "AF-0042"},
                          .nonconforming = std::vector<std::string>{"AF-0042"},
                          .conclusion = "Une pièce manque.",
                          .mark = mark("claire.aubert", "2027-05-11"),
                          .examined = mark("claire.aubert", "2027-05-12")};
    for (int i = 100; i < 128; ++i) files.drawn.push_back(fmt::format("AF-0{}", i));
    dossier.samplings.push_back(
        {files, both("Dossiers d’affiliation", "Membership files"),
         both("Dossiers d’affiliation tirés au sort", "Membership files drawn by lot"),
         both("date de radiation vide, un échantillon de 30", "date of leaving missing, a sample of 30")});
    dossier.audit.samplings.push_back(files);
    for (const Severity level : model::all_severities) dossier.levels[level] = model::severity_title(level);
    for (const model::AuditedItem& one : dossier.items) {
        if (one.piece) dossier.audit.pieces.push_back(*one.piece);
        if (one.assessment) dossier.audit.assessments.push_back(*one.assessment);
    }
    return dossier;
}

model::AuditDossier provisional_audit() {
    model::AuditDossier dossier = audit_example();
    model::Audit& audit = dossier.audit;
    audit.state = model::AuditState::fieldwork;
    audit.reported = audit.finished = {};
    audit.argue_by = {};
    audit.final_report.clear();
    audit.restitution = {};
    for (model::ReportedFinding& one : dossier.findings) {
        one.finding.state = AuditFindingState::drafted;
        one.finding.answer = {};
        one.finding.settled = {};
        one.finding.resolutions.clear();
        one.finding.verifications.clear();
    }
    return dossier;
}

model::AuditDossier bare_audit() {
    model::AuditDossier dossier = provisional_audit();
    dossier.audit.state = model::AuditState::planned;
    dossier.audit.requested = dossier.audit.begun = {};
    dossier.audit.pieces.clear();
    dossier.audit.assessments.clear();
    dossier.audit.samplings.clear();
    dossier.samplings.clear();
    dossier.items.clear();
    dossier.findings.clear();
    dossier.earlier.clear();
    dossier.facts.clear();
    dossier.contacts.clear();
    dossier.audit.scope = "";
    dossier.audit.references = "";
    return dossier;
}

model::AuditDossier hostile_audit() {
    model::AuditDossier dossier = audit_example();
    const LocalText text{hostile, hostile};
    dossier.organisation = hostile;
    dossier.checklist = dossier.auditee = text;
    dossier.audit.scope = dossier.audit.references = hostile;
    dossier.team = dossier.contacts = {hostile};
    for (auto& [title, value] : dossier.facts) title = value = text;
    for (auto& one : dossier.criteria) one.title = text;
    for (auto& one : dossier.domains) one.title = text;
    for (auto& [level, title] : dossier.levels) title = text;
    for (model::ReportedSampling& one : dossier.samplings) {
        one.title = one.item = one.method = text;
        one.sampling.list.name = one.sampling.conclusion = hostile;
        one.sampling.drawn = {hostile};
        one.sampling.nonconforming = one.sampling.drawn;
    }
    for (model::AuditedItem& one : dossier.items) {
        one.item.title = one.item.guidance = one.item.rule = text;
        if (one.piece) one.piece->reason = hostile;
        if (!one.assessment) continue;
        one.assessment->method = one.assessment->result = one.assessment->conclusion = hostile;
    }
    for (model::ReportedFinding& one : dossier.findings) {
        AuditFinding& finding = one.finding;
        finding.text = finding.comment = finding.reference = finding.owner = hostile;
        finding.cause = hostile;
        if (finding.answer) finding.answer->argument = hostile;
        if (finding.settled) finding.settled->reason = finding.settled->former_text = hostile;
    }
    return dossier;
}

model::AuditDossier large_audit() {
    model::AuditDossier dossier = audit_example();
    const std::vector<model::AuditedItem> few = dossier.items;
    for (std::size_t i = 0; dossier.items.size() < 76; ++i) {
        model::AuditedItem one = few[i % few.size()];
        one.item.id += std::to_string(i);
        if (one.piece) one.piece->item = one.item.id;
        if (one.assessment) one.assessment->item = one.item.id;
        dossier.items.push_back(std::move(one));
    }
    return dossier;
}

}  // namespace cadran::report
