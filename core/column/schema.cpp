// SPDX-License-Identifier: Apache-2.0
#include "column/schema.h"

#include <algorithm>

namespace cadran::column {

std::optional<std::size_t> Schema::find(std::string_view name) const {
    const auto found = std::ranges::find(fields_, name, &Field::name);
    if (found == fields_.end()) return {};
    return static_cast<std::size_t>(found - fields_.begin());
}

std::vector<std::string> Schema::names() const {
    std::vector<std::string> names;
    for (const Field& field : fields_) names.push_back(field.name);
    return names;
}

}  // namespace cadran::column
