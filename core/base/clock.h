// SPDX-License-Identifier: Apache-2.0
// Time enters through an interface, so that tests and sample workspaces own it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cadran {

// An instant in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

// Stands still at the instant it was given.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Instant instant) : instant_(instant) {}
    Instant now() const override { return instant_; }

  private:
    Instant instant_;
};

// RFC 3339 in UTC: `2026-07-31T17:00:00Z`, with six digits of fraction when there is one.
std::string iso_text(Instant instant);

// Reads what iso_text writes; seconds and fraction may be left out.
std::optional<Instant> parse_instant(std::string_view text);

}  // namespace cadran
