// SPDX-License-Identifier: Apache-2.0
// One execution of a process's controls over a period.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "model/finding.h"

namespace cadran::model {

// A part of a population from which a sample was drawn.
struct Stratum {
    std::string keys;  // as text, parted by commas; empty where the population is one
    std::int64_t population = 0;
    std::int64_t size = 0;
};

// What one version of a control did with the records of the days on which it was in force.
struct ControlResult {
    ControlVersion control;
    std::vector<std::pair<std::string, std::string>> parameters;  // by name, as text
    std::int64_t population = 0;                                  // records of the type in the period
    std::int64_t selected = 0;                                    // that satisfy the conditions
    std::int64_t passed = 0;
    std::int64_t failed = 0;
    std::int64_t errors = 0;  // the plugin's fault: never a pass
    std::int64_t not_applicable = 0;
    std::int64_t not_checked = 0;  // a value that the conditions need is missing
    std::int64_t fresh = 0;        // findings that no earlier run had

    std::string seed = {};  // of a sample, 32 hexadecimal digits; with it the same sample is drawn again
    std::vector<Stratum> strata = {};

    // Of the outcomes that a judge gives; not of `not_checked`, which has no judgement.
    void count(Outcome outcome);
    // Adds the counts of a part of the records, and is of its version and parameters from then on.
    void add(const ControlResult& part);
};

struct Run {
    std::int64_t number = 0;
    std::string process;
    int process_version = 0;
    calendar::Period period;
    std::vector<std::int64_t> imports;  // that brought the records, in order
    std::vector<ControlResult> results;
    Digest findings;  // over the findings that this run was the first to find
    std::string by;
    Instant at;
};

}  // namespace cadran::model
