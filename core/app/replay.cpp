// SPDX-License-Identifier: Apache-2.0
#include "app/replay.h"

#include <algorithm>

#include "app/draft_reach.h"
#include "app/file_screening.h"
#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/record_file.h"
#include "app/rights.h"
#include "app/versions.h"
#include "base/file.h"
#include "base/text.h"
#include "format/csv_writer.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

using expression::Unchecked;

// The version of a plugin that is replayed, and those of its controls that were named.
struct Chosen {
    model::DefinitionVersion version;  // number 0 of a draft
    PluginContent plugin;
    std::vector<const script::ControlDeclaration*> controls = {};

    const model::RecordType& type() const {
        return *plugin.plugin.find_record(controls.front()->control.population.from);
    }
};

Done choose_controls(const ReplayControls& command, Chosen& chosen) {
    const script::Plugin& plugin = chosen.plugin.plugin;
    std::vector<std::string> known;
    for (const script::ControlDeclaration& declared : plugin.controls) known.push_back(declared.control.id);
    Diagnostics faults;
    for (const std::string& name : command.controls) {
        const script::ControlDeclaration* control = plugin.find_control(name);
        if (control == nullptr)
            faults.push_back({{}, {"app.no_control", {{"name", name}}}, nearest_hint(name, known)});
        else
            chosen.controls.push_back(control);
    }
    if (!faults.empty()) return tl::unexpected(Failure{Failure::Kind::not_found, std::move(faults)});
    const std::string& type = chosen.controls.front()->control.population.from;
    for (const script::ControlDeclaration* control : chosen.controls) {
        const std::string& other = control->control.population.from;
        if (other == type) continue;
        faults.push_back({{},
                          {"app.replay_of_another_type",
                           {{"control", control->control.id}, {"type", other}, {"expected", type}}},
                          Message{"app.replay_apart"}});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return {};
}

// What a control keeps for a confidant, nobody else tries out; and of the workspace's records a draft joins
// what is within its reach.
Done expect_allowed(Session& session, const ReplayControls& command, const Chosen& chosen) {
    for (const script::ControlDeclaration* control : chosen.controls) {
        if (const Done may = expect_confidant(session, control->control); !may) return may;
    }
    if (!command.draft) return {};
    const bool joins = std::ranges::any_of(
        chosen.controls, [](const auto* control) { return !types_read(*control, false).empty(); });
    if (!joins) return {};
    if (const Done may = authorise(session, UseCase::replay_draft_on_records); !may) return may;
    return expect_within_reach(session, chosen.plugin.plugin, chosen.controls, false);
}

Result<Chosen> choose(Session& session, const ReplayControls& command) {
    const std::string name = plugin_of_reference(command.controls.front());
    auto content = content_of(session, model::DefinitionKind::plugin, name, {.draft = command.draft});
    if (!content) return tl::unexpected(content.error());
    auto plugin = script::load_plugin(content->files, draft_path(model::DefinitionKind::plugin, name, ""));
    if (!plugin) return tl::unexpected(plugin.error());
    Chosen chosen{content->version.value_or(model::DefinitionVersion{}),
                  {std::move(*plugin), std::move(content->files)}};
    if (const Done known = choose_controls(command, chosen); !known) return tl::unexpected(known.error());
    if (const Done may = expect_allowed(session, command, chosen); !may) return tl::unexpected(may.error());
    return chosen;
}

// What each control finds in the file: as it is read, or where that cannot be, once it is in memory.
Result<std::vector<control::Evaluation>> evaluate_file(Session& session, const std::filesystem::path& file,
                                                       const model::RecordType& type,
                                                       std::vector<PreparedControl>& controls,
                                                       Replayed& replayed) {
    const auto keys = session.workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    const auto form = record::detect_form(file, type);
    if (!form) return tl::unexpected(form.error());
    auto screened = screen_file(session, file, *form, type, keys->secrets, controls);
    if (!screened) return tl::unexpected(screened.error());
    if (*screened) {
        replayed.accepted = (*screened)->accepted;
        replayed.rejected = (*screened)->rejected;
        return std::move((*screened)->evaluations);
    }
    record::Dataset records(type);
    const auto summary = read_record_file(session, file, *form, keys->secrets, records);
    if (!summary) return tl::unexpected(summary.error());
    replayed.accepted = summary->accepted;
    replayed.rejected = summary->rejected;
    std::vector<control::Evaluation> evaluations(controls.size());
    on_all_cores(controls.size(), [&](std::size_t i) { evaluations[i] = controls[i].evaluate(records); });
    return evaluations;
}

// What was found, for people's spreadsheets and for programs.
class FindingsFile {
  public:
    explicit FindingsFile(const std::filesystem::path& place) : file_(place, Access::owner) {
        for (const char* title : {"control", "records", "event_date", "outcome", "severity", "effect"})
            writer_.cell(title);
        writer_.end_line();
    }

    void write(const std::vector<model::Finding>& findings) {
        for (const model::Finding& finding : findings) {
            std::string keys;
            for (const model::Subject& subject : finding.subjects)
                keys.append(keys.empty() ? "" : " ").append(subject.key);
            writer_.cell(finding.control.id);
            writer_.cell(keys);
            writer_.cell(iso_text(finding.event_date));
            writer_.cell(model::outcome_name(finding.outcome));
            writer_.cell(model::severity_name(finding.severity));
            writer_.cell(model::effect_name(finding.effect));
            writer_.end_line();
        }
        file_.write(writer_.take());
    }

    void publish() { file_.publish(); }

  private:
    DurableFile file_;
    format::CsvWriter writer_{',', format::CsvWriter::Reader::anybody};
};

Done check_findings_file(const Workspace& workspace, const ReplayControls& command) {
    if (!command.findings) return {};
    if (workspace.holds(*command.findings)) return refused({"app.findings_in_workspace"});
    std::error_code absent;
    if (std::filesystem::equivalent(*command.findings, command.file, absent))
        return refused({"app.findings_over_the_file"});
    return {};
}

// Over every day that a record may have.
constexpr Date first_day{std::chrono::year{1900} / 1 / 1};
constexpr Date last_day{std::chrono::year{2200} / 12 / 31};

}  // namespace

