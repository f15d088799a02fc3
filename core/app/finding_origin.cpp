// SPDX-License-Identifier: Apache-2.0
#include "app/finding_origin.h"

#include <algorithm>

#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"

namespace cadran::app {

Result<FindingOrigin> origin_of(Session& session, const model::Finding& finding) {
    store::Database& database = session.workspace.database();
    const std::string& control = finding.control.id;
    const auto gone = [&] { return not_found({"app.no_control", {{"name", control}}}); };
    auto version = store::DefinitionRepository(database).find(
        model::DefinitionKind::plugin, plugin_of_reference(control), finding.control.version);
    if (!version) return gone();
    auto plugin = plugin_of(session.workspace, *version);
    if (!plugin) return tl::unexpected(plugin.error());
    const script::ControlDeclaration* declaration = plugin->plugin.find_control(control);
    auto run = store::RunRepository(database).find(finding.run);
    if (declaration == nullptr || !run) return gone();
    const auto result = std::ranges::find_if(run->results, [&](const model::ControlResult& one) {
        return one.control.id == control && one.control.version == finding.control.version;
    });
    if (result == run->results.end()) return gone();
    auto values = parameter_values(declaration->control.parameters, result->parameters);
    if (!values) return tl::unexpected(values.error());
    model::ControlResult found = *result;
    return FindingOrigin{std::move(*run), std::move(found), std::move(*version), std::move(*plugin),
                         std::move(*values)};
}

}  // namespace cadran::app
