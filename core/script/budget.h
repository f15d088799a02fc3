// SPDX-License-Identifier: Apache-2.0
// What the scripts of one run may use together: a control over all its candidates, a plugin that is loaded.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "script/limits.h"

namespace cadran::script {

// What of a limit is used up.
enum class Shortage { fuel, time, memory };

// Fuel is the measure: the same scripts over the same records use the same, on any machine. Time is there for
// what fuel does not see.
class Budget {
  public:
    explicit Budget(const Limits& limits) : fuel_(limits.run_fuel), time_(limits.run) {}

    // What the run has used up; then nothing more of it is to be started.
    std::optional<Shortage> shortage() const {
        if (fuel_ <= 0) return Shortage::fuel;
        if (time_ <= std::chrono::steady_clock::duration::zero()) return Shortage::time;
        return {};
    }
    // What one more script may use at most.
    Limits remaining(Limits one) const;
    // Takes what a script has used.
    void take(std::int64_t fuel, std::chrono::steady_clock::duration time) {
        fuel_ -= fuel;
        time_ -= time;
    }

  private:
    std::int64_t fuel_;
    std::chrono::steady_clock::duration time_;
};

}  // namespace cadran::script
