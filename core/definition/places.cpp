// SPDX-License-Identifier: Apache-2.0
#include "definition/places.h"

namespace cadran::definition {

Place Places::of(std::string_view path) const {
    const auto found = places_.find(path);
    return found == places_.end() ? Place{file_} : found->second;
}

}  // namespace cadran::definition
