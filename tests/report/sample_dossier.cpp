// SPDX-License-Identifier: Apache-2.0
#include "report/sample_dossier.h"

#include <fmt/format.h>

namespace cadran::report {

using namespace std::chrono;

namespace {

constexpr std::string_view hostile =
    "<script>alert(\"1\")</script> 'x' & {{label.value}} {x} \x01 javascript:";

Instant instant(std::string_view text) {
    return parse_instant(text).value();
}

model::Indicator sample_indicator() {
    model::Indicator indicator;
    indicator.id = "decided-before-payment";
    indicator.title = {"Part des paiements au-dessus du seuil décidés avant paiement",
                       "Share of payments above the threshold decided before payment"};
    indicator.measure = "claims/decided-before-payment";
    indicator.targets = {{2026y / January / 1, {100, 0}, {}, {}, {}}};
    return indicator;
}

model::Process sample_process() {
    model::Process process;
    process.id = "pay-benefits";
    process.title = {"Verser les prestations", "Pay benefits"};
    process.pilot = "claire.vasseur";
    process.backups = {"hugo.lemaire", "ines.caron"};
    process.purpose = {"Rembourser chaque adhérent du juste montant, dans le délai annoncé.",
                       "Reimburse each member the right amount, within the announced time."};
    process.start_event = {"réception d’une demande de remboursement", "reception of a claim"};
    process.end_event = {"paiement ou refus motivé", "payment or reasoned refusal"};
    process.objectives = {{"checked-first",
                           {"Aucun paiement au-dessus du seuil sans contrôle préalable",
                            "No payment above the threshold without a check before it"},
                           {},
                           {},
                           {},
                           {},
                           "decided-before-payment"}};
    process.indicators = {sample_indicator()};
    process.controls = {{"claims/over-threshold", {}, {{"threshold", "1000.00 EUR"}}}};
    return process;
}

model::ControlSummary sample_control() {
    model::ControlSummary summary;
    summary.control = "claims/over-threshold";
    summary.title = {"Contrôle complet avant paiement au-delà du seuil",
                     "Complete check before payment above the threshold"};
    summary.population = {"montant supérieur à 1\u202f000,00\u00a0€ et pas encore payé",
                          "amount above €1,000.00 and not paid yet"};
    summary.totals = {{"claims/over-threshold", 2, sha256("plugin")},
                      {{"threshold", "1000.00 EUR"}},
                      21'164,
                      61,
                      0,
                      61,
                      0,
                      0,
                      3,
                      61};
    summary.released = 52;
    summary.refused = 6;
    summary.corrected = 3;
    return summary;
}

model::Review sample_review() {
    model::Review review;
    review.number = 4;
    review.process = "pay-benefits";
    review.period = calendar::Period::quarter(2026y, 3);
    review.state = model::ReviewState::signed_off;
    review.prepared = {"claire.vasseur", instant("2026-10-05T08:12:00Z")};
    review.held = model::Mark{"claire.vasseur", instant("2026-10-08T12:30:00Z")};
    review.participants = {"claire.vasseur", "luc.moreau", "nadia.belkacem"};
    review.conclusion =
        "Trois paiements sont partis avant leur contrôle.\nLe fichier de paiement ne prendra plus que la "
        "liste des bons à payer.";
    review.signed_off = model::Mark{"claire.vasseur", instant("2026-10-08T15:00:00Z")};
    review.pack = {{"review.html", sha256("html")}, {"VERIFY.txt", sha256("steps")}};
    review.revision = 3;
    return review;
}

model::Action sample_action() {
    model::Action action;
    action.number = 4;
    action.process = "pay-benefits";
    action.reference = "PA-4";
    action.text = "Former les gestionnaires";
    action.owner = "luc.moreau";
    action.due = 2026y / September / 30;
    action.progress = 40;
    action.effectiveness.criterion = "plus de devis absent";
    action.state = model::ActionState::in_progress;
    return action;
}

model::Nonconformity sample_nonconformity() {
    return {3,
            "pay-benefits",
            "Devis absents",
            "Procédure Prestations, § 4",
            "Tout le trimestre",
            {"F-1", "F-2"},
            "claire.vasseur",
            instant("2026-10-05T08:00:00Z"),
            1};
}

std::vector<model::ReviewedRisk> sample_risks() {
    const LocalText high{"élevé", "high"}, low{"faible", "low"};
    return {{{"Payer deux fois", "Paying twice"}, false, {2, 3}, low, high, {"Contrôle", "Check"}},
            {{"Fraude", "Fraud"}, false, {3, 3}, high, high, {"Contrôle", "Check"}},
            {{"Télétransmission", "Electronic claims"}, true, {3, 2}, high, {}, {"Projet", "Project"}}};
}

void add_matters(model::Dossier& dossier) {
    dossier.process.resources = {{"douze gestionnaires", "twelve handlers"}};
    dossier.sheet_changes = {{2,
                              2026y / August / 1,
                              "claire.vasseur",
                              "sophie.garnier",
                              "revue du 2e trimestre",
                              "2026-Q2",
                              {{"cible de 95 % à 100 %", "target from 95% to 100%"}}}};
    dossier.risks = sample_risks();
    dossier.nonconformities = {{sample_nonconformity(), {2, 1}}};
    dossier.quality = model::QualityCounts{60, 57, 1};
    dossier.indicators.front().proposal = {model::Proposal::act, Decimal{100, 0}};
    model::Action decision = sample_action();
    decision.number = 5;
    decision.reference.clear();
    decision.text = "Lire la liste";
    decision.origin = model::ActionOrigin::review;
    decision.source = "2026-Q3";
    dossier.actions.push_back({decision, false});
}

}  // namespace

model::Dossier full_dossier() {
    model::Dossier dossier = sample_dossier();
    add_matters(dossier);
    return dossier;
}

calendar::Zone paris() {
    return calendar::Zone::named("Europe/Paris").value();
}

model::Measurement point(const std::string& period, std::int64_t numerator, std::int64_t denominator) {
    model::Measurement measurement;
    measurement.number = 7;
    measurement.process = "pay-benefits";
    measurement.indicator = "decided-before-payment";
    measurement.period = calendar::Period::parse(period).value();
    measurement.numerator = numerator;
    measurement.denominator = denominator;
    for (std::int64_t i = numerator; i < denominator; ++i) {
        measurement.exceptions.push_back({"payment", fmt::format("P-{}-{:04}", period, i)});
    }
    measurement.target = model::Target{{}, {100, 0}, {}, {}, {}};
    measurement.measures = {{"claims/decided-before-payment", 2, sha256("plugin")}};
    measurement.imports = {1, 2};
    measurement.by = "claire.vasseur";
    measurement.at = instant("2026-10-05T08:00:00Z");
    return measurement;
}

model::IndicatorSummary indicator_of(std::vector<model::Measurement> points) {
    const calendar::Period whole = calendar::Period::quarter(2026y, 3);
    const LocalText objective = sample_process().objectives.front().text;
    model::IndicatorSummary summary{sample_indicator(), objective, std::move(points), {}};
    for (const model::Measurement& one : summary.points) summary.history.push_back({one.period, one});
    if (!summary.points.empty())
        summary.whole = model::rolled_up(summary.points, whole, summary.points.back().target);
    return summary;
}

model::Dossier sample_dossier() {
    model::Dossier dossier;
    dossier.organisation = "Mutuelle des Trois Rivières";
    dossier.process = sample_process();
    dossier.process_version = 2;
    dossier.in_force_from = 2026y / July / 1;
    dossier.cycle = {"pay-benefits", 3, calendar::Period::quarter(2026y, 3), model::Stage::act, 4};
    dossier.review = sample_review();
    dossier.indicators = {
        indicator_of({point("2026-07", 20, 20), point("2026-08", 18, 20), point("2026-09", 19, 20)})};
    dossier.controls = {sample_control()};
    dossier.actions = {{sample_action(), true}};
    dossier.journal_number = 1'284;
    dossier.journal_head = sha256("journal");
    return dossier;
}

model::Dossier bare_dossier() {
    model::Dossier dossier;
    dossier.in_force_from = 2026y / July / 1;
    dossier.review.period = calendar::Period::quarter(2026y, 3);
    dossier.review.prepared.at = instant("2026-10-05T08:12:00Z");
    return dossier;
}

model::Dossier hostile_dossier() {
    const std::string text(hostile);
    const LocalText both{text, text};
    model::Dossier dossier = sample_dossier();
    dossier.organisation = dossier.process.id = dossier.process.pilot = text;
    dossier.process.title = dossier.process.purpose = dossier.process.start_event =
        dossier.process.end_event = both;
    dossier.process.backups = {text, text};
    dossier.review.prepared.by = dossier.review.held->by = dossier.review.signed_off->by = text;
    dossier.review.participants = {text};
    dossier.review.conclusion = text;
    model::IndicatorSummary& indicator = dossier.indicators.front();
    indicator.objective = indicator.indicator.title = both;
    for (model::Measurement* measurement : {&indicator.points[1], &*indicator.whole}) {
        measurement->by = text;
        measurement->exceptions = {{text, text}};
        measurement->measures = {{text, 1, sha256(text)}};
    }
    indicator.history.at(1).measurement = indicator.points[1];
    model::ControlSummary& control = dossier.controls.front();
    control.control = control.totals.control.id = text;
    control.title = control.population = both;
    model::Action& action = dossier.actions.front().action;
    action.reference = action.text = action.owner = text;
    control.totals.parameters = {{text, text}};
    add_matters(dossier);
    dossier.process.resources = dossier.sheet_changes.front().changes = {both};
    dossier.sheet_changes.front().author = dossier.sheet_changes.front().approver =
        dossier.sheet_changes.front().reason = text;
    for (model::ReviewedRisk& risk : dossier.risks) risk.title = risk.level = risk.response = both;
    model::Nonconformity& stated = dossier.nonconformities.front().nonconformity;
    stated.title = stated.requirement = stated.extent = text;
    dossier.actions.back().action.text = dossier.actions.back().action.owner = text;
    return dossier;
}

}  // namespace cadran::report
