// SPDX-License-Identifier: Apache-2.0
// The reports of an audit: provisional, then final and frozen; the restitution that opens the follow-up.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/pack.h"
#include "app/session.h"
#include "model/audit.h"

namespace cadran::app {

// How long the auditee has to argue, unless said otherwise.
inline constexpr std::chrono::days days_to_argue{14};

struct IssueReport {
    std::int64_t audit = 0;
    std::optional<Date> argue_by = {};  // of the provisional report
    // Of an audit from outside: the files that its auditors handed over, which stand beside ours as
    // `received-…`; those of the provisional report count for the final one too unless others are named.
    std::vector<std::filesystem::path> received = {};
};
// Issues every finding that was drafted and keeps the report as it goes to the auditee. Of an audit from
// outside, its own report is required.
Result<model::Audit> issue_provisional_report(Session& session, const IssueReport& command);

// Once everything that asks for an answer was answered, or the time to argue is over, and each argument
// settled. Freezes the report and signs it.
Result<model::Audit> issue_final_report(Session& session, const IssueReport& command);

struct HoldRestitution {
    std::int64_t audit = 0;
    Date held{};
    std::vector<std::string> participants;
    std::string minutes;
    // The calendar that was agreed, by the number of the finding.
    std::vector<std::pair<std::int64_t, Date>> calendar = {};
};
Result<model::Audit> hold_restitution(Session& session, const HoldRestitution& command);

// The files of the report: as it was issued last, or else as it would be issued today. A contact of the audit
// reads none before the provisional one is out.
Result<std::vector<PackContent>> report_to_read(Session& session, std::int64_t audit);

// Writes them into a new folder.
Result<std::vector<std::filesystem::path>> export_audit(Session& session, std::int64_t number,
                                                        const std::filesystem::path& folder);

// Writes the template of our own text document, to be adapted and kept as the organisation's.
Done write_report_template(Session& session, const std::filesystem::path& file);

}  // namespace cadran::app
