// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/decision.h"
#include "app/worklist.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

Result<model::Verdict> verdict_of(const std::string& name) {
    static constexpr std::array verdicts{model::Verdict::released, model::Verdict::refused,
                                         model::Verdict::corrected};
    const auto verdict = std::ranges::find(verdicts, name, &model::verdict_name);
    if (verdict != verdicts.end()) return *verdict;
    return invalid(Message{"cli.unknown_verdict", {{"verdict", name}}},
                   Message{"cli.known_names", {{"names", std::string("released, refused, corrected")}}});
}

}  // namespace

Result<int> worklist_decide(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto verdict = verdict_of(arguments.get("verdict"));
    if (!verdict) return tl::unexpected(verdict.error());
    app::Decide command{
        arguments.get("ITEM"), *verdict, {}, arguments.has("all-conforming"), arguments.get("reason")};
    for (const std::string& point : arguments.all("conforming")) command.points.push_back({point, true});
    for (const std::string& point : arguments.all("nonconforming")) command.points.push_back({point, false});
    const auto decided = app::decide(invocation.session(), command);
    if (!decided) return tl::unexpected(decided.error());
    invocation.output().say(
        {"cli.decided",
         {{"record", decided->finding.subjects.front().key}, {"verdict", model::verdict_title(*verdict)}}});
    return exit_fine;
}

}  // namespace cadran::cli
