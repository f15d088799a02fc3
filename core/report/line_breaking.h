// SPDX-License-Identifier: Apache-2.0
// Breaks text into lines where nobody knows with which typeface it will be shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cadran::report {

// About as wide as a wide typeface sets it at that size; most set it narrower.
double estimated_width(std::string_view text, double size);

// At spaces; a word that is wider than the line is broken within. At least one line.
std::vector<std::string> broken_lines(std::string_view text, double width, double size);

}  // namespace cadran::report
