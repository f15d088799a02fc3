// SPDX-License-Identifier: Apache-2.0
// Examples of what a control must find and must leave alone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/period.h"
#include "column/record_batch.h"
#include "model/control.h"

namespace cadran::script {

// A finding that must be there. What it does not name may be anything.
struct ExpectedFinding {
    std::vector<std::string> keys;  // of its records, sorted
    std::optional<model::Severity> severity = {};
    std::optional<model::Effect> effect = {};
    std::optional<std::string> message = {};  // id of one of the control's further messages
    Place place = {};
};

struct Spec {
    std::string control;  // `claims/over-threshold`
    std::map<std::string, std::shared_ptr<const column::RecordBatch>> records = {};  // by type
    std::optional<calendar::Period> period = {};  // without it all days of the records
    std::vector<column::Scalar> parameters = {};  // the values, in the order of the control's parameters
    std::vector<ExpectedFinding> found = {};      // all of them, unless `count` is given
    std::vector<std::string> not_checked = {};    // keys of records that the clauses cannot judge, sorted
    std::optional<std::int64_t> count = {};       // how many findings, where chance decides which
    std::string path = {};                        // in the plugin
    Place place = {};
};

}  // namespace cadran::script
