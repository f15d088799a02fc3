// SPDX-License-Identifier: Apache-2.0
#include "app/replay_comparison.h"

#include <algorithm>

#include "app/control_evaluation.h"
#include "app/draft_reach.h"
#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/plugin_trust.h"
#include "app/rights.h"
#include "app/versions.h"
#include "store/definition_repository.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

using model::DefinitionKind;
using ParametersSet = std::vector<std::pair<std::string, std::string>>;

// The process whose plan has the control, with the parameters that it sets.
struct Use {
    std::optional<model::Process> process = {};
    ParametersSet parameters = {};
};

Result<std::vector<Use>> uses_of(Session& session, const CompareReplay& command, Date date) {
    std::vector<Use> uses;
    const auto sheets = processes_in_force(session.workspace, date);
    if (!sheets) return tl::unexpected(sheets.error());
    for (const InForce<model::Process>& sheet : *sheets) {
        if (!command.process.empty() && sheet.value.id != command.process) continue;
        for (const model::ControlUse& use : sheet.value.controls) {
            if (use.control == command.control) uses.push_back({sheet.value, use.parameters});
        }
    }
    return uses;
}

// None where no process uses it.
Result<Use> use_of(Session& session, const CompareReplay& command, Date date) {
    const auto uses = uses_of(session, command, date);
    if (!uses) return tl::unexpected(uses.error());
    if (uses->empty() && !command.process.empty())
        return not_found(
            {"app.control_not_in_plan", {{"control", command.control}, {"process", command.process}}});
    if (uses->empty()) return Use{};
    const bool alike = std::ranges::all_of(
        *uses, [&](const Use& use) { return use.parameters == uses->front().parameters; });
    if (!alike) {
        return invalid({"app.several_plans", {{"control", command.control}}},
                       Message{"app.say_which_process"});
    }
    return uses->front();
}

Done authorise_replay(Session& session, const CompareReplay& command, const Use& use) {
    if (command.draft) return authorise(session, UseCase::replay_draft_on_records);
    if (use.process) return authorise(session, UseCase::run_controls, *use.process);
    return authorise(session, UseCase::run_controls);
}

// A version of the plugin with its control.
struct Tried {
    model::DefinitionVersion version;  // number 0 of a draft
    PluginContent plugin;

    const script::ControlDeclaration* control(const std::string& id) const {
        return plugin.plugin.find_control(id);
    }
};

Result<Tried> tried_version(Session& session, const CompareReplay& command) {
    const std::string name = plugin_of_reference(command.control);
    auto content = content_of(session, DefinitionKind::plugin, name, {.draft = command.draft});
    if (!content) return tl::unexpected(content.error());
    auto plugin = load_plugin(session.workspace, name, content->files);
    if (!plugin) return tl::unexpected(plugin.error());
    Tried tried{content->version.value_or(model::DefinitionVersion{}),
                {std::move(*plugin), std::move(content->files)}};
    const script::ControlDeclaration* control = tried.control(command.control);
    if (control == nullptr) {
        std::vector<std::string> known;
        for (const auto& one : tried.plugin.plugin.controls) known.push_back(one.control.id);
        return not_found({"app.no_control", {{"name", command.control}}},
                         nearest_hint(command.control, known));
    }
    if (const Done may = expect_confidant(session, control->control); !may)
        return tl::unexpected(may.error());
    if (!command.draft) return tried;
    if (const Done may = expect_within_reach(session, tried.plugin.plugin, {control}, true); !may)
        return tl::unexpected(may.error());
    return tried;
}

// What one side finds, by the finding's identifier.
struct Side {
    ReplaySide said;
    std::map<std::string, model::Finding> findings = {};
    std::map<std::string, std::string> messages = {};  // by the finding's identifier
};

class Comparing {
  public:
    Comparing(Session& session, const CompareReplay& command, const Use& use,
              const calendar::Locality& locality, Date last)
        : session_(session),
          command_(command),
          use_(use),
          locality_(locality),
          last_(last),
          source_(session, command.since, last) {
        seed_ = store::JournalRepository(session.workspace.database()).seed();
    }

    // By each version on the days on which it was in force.
    Result<Side> before() {
        Side side;
        side.said.result.control.id = command_.control;
        for (const Slice& slice : slices(session_.workspace, DefinitionKind::plugin,
                                         plugin_of_reference(command_.control), command_.since, last_)) {
            auto content = plugin_of(session_.workspace, slice.version);
            if (!content) return tl::unexpected(content.error());
            const Tried version{slice.version, std::move(*content)};
            const script::ControlDeclaration* control = version.control(command_.control);
            if (control == nullptr) continue;
            if (const Done may = expect_confidant(session_, control->control); !may)
                return tl::unexpected(may.error());
            if (const Done added = add(side, version, use_.parameters, slice.first, slice.last); !added)
                return tl::unexpected(added.error());
        }
        return side;
    }

