// SPDX-License-Identifier: Apache-2.0
#include "app/replay.h"

#include <algorithm>

#include "app/draft_reach.h"
#include "app/file_screening.h"
#include "app/finding_runs.h"
#include "app/nearest.h"
#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/plugin_trust.h"
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
    auto plugin = load_plugin(session.workspace, name, content->files);
    if (!plugin) return tl::unexpected(plugin.error());
    Chosen chosen{content->version.value_or(model::DefinitionVersion{}),
                  {std::move(*plugin), std::move(content->files)}};
    if (const Done known = choose_controls(command, chosen); !known) return tl::unexpected(known.error());
    if (const Done may = expect_allowed(session, command, chosen); !may) return tl::unexpected(may.error());
    return chosen;
}

// What was found, for people's spreadsheets and for programs.
class FindingsFile {
  public:
    explicit FindingsFile(const std::filesystem::path& place) : file_(place, Access::owner) {
        format::CsvWriter writer = csv();
        for (const char* title : {"control", "records", "event_date", "outcome", "severity", "effect"})
            writer.cell(title);
        writer.end_line();
        file_.write(writer.take());
    }

    void write(std::string_view lines) { file_.write(lines); }

    void publish() { file_.publish(); }

    static format::CsvWriter csv() { return {',', format::CsvWriter::Reader::anybody}; }

    static void add_line(const model::Finding& finding, format::CsvWriter& writer) {
        std::string keys;
        for (const model::Subject& subject : finding.subjects)
            keys.append(keys.empty() ? "" : " ").append(subject.key);
        writer.cell(finding.control.id);
        writer.cell(keys);
        writer.cell(iso_text(finding.event_date));
        writer.cell(model::outcome_name(finding.outcome));
        writer.cell(model::severity_name(finding.severity));
        writer.cell(model::effect_name(finding.effect));
        writer.end_line();
    }

  private:
    DurableFile file_;
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

Result<std::vector<PreparedControl>> prepare(RecordSource& source, Session& session,
                                             const ReplayControls& command, const Chosen& chosen) {
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    const HashKey seed = store::JournalRepository(session.workspace.database()).seed();
    std::vector<PreparedControl> prepared;
    for (const script::ControlDeclaration* control : chosen.controls) {
        const auto& parameters = control->control.parameters;
        auto values = parameter_values(parameters, with_units(parameters, command.set));
        if (!values) return tl::unexpected(values.error());
        auto one = PreparedControl::prepare(
            source, *locality,
            {chosen.version, chosen.plugin, *control, std::move(*values), false, Unchecked::counted},
            first_day, last_day, seed);
        if (!one) return tl::unexpected(one.error());
        prepared.push_back(std::move(*one));
    }
    return prepared;
}

// What is kept of what a control finds.
class Told {
  public:
    Told(const Workspace& workspace, bool keeps_findings)
        : lines_(workspace.folder()), keeps_findings_(keeps_findings) {}

    void take(std::string_view order, const model::Finding& finding) {
        if (!keeps_findings_) return;
        writer_.clear();
        FindingsFile::add_line(finding, writer_);
        lines_.add(order, writer_.text());
    }

    void take(control::Judged judged) {
        lines_.end_run();
        if (judged_)
            judged_->count(std::move(judged));
        else
            judged_ = {std::move(judged.result), std::move(judged.strata), std::move(judged.faults)};
    }

    const FindingRuns& lines() const { return lines_; }
    control::Evaluation whole() { return control::whole(std::move(*judged_)); }

  private:
    std::optional<control::Judged> judged_;
    FindingRuns lines_;
    bool keeps_findings_;
    format::CsvWriter writer_ = FindingsFile::csv();
};

}  // namespace

Result<Replayed> replay_controls(Session& session, const ReplayControls& command) {
    const UseCase use_case = command.draft ? UseCase::replay_draft : UseCase::run_controls;
    if (const Done may = authorise(session, use_case); !may) return tl::unexpected(may.error());
    if (const Done apart = check_findings_file(session.workspace, command); !apart)
        return tl::unexpected(apart.error());
    const auto chosen = choose(session, command);
    if (!chosen) return tl::unexpected(chosen.error());
    Replayed replayed;
    std::optional<FindingsFile> findings;
    if (command.findings) findings.emplace(std::filesystem::absolute(*command.findings));
    RecordSource source(session, {});
    auto prepared = prepare(source, session, command, *chosen);
    if (!prepared) return tl::unexpected(prepared.error());
    std::vector<Told> told;
    for (std::size_t i = 0; i < prepared->size(); ++i)
        told.emplace_back(session.workspace, findings.has_value());
    const auto judged = judge_file(session, command.file, chosen->type(), *prepared,
                                   {[&](std::size_t i, std::string_view order,
                                        const model::Finding& finding) { told[i].take(order, finding); },
                                    [&](std::size_t i, auto part) { told[i].take(std::move(part)); }});
    if (!judged) return tl::unexpected(judged.error());
    replayed.file = *judged;
    for (Told& one : told) {
        if (findings) one.lines().for_each([&](std::string_view line) { findings->write(line); });
        control::Evaluation evaluation = one.whole();
        std::ranges::move(evaluation.faults, std::back_inserter(replayed.faults));
        replayed.results.push_back(std::move(evaluation.result));
    }
    if (findings) findings->publish();
    replayed.purged = source.purged();
    return replayed;
}

}  // namespace cadran::app
