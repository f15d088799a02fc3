// SPDX-License-Identifier: Apache-2.0
// Samples of an audit: drawn by lot from a list that the auditee delivers, so that anybody can draw the same
// again (ISO 19011:2018, A.6).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/import.h"
#include "app/session.h"
#include "model/audit.h"

namespace cadran::app {

// A sample that the checklist of an audit asks for, as far as it is drawn.
struct AuditSample {
    std::string id;  // of the checklist
    LocalText title;
    std::string method;               // in words
    std::vector<std::string> fields;  // of the list, as files call them
    std::optional<model::Sampling> sampling;
};
// In the order of the checklist, for the team and whoever else sees what it examines; none of an audit from
// outside.
Result<std::vector<AuditSample>> list_samples(Session& session, std::int64_t audit);

struct DrawSample {
    std::int64_t audit = 0;
    std::string sample;          // of the checklist
    std::filesystem::path list;  // CSV, spreadsheet or JSON lines
};
struct DrawnSample {
    model::Audit audit;
    model::Sampling sampling;
    std::string method;                             // in words
    std::vector<LocalText> titles;                  // of the fields
    std::vector<std::string> fields;                // as files call them
    std::vector<std::vector<std::string>> records;  // that were drawn, by their keys, as files write them
    std::vector<RejectedLine> rejects;              // at most 100
};
// During fieldwork. Archives the list as it came; it is not imported. The seed is the journal's head, so that
// nobody chooses it; a corrected list is drawn from with the same one.
Result<DrawnSample> draw_sample(Session& session, const DrawSample& command);

// During fieldwork: which of the records drawn are not as they should be; all others are.
Result<model::Audit> examine_sample(Session& session, std::int64_t audit,
                                    const model::SampleExamination& examination);

}  // namespace cadran::app
