// SPDX-License-Identifier: Apache-2.0
// Where the keys of a declaration stand in its file, so that a fault can point at them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace cadran::script {

// Knows the tables that are written out where they are used; what a script puts together has no place of its
// own. Paths: `title.fr`, `fields[2].required`.
class KeyPlaces {
  public:
    KeyPlaces() = default;
    // Of the last table of the file that is not inside another one: the one that is returned.
    KeyPlaces(const std::string& file, std::string_view source);

    std::optional<Place> key(const std::string& path) const { return find(keys_, path); }
    // The first character inside the quotes, of a value that is a text.
    std::optional<Place> text(const std::string& path) const { return find(texts_, path); }

  private:
    class Reader;
    using Places = std::map<std::string, Place>;

    static std::optional<Place> find(const Places& places, const std::string& path);

    Places keys_;
    Places texts_;
};

}  // namespace cadran::script
