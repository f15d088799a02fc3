// SPDX-License-Identifier: Apache-2.0
// The faults of one evaluation: of those that are alike the first ones, and how many more there were.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"

namespace cadran::control {

class Faults {
  public:
    static constexpr std::int64_t most_alike = 100;

    // Alike are those of one place that say the same, of whichever record. They come in the order that these
    // bytes say.
    void add(std::string order, const Diagnostic& fault);
    // Those of other records of the same evaluation: as if all had come in their order.
    void add(Faults others);

    // In their order; behind the last one kept of a kind, how many more there were.
    Diagnostics take();

  private:
    struct Kind {
        std::int64_t count = 0;
        std::vector<std::pair<std::string, Diagnostic>> first = {};  // with their order
    };

    std::map<std::pair<Place, std::string>, Kind> kinds_;
};

}  // namespace cadran::control
