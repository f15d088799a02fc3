// SPDX-License-Identifier: Apache-2.0
#include "app/plugin.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

Result<int> plugin_test(Invocation& invocation) {
    auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    if (!which->number && !which->on) which->draft = true;
    const auto tests = app::test_plugin(invocation.session(), invocation.arguments().get("PLUGIN"), *which);
    if (!tests) return tl::unexpected(tests.error());
    Output& output = invocation.output();
    Table table{{{"control", {"cli.control"}},
                 {"examples", {"cli.examples"}, true},
                 {"cases", {"cli.cases_of_properties"}, true},
                 {"lines", {"cli.lines_of_judge"}, true},
                 {"never_run", {"cli.never_run"}, true},
                 {"result", {"cli.result"}}},
                {}};
    std::int64_t failed = 0;
    std::vector<std::string> never_run;
    for (const app::PlayedSpec& spec : *tests) {
        const bool as_expected = spec.differences.empty();
        if (!as_expected) ++failed;
        const Message result = spec.examples == 0 ? Message{"cli.without_spec"}
                               : as_expected      ? Message{"cli.as_expected"}
                                                  : Message{"cli.not_as_expected"};
        table.rows.push_back({output.cell(spec.control), output.cell(spec.examples), output.cell(spec.cases),
                              output.cell(spec.lines), output.cell(std::ssize(spec.never_run)),
                              output.cell(output.catalogue().text(result))});
        for (const Place& place : spec.never_run)
            never_run.push_back(fmt::format("{}:{}", place.file, place.line));
        output.complain(spec.differences);
    }
    output.table(table);
    output.say({"cli.specs_played", {{"controls", std::ssize(*tests)}, {"differing", failed}}});
    if (!never_run.empty()) {
        output.say({"cli.lines_never_run", {{"count", std::ssize(never_run)}}});
        if (invocation.arguments().has("coverage"))
            for (const std::string& line : never_run) output.note(line + "\n");
        else
            output.say({"cli.name_the_lines"});
    }
    return failed > 0 ? exit_found : exit_fine;
}

}  // namespace cadran::cli
