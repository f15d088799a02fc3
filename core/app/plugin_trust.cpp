// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_trust.h"

#include <algorithm>

#include "store/definition_repository.h"

namespace cadran::app {

Result<bool> is_trusted(Workspace& workspace, const std::string& plugin) {
    const auto version = store::DefinitionRepository(workspace.database())
                             .newest_accepted(model::DefinitionKind::workspace, "workspace");
    if (!version) return true;
    const auto organisation = shared_organisation(workspace, *version);
    if (!organisation) return tl::unexpected(organisation.error());
    return std::ranges::none_of((*organisation)->untrusted_plugins,
                                [&](const auto& untrusted) { return untrusted.id == plugin; });
}

Result<std::shared_ptr<script::Worker>> worker_for(Workspace& workspace, const std::string& plugin) {
    const auto trusted = is_trusted(workspace, plugin);
    if (!trusted) return tl::unexpected(trusted.error());
    if (*trusted) return nullptr;
    return std::make_shared<script::Worker>(script::WorkerProgram{workspace.worker()});
}

Result<script::Plugin> load_plugin(Workspace& workspace, const std::string& name, const Files& files) {
    const auto worker = worker_for(workspace, name);
    if (!worker) return tl::unexpected(worker.error());
    return script::load_plugin(files, draft_path(model::DefinitionKind::plugin, name, ""),
                               script::loading_limits(), worker->get());
}

}  // namespace cadran::app
