// SPDX-License-Identifier: Apache-2.0
// The records that somebody asks an analysis about, and whether they may be asked.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "control/population.h"
#include "model/record_type.h"

namespace cadran::app {

struct RecordChoice {
    std::string type;                                // record type of an accepted plugin
    std::optional<calendar::Period> period = {};     // of the event date; none: whatever it is
    std::optional<std::filesystem::path> file = {};  // not imported; else what was imported
    std::string where = {};                          // condition; empty: every record
};

struct ChosenRecords {
    model::RecordType type;
    control::Population population;           // in order of arrival
    std::int64_t not_checked = 0;             // of which the condition is unknown or cannot be said
    std::int64_t rejected = 0;                // lines of the file
    std::map<std::string, Date> purged = {};  // the last event date of what was purged, by type
    std::vector<std::shared_ptr<const column::RecordBatch>> batches = {};  // that the population stands in
};

// Of imported records the latest version of each. The condition reads the record alone, no other type.
//
// Records that only controls read which keep what they find for a confidant are for that confidant alone, and
// the journal says that they were read: else anybody could look for what those controls find.
Result<ChosenRecords> choose_records(Session& session, const RecordChoice& choice);

// The place of a field; not found names the nearest one.
Result<std::size_t> field_of(const model::RecordType& type, const std::string& name);
// Of a field with numbers, or with dates, or that may be shown: not secret.
Result<std::size_t> number_field_of(const model::RecordType& type, const std::string& name);
Result<std::size_t> date_field_of(const model::RecordType& type, const std::string& name);
Result<std::size_t> open_field_of(const model::RecordType& type, const std::string& name);

}  // namespace cadran::app
