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
    Table table{
        {{"control", {"cli.control"}}, {"examples", {"cli.examples"}, true}, {"result", {"cli.result"}}}, {}};
    std::int64_t failed = 0;
    for (const app::PlayedSpec& spec : *tests) {
        const bool as_expected = spec.differences.empty();
        if (!as_expected) ++failed;
        const Message result = spec.examples == 0 ? Message{"cli.without_spec"}
                               : as_expected      ? Message{"cli.as_expected"}
                                                  : Message{"cli.not_as_expected"};
        table.rows.push_back({output.cell(spec.control), output.cell(spec.examples),
                              output.cell(output.catalogue().text(result))});
        output.complain(spec.differences);
    }
    output.table(table);
    output.say({"cli.specs_played", {{"controls", std::ssize(*tests)}, {"differing", failed}}});
    return failed > 0 ? exit_found : exit_fine;
}

}  // namespace cadran::cli
