// SPDX-License-Identifier: Apache-2.0
// Where the parts of a definition stand in its file, so that checks made elsewhere can point at them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace cadran::definition {

class Places {
  public:
    explicit Places(std::string file) : file_(std::move(file)) {}

    // The first place of a path stays.
    void add(std::string path, const Place& place) { places_.emplace(std::move(path), place); }
    // The file as a whole where the path is unknown.
    Place of(std::string_view path) const;

  private:
    std::string file_;
    std::map<std::string, Place, std::less<>> places_;
};

}  // namespace cadran::definition