    Result<Side> after(const Tried& tried) {
        ParametersSet parameters = use_.parameters;
        std::ranges::move(with_units(tried.control(command_.control)->control.parameters, command_.set),
                          std::back_inserter(parameters));
        Side side;
        if (const Done added = add(side, tried, parameters, command_.since, last_); !added)
            return tl::unexpected(added.error());
        return side;
    }

    Diagnostics take_faults() { return std::move(faults_); }
    const std::map<std::string, Date>& purged() const { return source_.purged(); }

  private:
    Done add(Side& side, const Tried& version, const ParametersSet& parameters, Date first, Date last) {
        const script::ControlDeclaration& control = *version.control(command_.control);
        auto values = parameter_values(control.control.parameters, parameters);
        if (!values) return tl::unexpected(values.error());
        auto evaluation = evaluate_control(source_, locality_,
                                           {version.version, version.plugin, control, std::move(*values),
                                            true, expression::Unchecked::counted},
                                           first, last, seed_);
        if (!evaluation) return tl::unexpected(evaluation.error());
        side.said.result.add(evaluation->result);
        if (control.control.minutes && control.control.effect != model::Effect::flag) {
            side.said.minutes =
                side.said.minutes.value_or(0) + *control.control.minutes * evaluation->result.failed;
        }
        for (model::Finding& finding : evaluation->findings) {
            if (finding.outcome != model::Outcome::fail) continue;
            side.messages.emplace(finding.id, message_text(control, finding, session_.catalogue));
            side.findings.emplace(finding.id, std::move(finding));
        }
        faults_ = std::move(evaluation->faults);  // those of what is evaluated last, which is what is tried
        return {};
    }

    Session& session_;
    const CompareReplay& command_;
    const Use& use_;
    const calendar::Locality& locality_;
    Date last_;
    RecordSource source_;
    HashKey seed_{};
    Diagnostics faults_;
};

// Those of one side that the other lacks, by date and key; a few of them as examples.
std::int64_t only_in(const Side& side, const Side& other, std::vector<ReplayedFinding>& examples) {
    std::vector<ReplayedFinding> found;
    for (const auto& [id, finding] : side.findings) {
        if (other.findings.contains(id)) continue;
        ReplayedFinding one{{}, finding.event_date, finding.severity, side.messages.at(id)};
        for (const model::Subject& subject : finding.subjects) one.keys.push_back(subject.key);
        found.push_back(std::move(one));
    }
    std::ranges::sort(found, {},
                      [](const ReplayedFinding& one) { return std::tie(one.event_date, one.keys); });
    examples.assign(found.begin(), found.begin() + std::min<std::ptrdiff_t>(std::ssize(found),
                                                                            ReplayComparison::most_examples));
    return std::ssize(found);
}

void compare_sides(const Side& before, const Side& after, ReplayComparison& comparison) {
    comparison.more = only_in(after, before, comparison.more_examples);
    comparison.fewer = only_in(before, after, comparison.fewer_examples);
    for (const auto& [id, finding] : after.findings) {
        const auto known = before.findings.find(id);
        if (known == before.findings.end()) continue;
        if (finding.severity > known->second.severity)
            ++comparison.graver;
        else if (finding.severity < known->second.severity)
            ++comparison.milder;
        else
            ++comparison.unchanged;
    }
}

}  // namespace

Result<std::vector<PlannedControl>> plans_with(Session& session, const std::string& control) {
    if (const Done may = authorise(session, UseCase::read_definitions); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto uses = uses_of(session, {control, *now}, *now);
    if (!uses) return tl::unexpected(uses.error());
    std::vector<PlannedControl> plans;
    for (Use& use : *uses) plans.push_back({use.process->id, use.process->title, std::move(use.parameters)});
    return plans;
}

Result<ReplayComparison> compare_replay(Session& session, const CompareReplay& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const Date last = command.until.value_or(*now);
    const auto use = use_of(session, command, std::min(*now, last));
    if (!use) return tl::unexpected(use.error());
    if (const Done may = authorise_replay(session, command, *use); !may) return tl::unexpected(may.error());
    if (last < command.since) {
        return invalid({"app.replay_ends_before", {{"since", command.since}, {"until", last}}});
    }
    const auto tried = tried_version(session, command);
    if (!tried) return tl::unexpected(tried.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());

    Comparing comparing(session, command, *use, *locality, last);
    const auto before = comparing.before();
    if (!before) return tl::unexpected(before.error());
    const auto after = comparing.after(*tried);
    if (!after) return tl::unexpected(after.error());
    ReplayComparison comparison{command.since, last, use->process ? use->process->id : "", before->said,
                                after->said};
    compare_sides(*before, *after, comparison);
    comparison.faults = comparing.take_faults();
    comparison.purged = comparing.purged();
    return comparison;
}

}  // namespace cadran::app
