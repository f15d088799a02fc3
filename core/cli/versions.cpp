// SPDX-License-Identifier: Apache-2.0
#include "cli/versions.h"

namespace cadran::cli {

Result<int> print_versions(Output& output, const Result<std::vector<model::DefinitionVersion>>& versions) {
    if (!versions) return tl::unexpected(versions.error());
    Table table{{{"name", {"cli.name"}},
                 {"version", {"cli.version"}, true},
                 {"from", {"cli.in_force_from"}},
                 {"author", {"cli.author"}},
                 {"approver", {"cli.approver"}},
                 {"reason", {"cli.reason"}},
                 {"sha256", {"cli.digest"}}},
                {}};
    for (const model::DefinitionVersion& version : *versions) {
        const auto& acceptance = version.acceptance;
        const std::string hex = version.hash.hex();
        table.rows.push_back({output.cell(version.name),
                              output.cell(std::int64_t{version.number}),
                              acceptance ? output.cell(acceptance->from)
                                         : Cell{output.catalogue().text(Message{"cli.draft"}), {}},
                              output.cell(version.author),
                              acceptance ? output.cell(acceptance->approver) : Cell{},
                              acceptance ? output.cell(acceptance->reason) : Cell{},
                              {hex.substr(0, 12), hex}});
    }
    output.table(table);
    return 0;
}

}  // namespace cadran::cli
