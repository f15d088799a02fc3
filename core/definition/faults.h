// SPDX-License-Identifier: Apache-2.0
// The faults of one definition, as they are found.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.h"
#include "format/xml_element.h"

namespace cadran::definition {

// What was named so far, and where.
using Names = std::map<std::string, Place>;

class Faults {
  public:
    explicit Faults(Diagnostics already);

    // The first fault of a place is enough: what follows from it is left out.
    void add(const Place& place, Message what, std::optional<Message> hint);
    bool has(const Place& place) const { return places_.contains(place); }
    // A fault where the value was named before.
    void expect_new(const format::XmlAttribute& name, Names& seen, Message hint);

    const Diagnostics& all() const { return all_; }

  private:
    Diagnostics all_;
    std::set<Place> places_;
};

}  // namespace cadran::definition
