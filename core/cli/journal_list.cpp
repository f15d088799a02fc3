// SPDX-License-Identifier: Apache-2.0
#include "app/journal.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> journal_list(Invocation& invocation) {
    const auto after = invocation.arguments().count("after");
    if (!after) return tl::unexpected(after.error());
    const auto entries = app::list_journal(invocation.session(), after->value_or(0));
    if (!entries) return tl::unexpected(entries.error());
    Output& output = invocation.output();
    Table table{{{"number", {"cli.number"}, true},
                 {"time", {"cli.time"}},
                 {"actor", {"cli.account"}},
                 {"act", {"cli.act"}},
                 {"subject", {"cli.subject"}},
                 {"hash", {"cli.digest"}}},
                {}};
    for (const auto& [entry, digest] : *entries) {
        const std::string hash = digest ? digest->hex() : "";
        table.rows.push_back({{std::to_string(entry.number), entry.number},
                              output.cell(iso_text(entry.time)),
                              output.cell(entry.actor),
                              output.cell(entry.act),
                              output.cell(entry.subject),
                              {hash.substr(0, 12), hash}});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
