// SPDX-License-Identifier: Apache-2.0
// Reads PDF as others do.
#pragma once

#include <string>

namespace cadran::report {

// What poppler's tool of that name says of a PDF.
std::string asked(const std::string& tool, const std::string& bytes, const std::string& behind = "");

// Its words, of all pages or of that one.
std::string words_of(const std::string& bytes, int page = 0);

int pages_of(const std::string& bytes);

}  // namespace cadran::report
