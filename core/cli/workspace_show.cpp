// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_definition.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"

namespace cadran::cli {

namespace {

template <typename Value>
std::string titles(const Catalogue& catalogue, const std::vector<Value>& values) {
    std::vector<std::string> titles;
    for (const Value& value : values) titles.push_back(catalogue.text(value.title));
    return fmt::format("{}", fmt::join(titles, "\n"));
}

template <typename Value>
std::string names(const std::vector<Value>& values, std::string Value::*name) {
    std::vector<std::string> names;
    for (const Value& value : values) names.push_back(value.*name);
    return fmt::format("{}", fmt::join(names, "\n"));
}

}  // namespace

Result<int> workspace_show(Invocation& invocation) {
    const auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    const auto shown = app::show_workspace(invocation.session(), *which);
    if (!shown) return tl::unexpected(shown.error());
    Output& output = invocation.output();
    const Catalogue& catalogue = output.catalogue();
    const model::Organisation& organisation = shown->organisation;
    output.record({{{"organisation", {"cli.organisation"}},
                    {"version", {"cli.version"}},
                    {"from", {"cli.in_force_from"}},
                    {"zone", {"cli.zone"}},
                    {"standard", {"cli.standard"}},
                    {"policy", {"cli.policy"}},
                    {"scope", {"cli.scope"}},
                    {"stakes", {"cli.stakes"}},
                    {"interested_parties", {"cli.parties"}},
                    {"departments", {"cli.departments"}},
                    {"members", {"cli.members"}},
                    {"providers", {"cli.providers"}},
                    {"catalogues", {"cli.catalogues_of_clauses"}}},
                   {{output.cell(organisation.name), version_cell(output, shown->version),
                     in_force_cell(output, shown->version), output.cell(organisation.zone),
                     output.cell(organisation.standard),
                     output.cell(organisation.policy ? catalogue.text(organisation.policy->text) : ""),
                     output.cell(catalogue.text(organisation.scope)),
                     output.cell(titles(catalogue, organisation.stakes)),
                     output.cell(titles(catalogue, organisation.parties)),
                     output.cell(titles(catalogue, organisation.departments)),
                     output.cell(names(organisation.members, &model::Member::account)),
                     output.cell(names(organisation.providers, &model::Provider::name)),
                     output.cell(fmt::format("{}", fmt::join(shown->catalogues, "\n")))}}});
    return exit_fine;
}

}  // namespace cadran::cli
