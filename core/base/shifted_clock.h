// SPDX-License-Identifier: Apache-2.0
// The clock of a sample workspace that is served: starts when it is told to, then goes on as time does.
#pragma once

#include "base/clock.h"

namespace cadran {

class ShiftedClock final : public Clock {
  public:
    explicit ShiftedClock(Instant start) : start_(start), begun_(std::chrono::steady_clock::now()) {}
    Instant now() const override {
        return start_ + std::chrono::duration_cast<std::chrono::microseconds>(
                            std::chrono::steady_clock::now() - begun_);
    }

  private:
    Instant start_;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace cadran
