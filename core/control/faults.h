// SPDX-License-Identifier: Apache-2.0
// The faults of one evaluation: of those that are alike the first ones, and how many more there were.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/diagnostic.h"

namespace cadran::control {

class Faults {
  public:
    static constexpr std::int64_t most_alike = 100;

    // Alike are those of one place that say the same, of whichever record.
    void add(const Diagnostic& fault);

    // In the order in which they came; behind the last one kept of a kind, how many more there were.
    Diagnostics take();

  private:
    struct Kind {
        std::int64_t count = 0;
        std::size_t last = 0;  // of those kept
    };

    Diagnostics kept_;
    std::map<std::pair<Place, std::string>, Kind> kinds_;
};

}  // namespace cadran::control
