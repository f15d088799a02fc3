// SPDX-License-Identifier: Apache-2.0
#include "app/explanation.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/parameters.h"
#include "app/rights.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"

namespace cadran::app {

Result<Explanation> explain(Session& session, const std::string& id) {
    if (const Done may = authorise(session, UseCase::show_findings); !may) return tl::unexpected(may.error());
    store::Database& database = session.workspace.database();
    store::FindingRepository findings(database);
    const auto finding = findings.find(id);
    if (!finding) return not_found({"app.no_finding", {{"finding", id}}}, Message{"app.see_the_worklist"});
    const std::string& control = finding->control.id;
    const auto plugin = store::DefinitionRepository(database).find(
        model::DefinitionKind::plugin, control.substr(0, control.find('/')), finding->control.version);
    if (!plugin) return not_found({"app.no_control", {{"name", control}}});
    const auto content = plugin_of(session.workspace, *plugin);
    if (!content) return tl::unexpected(content.error());
    const script::ControlDeclaration* declaration = content->plugin.find_control(control);
    auto run = store::RunRepository(database).find(finding->run);
    if (declaration == nullptr || !run) return not_found({"app.no_control", {{"name", control}}});
    const auto result = std::ranges::find_if(run->results, [&](const model::ControlResult& one) {
        return one.control.id == control && one.control.version == finding->control.version;
    });
    if (result == run->results.end()) return not_found({"app.no_control", {{"name", control}}});
    const auto values = parameter_values(declaration->control.parameters, result->parameters);
    if (!values) return tl::unexpected(values.error());
    return Explanation{*finding,
                       *declaration,
                       *plugin,
                       message_text(*declaration, *finding, session.catalogue),
                       population_in_words(*declaration, *values, session.catalogue),
                       *result,
                       std::move(*run),
                       findings.decisions(id)};
}

}  // namespace cadran::app
