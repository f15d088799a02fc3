// SPDX-License-Identifier: Apache-2.0
#include "app/work_item.h"

#include <algorithm>

#include "app/parameters.h"
#include "calendar/deadline.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

std::pair<std::string, int> plugin_key(const model::ControlVersion& version) {
    return {version.id.substr(0, version.id.find('/')), version.version};
}

// The declaration of what `amount` or `payer.name` names: a field of the records judged, or of those joined.
const column::Field* declared_field(const script::Plugin& plugin, const model::Population& population,
                                    std::string_view name) {
    std::string type = population.from;
    if (const auto point = name.find('.'); point != std::string_view::npos) {
        const auto join = std::ranges::find(population.joins, name.substr(0, point), &model::Join::alias);
        if (join == population.joins.end()) return nullptr;
        type = join->text.substr(0, join->text.find(' '));
        name.remove_prefix(point + 1);
    }
    const model::RecordType* record = plugin.find_record(type);
    const auto index = record == nullptr ? std::nullopt : record->schema->find(name);
    return index ? &record->schema->field(*index) : nullptr;
}

EvidenceWords evidence_words(const script::Plugin& plugin, const model::Control& control,
                             const model::Evidence& evidence, const Catalogue& catalogue) {
    EvidenceWords words{evidence.field, {}};
    if (!column::is_missing(evidence.value))
        words.value = catalogue.fill("{value}", {{"value", column::argument(evidence.value)}});
    const column::Field* field = declared_field(plugin, control.population, evidence.field);
    if (field == nullptr) {
        const auto parameter = std::ranges::find(control.parameters, evidence.field, &model::Parameter::name);
        if (parameter != control.parameters.end()) words.title = catalogue.text(parameter->help);
        return words;
    }
    if (const std::string& title = catalogue.text(field->title); !title.empty()) words.title = title;
    const auto code = std::ranges::find(field->codes, words.value, &column::Code::name);
    if (code != field->codes.end()) words.value = catalogue.text(code->title);
    return words;
}

}  // namespace

const script::Plugin& JudgingControls::plugin_of(const model::ControlVersion& version) const {
    return plugins_.at(plugin_key(version))->plugin;
}

Result<const script::ControlDeclaration*> JudgingControls::find(const model::ControlVersion& version) {
    const auto key = plugin_key(version);
    auto loaded = plugins_.find(key);
    if (loaded == plugins_.end()) {
        const auto definition = store::DefinitionRepository(workspace_.database())
                                    .find(model::DefinitionKind::plugin, key.first, key.second);
        if (!definition) return not_found({"app.no_control", {{"name", version.id}}});
        auto content = shared_plugin(workspace_, *definition);
        if (!content) return tl::unexpected(content.error());
        loaded = plugins_.emplace(key, std::move(*content)).first;
    }
    const script::ControlDeclaration* declared = loaded->second->plugin.find_control(version.id);
    if (declared == nullptr) return not_found({"app.no_control", {{"name", version.id}}});
    return declared;
}

Result<WorkItem> work_item(Session& session, JudgingControls& controls, model::Finding finding) {
    auto item = plain_work_item(controls, std::move(finding));
    if (!item) return item;
    if (const Done done = add_words(session, controls, *item); !done) return tl::unexpected(done.error());
    return item;
}

Result<WorkItem> plain_work_item(JudgingControls& controls, model::Finding finding) {
    const auto declared = controls.find(finding.control);
    if (!declared) return tl::unexpected(declared.error());
    const model::Control& control = (*declared)->control;
    WorkItem item;
    item.control_title = control.title;
    item.verify = control.verify;
    item.due_within = control.due;
    item.minutes = control.minutes;
    item.finding = std::move(finding);
    return item;
}

Done add_words(Session& session, JudgingControls& controls, WorkItem& item) {
    const model::Finding& finding = item.finding;
    const auto declared = controls.find(finding.control);
    if (!declared) return tl::unexpected(declared.error());
    for (const model::Evidence& evidence : finding.evidence)
        item.evidence.push_back(evidence_words(controls.plugin_of(finding.control), (*declared)->control,
                                               evidence, session.catalogue));
    item.message = message_text(**declared, finding, session.catalogue);
    const store::Sight whole = store::Sight::whole();  // of a finding that is in sight
    item.decisions = store::FindingRepository(session.workspace.database(), whole).decisions(finding.id);
    return {};
}

Result<DueDates> DueDates::of(Session& session) {
    auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const Date today = locality->zone.date_of(session.clock.now());
    return DueDates(session, std::move(*locality), today);
}

void DueDates::set(WorkItem& item) {
    item.due = due_on(item.finding.run, item.due_within);
    item.overdue = item.finding.state == model::FindingState::open && item.due && *item.due < today_;
}

std::optional<Date> DueDates::due_on(std::int64_t run, const std::optional<Duration>& within) {
    if (!within) return {};
    auto found = found_on_.find(run);
    if (found == found_on_.end()) {
        const auto known = store::RunRepository(session_.workspace.database()).find(run);
        found = found_on_.emplace(run, locality_.zone.date_of(known->at)).first;
    }
    return calendar::add(found->second, *within, locality_.region);
}

Result<model::Finding> find_finding(Session& session, const store::Sight& sight, const std::string& item) {
    store::FindingRepository findings(session.workspace.database(), sight);
    if (auto finding = findings.find(item)) return *finding;
    const std::vector<std::string> ids = findings.find_by_key(item);
    if (ids.empty())
        return not_found({"app.no_work_item", {{"item", item}}}, Message{"app.see_the_worklist"});
    if (ids.size() > 1) {
        return invalid(Message{"app.several_findings",
                               {{"item", item}, {"findings", fmt::format("{}", fmt::join(ids, ", "))}}});
    }
    return *findings.find(ids.front());
}

}  // namespace cadran::app
