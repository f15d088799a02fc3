// SPDX-License-Identifier: Apache-2.0
// What people ask of data before they write a control: how it is distributed, what is missing in it, what
// stands in it twice, what does not look like the rest. Fields are named as files call them; faults name the
// nearest one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/analysis.h"

namespace cadran::app {

// Classes of a number by their bounds, `100,500,1000`, or as many of one width.
struct StratifyRecords {
    RecordChoice records;
    std::string by;
    std::optional<std::string> bounds = {};
    std::optional<std::int64_t> classes = {};  // 2 to 100
};
Result<Analysis> stratify_records(Session& session, const StratifyRecords& command);

// Classes of days since a date.
struct AgeRecords {
    RecordChoice records;
    std::string from;
    std::optional<Date> to = {};  // none: today
    std::string bounds = "30,60,90";
    std::optional<std::string> sum = {};  // a number that is added up in each class
};
Result<Analysis> age_records(Session& session, const AgeRecords& command);

// What is missing in the numbers of a sequence.
struct FindGaps {
    RecordChoice records;
    std::string by;
};
Result<Analysis> find_gaps(Session& session, const FindGaps& command);

// What may be there twice; see analysis/doubles.h.
struct FindDoubles {
    RecordChoice records;
    std::vector<std::string> same = {};  // each may name several fields, parted by commas
    std::vector<std::string> near = {};  // `care_date:3` days, `amount:0.05` of the greater amount
    std::vector<std::string> digits = {};
};
Result<Analysis> find_doubles(Session& session, const FindDoubles& command);

// First digits against Benford's law, for each value of a field where one is named.
struct TestFirstDigits {
    RecordChoice records;
    std::string by;
    std::optional<std::string> per = {};
};
Result<Analysis> test_first_digits(Session& session, const TestFirstDigits& command);

// Values far from the others of their part, by median and median absolute deviation.
struct FindOutliers {
    RecordChoice records;
    std::string by;
    std::optional<std::string> per = {};
    std::optional<Decimal> beyond = {};  // modified z-score; none: 3.5
};
Result<Analysis> find_outliers(Session& session, const FindOutliers& command);

}  // namespace cadran::app
