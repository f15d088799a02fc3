// SPDX-License-Identifier: Apache-2.0
// Which lines of a judge have run.
#pragma once

#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace cadran::script {

// Taken down while judges run; several may add to one, not at once.
struct LineCoverage {
    std::set<int> run;  // lines of the file
    std::map<int, std::vector<int>>
        functions;  // that were called: the lines that can run, by their first line
};

struct CoveredLines {
    std::vector<int> all;        // that can run, in the functions of the file; sorted
    std::vector<int> never_run;  // of those; sorted
};

// Of a control's file. In functions that were never called, every line with more than the end of a block
// counts.
CoveredLines covered_lines(const LineCoverage& coverage, std::string_view source);

}  // namespace cadran::script
