// SPDX-License-Identifier: Apache-2.0
// What comes back from a checklist that was filled in off line: what it says of each item, and what it
// started from, so that what changed meanwhile shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/audit.h"

namespace cadran::report {

struct AnsweredItem {
    std::string item;
    // Verdicts that were given, method, result and conclusion; without marks.
    model::Assessment says;
    model::Assessment started_from;

    bool is_changed() const;
};

// Taken on site.
struct AuditPhoto {
    std::string item;
    std::string name;   // of the file; never a path
    std::string bytes;  // JPEG
};

struct AuditSheetAnswers {
    std::int64_t audit = 0;
    std::string checklist;  // `delegate-audit/delegate-audit`
    int version = 0;        // of the accepted plugin
    int revision = 0;       // of the audit when the sheet was made
    std::vector<AnsweredItem> items;
    std::vector<AuditPhoto> photos = {};
};

// The same verdicts, method, result and conclusion; who said them when does not matter. What is not judged
// and what has no verdict is the same.
bool says_the_same(const model::Assessment& one, const model::Assessment& other);

}  // namespace cadran::report
