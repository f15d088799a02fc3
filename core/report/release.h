// SPDX-License-Identifier: Apache-2.0
// What the payment system is told: the held payments that may go, and those that stay suspended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "calendar/zone.h"
#include "model/finding.h"

namespace cadran::report {

struct ReleaseRow {
    std::string finding;
    std::string type;  // of the record
    std::string key;
    column::Scalar amount = {};
    std::string handler = {};
    std::string control = {};
    std::optional<model::Decision> decision = {};  // the one in force; none while it waits
};

// Both are CSV for French spreadsheets whatever the language of the headers: semicolons, decimal commas, a
// byte order mark, and no cell that a spreadsheet would take for a formula. Moments are in the zone's civil
// time.
std::string released_csv(const std::vector<ReleaseRow>& rows, Language language, const calendar::Zone& zone);

// With the reason: that of the decision, or that there is none yet.
std::string suspended_csv(const std::vector<ReleaseRow>& rows, Language language, const calendar::Zone& zone);

}  // namespace cadran::report
