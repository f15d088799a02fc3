// SPDX-License-Identifier: Apache-2.0
// Samples of amounts: how many, which ones, and what was found wrong in them projected onto all.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/analysis.h"

namespace cadran::app {

// Monetary-unit sampling with fixed intervals. Amounts are those of the field, as people type them; what is
// not above 0 cannot be drawn and is said.
struct SampleAmounts {
    RecordChoice records;
    std::string by;
    std::string precision;                     // the misstatement that would be too much
    Decimal confidence = {95, 0};              // per cent
    std::optional<std::string> expected = {};  // misstatement; none: 0
    // 32 hexadecimal digits, to draw a sample again; none: the journal's head, so that nobody chooses it.
    std::optional<std::string> seed = {};
};
// The records drawn, by their keys, with a place for what the audit finds: what project_errors reads.
Result<Analysis> sample_amounts(Session& session, const SampleAmounts& command);

// A table with the columns `book`, `audited` and, where a record was drawn more than once, `hits`.
struct ProjectErrors {
    std::filesystem::path file;
    std::string interval;                        // with which the sample was drawn
    std::optional<std::string> population = {};  // amount of all; none: the interval times the hits
    Decimal confidence = {95, 0};
};
// What is as large as the interval was looked at in full and is taken as found. Of the rest: the most likely
// overstatement and Stringer's bound; understatements are projected apart and do not lower it.
Result<Analysis> project_errors(Session& session, const ProjectErrors& command);

// Sizes of samples of records, by each method that has what it needs.
struct SizeSamples {
    Decimal tolerable = {5, 0};  // per cent of errors that would be too much
    Decimal confidence = {95, 0};
    std::int64_t errors = 0;                      // at most found, 0 to 100
    std::optional<std::int64_t> population = {};  // records
    std::optional<Decimal> margin = {};           // per cent, of a survey
    std::optional<Decimal> quality_limit = {};    // per cent, of ISO 2859-1
};
Result<Analysis> size_samples(Session& session, const SizeSamples& command);

}  // namespace cadran::app
