// SPDX-License-Identifier: Apache-2.0
// Reads CSV that was just written, by the reader of the house.
#pragma once

#include <string>
#include <vector>

namespace cadran::report {

// The lines with their cells, the header first. Throws std::runtime_error on malformed ones.
std::vector<std::vector<std::string>> read_csv(const std::string& bytes, char separator);

}  // namespace cadran::report
