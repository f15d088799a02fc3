// SPDX-License-Identifier: Apache-2.0
// Tables of the values of an enumeration: the names that files write, the words that people read.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace cadran {

template <typename Enum>
struct Named {
    Enum value;
    std::string_view name;
    std::string_view fr;
    std::string_view en;
};

// For a table that has every value.
template <typename Enum, std::size_t size>
const Named<Enum>& named(const Named<Enum> (&table)[size], Enum value) {
    return *std::ranges::find(table, value, &Named<Enum>::value);
}

template <typename Enum, std::size_t size>
std::optional<Enum> parse_named(const Named<Enum> (&table)[size], std::string_view name) {
    const auto found = std::ranges::find(table, name, &Named<Enum>::name);
    if (found == std::end(table)) return {};
    return found->value;
}

template <typename Enum, std::size_t size>
LocalText title_of(const Named<Enum> (&table)[size], Enum value) {
    const Named<Enum>& row = named(table, value);
    return {std::string(row.fr), std::string(row.en)};
}

}  // namespace cadran
