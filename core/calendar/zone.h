// SPDX-License-Identifier: Apache-2.0
// The civil time of a place, from the time zone data of the machine.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"

namespace cadran::calendar {

class Zone {
  public:
    // A name of the IANA database, such as `Europe/Paris`.
    static Result<Zone> named(std::string_view name);

    const std::string& name() const { return name_; }
    // The civil date there at that instant.
    Date date_of(Instant instant) const;
    // The first instant of that civil date there.
    Instant start_of(Date date) const;
    // `2026-07-31 17:00`, the civil time there, for people.
    std::string local_text(Instant instant) const;

  private:
    Zone(std::string name, const void* data) : name_(std::move(name)), data_(data) {}

    std::string name_;
    const void* data_;  // the library's zone, which lives as long as the program
};

}  // namespace cadran::calendar
