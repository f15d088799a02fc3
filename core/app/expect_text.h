// SPDX-License-Identifier: Apache-2.0
// Texts that people must supply.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace cadran::app {

// A fault where the text is blank or no UTF-8. `option` is how the command line calls it.
void expect_text(Diagnostics& faults, const std::string& text, const char* option);

// What a review that was held lacks: who took part, what follows from it.
Diagnostics meeting_faults(const std::vector<std::string>& participants, const std::string& conclusion);

}  // namespace cadran::app
