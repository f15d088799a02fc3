// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_docs.h"

#include "app/parameters.h"
#include "app/plugin_trust.h"
#include "expression/in_words.h"
#include "script/plugin.h"

namespace cadran::app {

Result<report::PluginPage> document_plugin(Session& session, const std::string& name,
                                           const WhichVersion& which) {
    auto content = content_of(session, model::DefinitionKind::plugin, name, which);
    if (!content) return tl::unexpected(content.error());
    auto plugin = load_plugin(session.workspace, name, content->files);
    if (!plugin) return tl::unexpected(plugin.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    report::PluginPage page{.organisation = (*organisation)->name,
                            .appearance = (*organisation)->appearance,
                            .simulated = session.workspace.is_sample(),
                            .id = plugin->id,
                            .title = plugin->title,
                            .version = content->version};
    for (script::ControlDeclaration& one : plugin->controls) {
        std::string words =
            population_in_words(one, default_values(one.control.parameters), session.catalogue);
        page.controls.push_back({std::move(one.control), std::move(words), std::move(one.messages)});
    }
    for (script::MeasureDeclaration& one : plugin->measures) {
        const auto values = default_values(one.measure.parameters);
        std::string words = expression::in_words(one.query, session.catalogue, values);
        std::string meets = expression::in_words(one.meets, session.catalogue, values);
        page.measures.push_back({std::move(one.measure), std::move(words), std::move(meets)});
    }
    for (script::ChecklistDeclaration& one : plugin->checklists)
        page.checklists.push_back(std::move(one.checklist));
    page.records = std::move(plugin->records);
    return page;
}

}  // namespace cadran::app