Result<Replayed> replay_controls(Session& session, const ReplayControls& command) {
    const UseCase use_case = command.draft ? UseCase::replay_draft : UseCase::run_controls;
    if (const Done may = authorise(session, use_case); !may) return tl::unexpected(may.error());
    if (const Done apart = check_findings_file(session.workspace, command); !apart)
        return tl::unexpected(apart.error());
    const auto chosen = choose(session, command);
    if (!chosen) return tl::unexpected(chosen.error());
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());

    Replayed replayed;
    std::optional<FindingsFile> findings;
    if (command.findings) findings.emplace(std::filesystem::absolute(*command.findings));
    RecordSource source(session, {});
    const HashKey seed = store::JournalRepository(session.workspace.database()).seed();
    std::vector<PreparedControl> prepared;
    for (const script::ControlDeclaration* control : chosen->controls) {
        const auto& parameters = control->control.parameters;
        auto values = parameter_values(parameters, with_units(parameters, command.set));
        if (!values) return tl::unexpected(values.error());
        auto one = PreparedControl::prepare(
            source, *locality,
            {chosen->version, chosen->plugin, *control, std::move(*values), false, Unchecked::counted},
            first_day, last_day, seed);
        if (!one) return tl::unexpected(one.error());
        prepared.push_back(std::move(*one));
    }
    auto evaluations = evaluate_file(session, command.file, chosen->type(), prepared, replayed);
    if (!evaluations) return tl::unexpected(evaluations.error());
    for (control::Evaluation& evaluation : *evaluations) {
        if (findings) findings->write(evaluation.findings);
        std::ranges::move(evaluation.faults, std::back_inserter(replayed.faults));
        replayed.results.push_back(std::move(evaluation.result));
    }
    if (findings) findings->publish();
    replayed.purged = source.purged();
    return replayed;
}

}  // namespace cadran::app
