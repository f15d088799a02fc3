// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/findings.h"

namespace cadran::cli {

namespace {

std::string ids(const std::vector<model::Finding>& findings) {
    std::vector<std::string> ids;
    for (const model::Finding& finding : findings) ids.push_back(finding.id);
    return fmt::format("{}", fmt::join(ids, ", "));
}

}  // namespace

Result<int> nonconformity_show(Invocation& invocation) {
    const auto number = invocation.arguments().count("NUMBER");
    if (!number) return tl::unexpected(number.error());
    const auto shown = app::show_nonconformity(invocation.session(), **number);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const model::Nonconformity& one = shown->nonconformity;
    output.record({{{"number", {"cli.number"}},
                    {"process", {"cli.process"}},
                    {"title", {"cli.title"}},
                    {"requirement", {"cli.requirement"}},
                    {"extent", {"cli.extent"}},
                    {"by", {"cli.account"}},
                    {"at", {"cli.time"}},
                    {"findings", {"cli.findings"}},
                    {"similar", {"cli.similar_findings"}}},
                   {{output.cell(one.number), output.cell(one.process), output.cell(one.title),
                     output.cell(one.requirement), output.cell(one.extent), output.cell(one.by),
                     output.cell(iso_text(one.at)), output.cell(ids(shown->findings)),
                     output.cell(ids(shown->similar))}}});
    return exit_fine;
}

}  // namespace cadran::cli
