// SPDX-License-Identifier: Apache-2.0
#include "app/draft_reach.h"

#include <algorithm>
#include <set>

#include "app/definitions.h"

namespace cadran::app {

namespace {

// Built by the host out of what is told to everybody.
bool is_of_the_house(const std::string& type) {
    return type == model::decision_record_type().name || type == model::suspended_record_type().name;
}

std::vector<std::string> types_in(const expression::Query& query) {
    std::vector<std::string> types;
    for (const expression::Join& join : query.joins()) types.push_back(join.type);
    for (const expression::SemiJoin& semi_join : query.semi_joins()) types.push_back(semi_join.type);
    return types;
}

// The types in force that others read before the draft, by name, each as its plugin declares it.
using Open = std::map<std::string, model::RecordType>;

void open_types(const Session& session, const script::Plugin& plugin, Open& open) {
    std::set<std::string> read;
    const auto add = [&](const model::Population& population, const expression::Query& query) {
        read.insert(population.from);
        for (const std::string& type : types_in(query)) read.insert(type);
    };
    for (const script::ControlDeclaration& control : plugin.controls) {
        const auto& confidant = control.control.visible_to;
        if (!confidant || session.actor.has(*confidant)) add(control.control.population, control.query);
    }
    for (const script::MeasureDeclaration& measure : plugin.measures)
        add(measure.measure.population, measure.query);
    for (const std::string& type : read) {
        if (const model::RecordType* declared = plugin.find_record(type)) open.emplace(type, *declared);
    }
}

bool is_declared(const column::Field& field, const column::Schema& schema) {
    const auto index = schema.find(field.name);
    return index && schema.field(*index).type == field.type;
}

Diagnostic beyond(Message what) {
    return {{}, std::move(what), Message{"app.draft_reads_what_is_in_force"}};
}

void check_type(const std::string& type, const script::Plugin& draft, const Open& open, Diagnostics& faults) {
    const auto accepted = open.find(type);
    if (accepted == open.end()) {
        faults.push_back(beyond({"app.draft_reads_type", {{"type", type}}}));
        return;
    }
    const model::RecordType* declared = draft.find_record(type);
    if (declared == nullptr) return;  // without a declaration nothing of it is read
    for (const column::Field& field : declared->schema->fields()) {
        if (!is_declared(field, *accepted->second.schema))
            faults.push_back(beyond({"app.draft_reads_field", {{"type", type}, {"field", field.name}}}));
    }
}

}  // namespace

std::vector<std::string> types_read(const script::ControlDeclaration& control, bool over_records) {
    std::vector<std::string> types = types_in(control.query);
    if (over_records) types.push_back(control.control.population.from);
    std::erase_if(types, is_of_the_house);
    std::ranges::sort(types);
    types.erase(std::ranges::unique(types).begin(), types.end());
    return types;
}

Done expect_within_reach(Session& session, const script::Plugin& draft,
                         const std::vector<const script::ControlDeclaration*>& controls, bool over_records) {
    std::set<std::string> read;
    for (const script::ControlDeclaration* control : controls) {
        for (std::string& type : types_read(*control, over_records)) read.insert(std::move(type));
    }
    if (read.empty()) return {};
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    Open open;
    for (const auto& plugin : *plugins) open_types(session, plugin.value.plugin, open);
    Diagnostics faults;
    for (const std::string& type : read) check_type(type, draft, open, faults);
    if (faults.empty()) return {};
    return tl::unexpected(Failure{Failure::Kind::refused, std::move(faults)});
}

Done expect_confidant(const Session& session, const model::Control& control) {
    const auto& role = control.visible_to;
    if (!role || session.actor.has(*role)) return {};
    return refused({"app.replay_is_confided", {{"control", control.id}, {"role", model::role_title(*role)}}});
}

}  // namespace cadran::app
