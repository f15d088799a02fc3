// SPDX-License-Identifier: Apache-2.0
#include "app/control_evaluation.h"

#include "app/plugin_trust.h"

namespace cadran::app {

Result<control::Evaluation> evaluate_control(RecordSource& source, const calendar::Locality& locality,
                                             ControlInForce control, Date first, Date last,
                                             const HashKey& seed) {
    const script::ControlDeclaration& declaration = control.declaration;
    const script::Plugin& plugin = control.plugin.plugin;
    const auto records = source.records(plugin, control.version.hash, declaration.control.population.from,
                                        !declaration.control.population.history.empty());
    if (!records) return tl::unexpected(records.error());
    auto prepared = PreparedControl::prepare(source, locality, std::move(control), first, last, seed);
    if (!prepared) return tl::unexpected(prepared.error());
    return prepared->evaluate((*records)->dataset);
}

Result<PreparedControl> PreparedControl::prepare(RecordSource& source, const calendar::Locality& locality,
                                                 ControlInForce control, Date first, Date last,
                                                 const HashKey& seed) {
    const script::ControlDeclaration& declaration = control.declaration;
    const script::Plugin& plugin = control.plugin.plugin;
    auto tables = source.tables(plugin, declaration.query);
    if (!tables) return tl::unexpected(tables.error());
    auto sets = source.sets(plugin, declaration.query.semi_joins());
    if (!sets) return tl::unexpected(sets.error());
    expression::Evaluator conditions(declaration.query, control.values, locality, std::move(*tables),
                                     std::move(*sets));
    const std::string& id = declaration.control.id;
    auto worker = worker_for(source.workspace(), plugin.id);
    if (!worker) return tl::unexpected(worker.error());
    script::Judge judge(control.plugin.files, plugin, id, control.values);
    judge.run_in(std::move(*worker));
    const model::ControlVersion version{id, control.version.number, control.version.hash};
    return PreparedControl({declaration, version, std::move(control.values), first, last, seed,
                            control.collects_evidence, control.unchecked},
                           std::move(conditions), std::move(judge));
}

control::Evaluation PreparedControl::evaluate(const record::Dataset& records) {
    control::Evaluation evaluation = control::evaluate(assignment_, records, conditions_, judge_);
    for (model::Finding& finding : evaluation.findings) keep_for_confidants(finding);
    return evaluation;
}

std::unique_ptr<control::Screening> PreparedControl::screening(const model::RecordType& type,
                                                               std::size_t lanes) {
    return std::make_unique<control::Screening>(assignment_, type, conditions_, judge_, lanes);
}

control::Judged PreparedControl::finish(control::Screening& screening,
                                        std::vector<expression::RecordPlace> records,
                                        const control::TakeFinding& take) const {
    return screening.finish(std::move(records), [&](std::string_view order, model::Finding& finding) {
        keep_for_confidants(finding);
        take(order, finding);
    });
}

void PreparedControl::keep_for_confidants(model::Finding& finding) const {
    finding.visible_to = assignment_.control.control.visible_to;
}

}  // namespace cadran::app
