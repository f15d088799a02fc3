// SPDX-License-Identifier: Apache-2.0
#include "report/management_example.h"

#include "report/sample_dossier.h"

namespace cadran::report {

using namespace std::chrono;

namespace {

calendar::Period period(const char* text) {
    return calendar::Period::parse(text).value();
}

model::Mark mark(const char* at) {
    return {"anne.delorme", parse_instant(at).value()};
}

}  // namespace

model::ManagementDossier management_example() {
    const model::Dossier quarter = sample_dossier();
    model::ManagementDossier dossier;
    dossier.organisation = quarter.organisation;
    dossier.quarters = {period("2026-Q1"), period("2026-Q2"), period("2026-Q3"), period("2026-Q4")};
    model::ManagedProcess process{quarter.process, 2};
    process.process.clauses = {"9.1.2"};
    model::ManagedIndicator indicator{quarter.indicators.front().indicator,
                                      quarter.indicators.front().objective,
                                      {},
                                      point("2026", 236, 240)};
    const std::int64_t in_time[] = {57, 59, 60, 60};
    for (std::size_t i = 0; i < dossier.quarters.size(); ++i)
        indicator.quarters.push_back(
            {dossier.quarters[i], point(dossier.quarters[i].text(), in_time[i], 60), {}});
    process.indicators = {indicator};
    indicator.objective = {};
    indicator.quarters.front().measurement.reset();
    indicator.whole.reset();
    process.indicators.push_back(indicator);
    process.controls = quarter.controls;
    process.reviews = {{period("2026-Q3"), model::ReviewState::signed_off},
                       {period("2026-Q4"), model::ReviewState::held}};
    model::Risk risk{"undue-payment", {"Paiement indu", "Undue payment"}, {3, 3}, {}, {}, {}};
    risk.residual = {1, 3};
    process.risks = {{risk, model::Rating{2, 3}}};
    process.opportunities = {
        {{"digital", {"Dématérialiser", "Go paperless"}, {2, 2}, {"Un pilote", "A pilot"}}}};
    dossier.processes = {process};
    dossier.actions = quarter.actions;
    dossier.actions.front().action.kind = model::ActionKind::improvement;
    dossier.nonconformities = {
        {{1, "pay-benefits", "Pièces absentes", "Procédure § 4", "le trimestre", {}, "", {}}, {1, 1}}};
    dossier.changes = {{model::DefinitionKind::process,
                        "pay-benefits",
                        2,
                        {},
                        "claire.vasseur",
                        {},
                        model::Acceptance{"sophie.garnier", {}, 2026y / July / 1, "seuil abaissé"}}};
    model::ManagementReview& review = dossier.review;
    review.period = period("2026");
    review.state = model::ReviewState::signed_off;
    review.prepared = mark("2027-01-11T08:00:00Z");
    review.held = mark("2027-01-20T09:00:00Z");
    review.signed_off = mark("2027-01-20T15:00:00Z");
    review.participants = {"Anne Delorme", "Sophie Garnier"};
    review.conclusion = "Le système reste adapté et efficace.";
    review.answers = {
        {model::ReviewInput::audits, model::AnswerKind::supplied, "Un audit interne, deux remarques.",
         model::PackFile{"document-audits.pdf", sha256("rapport")}, mark("2027-01-12T08:00:00Z")},
        {model::ReviewInput::resources,
         model::AnswerKind::justified,
         "Vu en comité.",
         {},
         mark("2027-01-12T08:00:00Z")}};
    review.outputs = {{model::OutputKind::improvement,
                       false,
                       "Former",
                       "pay-benefits",
                       "claire.vasseur",
                       2027y / March / 31,
                       12,
                       {}},
                      {model::OutputKind::resources, true, "les effectifs suffisent", "", "", {}, 0, {}}};
    dossier.journal_number = 2'048;
    dossier.journal_head = sha256("journal");
    return dossier;
}

model::ManagementDossier bare_management() {
    model::ManagementDossier dossier;
    dossier.review.period = period("2026");
    dossier.review.prepared = mark("2027-01-11T08:00:00Z");
    return dossier;
}

model::ManagementDossier hostile_management() {
    const std::string text = "<script>alert(\"1\")</script> & {{label.verify}} \x01";
    model::ManagementDossier dossier = management_example();
    dossier.organisation = text;
    model::ManagedProcess& process = dossier.processes.front();
    process.process.title = {text, text};
    process.process.pilot = text;
    process.indicators.front().objective = process.indicators.front().indicator.title = {text, text};
    process.controls.front().title = {text, text};
    process.risks.front().risk.title = {text, text};
    process.opportunities.front().opportunity.response = {text, text};
    dossier.actions.front().action.text = dossier.actions.front().action.owner = text;
    dossier.nonconformities.front().nonconformity.title = text;
    dossier.nonconformities.front().nonconformity.requirement = text;
    dossier.changes.front().acceptance->reason = text;
    dossier.review.conclusion = text;
    dossier.review.participants = {text};
    dossier.review.answers.front().text = dossier.review.outputs.front().text = text;
    dossier.review.outputs.back().text = dossier.review.signed_off->by = text;
    return dossier;
}

}  // namespace cadran::report
