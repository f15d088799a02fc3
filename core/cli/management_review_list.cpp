// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> management_review_list(Invocation& invocation) {
    const auto listed = app::list_management_reviews(invocation.session());
    if (!listed) return tl::unexpected(listed.error());
    Output& output = invocation.output();
    Table table{{{"period", {"cli.period"}},
                 {"state", {"cli.state"}},
                 {"decisions", {"cli.decisions"}, true},
                 {"by", {"cli.account"}},
                 {"at", {"cli.time"}}},
                {}};
    for (const model::ManagementReview& one : *listed) {
        const model::Mark& latest = one.signed_off ? *one.signed_off : one.held ? *one.held : one.prepared;
        table.rows.push_back({output.cell(one.period.text()),
                              {output.catalogue().text(model::review_state_title(one.state)),
                               model::review_state_name(one.state)},
                              output.cell(std::ssize(one.outputs)),
                              output.cell(latest.by),
                              output.cell(iso_text(latest.at))});
    }
    output.table(table);
    return exit_fine;
}

}  // namespace cadran::cli
