// SPDX-License-Identifier: Apache-2.0
#include "app/replay.h"
#include "app/replay_comparison.h"
#include "cli/audits.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/control_results.h"
#include "cli/replay_json.h"

namespace cadran::cli {

namespace {

std::vector<std::pair<std::string, std::string>> in_order(const std::map<std::string, std::string>& set) {
    return {set.begin(), set.end()};
}

Result<int> replay_file(Invocation& invocation, const std::map<std::string, std::string>& set) {
    const Arguments& arguments = invocation.arguments();
    for (const char* option : {"since", "until", "process"}) {
        if (arguments.has(option)) return invalid({"cli.not_with_file", {{"option", std::string(option)}}});
    }
    app::ReplayControls command{arguments.all("CONTROL"), invocation.path("file"), arguments.has("draft")};
    command.set = in_order(set);
    if (arguments.has("findings")) command.findings = invocation.path("findings");
    const auto replayed = app::replay_controls(invocation.session(), command);
    if (!replayed) return tl::unexpected(replayed.error());
    Output& output = invocation.output();
    output.complain(replayed->faults);
    output.table(control_results(output, replayed->results));
    for (const auto& [type, last] : replayed->purged)
        output.say({"cli.purged_took_no_part", {{"type", type}, {"last", last}}});
    if (replayed->file.rejected > 0)
        output.say({"cli.replay_rejected", {{"count", replayed->file.rejected}}});
    if (replayed->file.parts > 1) output.say({"cli.looked_at_in_parts", {{"parts", replayed->file.parts}}});
    const ControlTally tally = tally_of(replayed->results);
    output.say({"cli.replay_done", {{"count", tally.found}}});
    return tally.exit_code();
}

Table sides_of(const Output& output, const app::ReplayComparison& comparison) {
    Table table{{{"rules", {"cli.rules"}},
                 {"version", {"cli.version"}, true},
                 {"parameters", {"cli.parameters"}},
                 {"population", {"cli.records"}, true},
                 {"selected", {"cli.selected"}, true},
                 {"failed", {"cli.failed"}, true},
                 {"errors", {"cli.errors"}, true},
                 {"not_checked", {"cli.not_checked"}, true},
                 {"minutes", {"cli.minutes"}, true}},
                {}};
    const auto add = [&](const char* name, const Message& title, const app::ReplaySide& side) {
        const model::ControlResult& result = side.result;
        std::string parameters;
        for (const auto& [parameter, value] : result.parameters)
            parameters += fmt::format("{}{} = {}", parameters.empty() ? "" : ", ", parameter, value);
        table.rows.push_back(
            {{output.catalogue().text(title), Json(name)},
             result.control.version == 0 ? Cell{} : output.cell(std::int64_t{result.control.version}),
             output.cell(parameters),
             output.cell(result.population),
             output.cell(result.selected),
             output.cell(result.failed),
             output.cell(result.errors),
             output.cell(result.not_checked),
             side.minutes ? output.cell(*side.minutes) : Cell{"–", {}}});
    };
    add("in_force", {"cli.rules_in_force"}, comparison.before);
    add("tried", {"cli.rules_tried"}, comparison.after);
    return table;
}

void note_examples(Output& output, const Message& title, const std::vector<app::ReplayedFinding>& examples) {
    if (examples.empty()) return;
    output.say(title);
    for (const app::ReplayedFinding& one : examples) {
        const std::string line = fmt::format("  {}  {}  {}\n", output.catalogue().date(one.event_date),
                                             fmt::join(one.keys, ", "), one.message);
        if (output.format() == Format::table)
            output.text(line);
        else
            output.note(line);
    }
}

// Hours of work, to a tenth.
std::string hours(const Output& output, std::int64_t minutes) {
    return output.catalogue().decimal(Decimal::ratio(minutes, 60, 1));
}

Result<int> replay_records(Invocation& invocation, const std::map<std::string, std::string>& set) {
    const Arguments& arguments = invocation.arguments();
    const auto since = arguments.optional_date("since"), until = arguments.optional_date("until");
    if (!since) return tl::unexpected(since.error());
    if (!until) return tl::unexpected(until.error());
    if (!*since) return invalid({"cli.replay_what"}, Message{"cli.replay_file_or_since"});
    if (arguments.has("findings"))
        return invalid({"cli.only_with_file", {{"option", std::string("findings")}}});
    if (arguments.all("CONTROL").size() > 1) return invalid({"cli.one_control_at_a_time"});
    const auto compared =
        app::compare_replay(invocation.session(), {arguments.get("CONTROL"), **since, *until, in_order(set),
                                                   arguments.has("draft"), arguments.get("process")});
    if (!compared) return tl::unexpected(compared.error());
    Output& output = invocation.output();
    output.complain(compared->faults);
    if (output.format() == Format::json)
        output.text(replay_json(arguments.get("CONTROL"), *compared).pretty_text());
    else
        output.table(sides_of(output, *compared));
    for (const auto& [type, last] : compared->purged)
        output.say({"cli.purged_took_no_part", {{"type", type}, {"last", last}}});
    if (compared->process.empty()) output.say({"cli.compared_with_defaults"});
    output.say({"cli.replay_compared",
                {{"more", compared->more},
                 {"fewer", compared->fewer},
                 {"unchanged", compared->unchanged},
                 {"graver", compared->graver},
                 {"milder", compared->milder}}});
    if (compared->before.minutes || compared->after.minutes) {
        output.say({"cli.replay_hours",
                    {{"before", hours(output, compared->before.minutes.value_or(0))},
                     {"after", hours(output, compared->after.minutes.value_or(0))}}});
    }
    if (output.format() != Format::json) {
        note_examples(output, {"cli.examples_more"}, compared->more_examples);
        note_examples(output, {"cli.examples_fewer"}, compared->fewer_examples);
    }
    const bool differs = compared->more + compared->fewer + compared->graver + compared->milder > 0;
    return compared->after.result.errors > 0 ? exit_not_judged : differs ? exit_found : exit_fine;
}

}  // namespace

Result<int> control_replay(Invocation& invocation) {
    const auto set = pairs(invocation.arguments(), "set");
    if (!set) return tl::unexpected(set.error());
    return invocation.arguments().has("file") ? replay_file(invocation, *set)
                                              : replay_records(invocation, *set);
}

}  // namespace cadran::cli
