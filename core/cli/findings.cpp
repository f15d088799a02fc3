// SPDX-License-Identifier: Apache-2.0
#include "cli/findings.h"

namespace cadran::cli {

void print_findings(Output& output, const std::vector<app::ListedFinding>& findings) {
    Table table{{{"finding", {"cli.finding"}},
                 {"control", {"cli.control"}},
                 {"record", {"cli.record"}},
                 {"event_date", {"cli.date"}},
                 {"severity", {"cli.severity"}},
                 {"state", {"cli.state"}},
                 {"nonconformity", {"cli.nonconformity"}, true}},
                {}};
    for (const auto& [finding, nonconformity] : findings) {
        std::vector<std::string> keys;
        for (const model::Subject& subject : finding.subjects) keys.push_back(subject.key);
        table.rows.push_back({output.cell(finding.id),
                              output.cell(finding.control.id),
                              output.cell(fmt::format("{}", fmt::join(keys, ", "))),
                              output.cell(finding.event_date),
                              {output.catalogue().text(model::severity_title(finding.severity)),
                               model::severity_name(finding.severity)},
                              {output.catalogue().text(model::finding_state_title(finding.state)),
                               model::finding_state_name(finding.state)},
                              nonconformity ? output.cell(*nonconformity) : Cell{}});
    }
    output.table(table);
}

}  // namespace cadran::cli
