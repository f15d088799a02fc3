// SPDX-License-Identifier: Apache-2.0
// Options whose values are the names of an enumeration.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/ranges.h>

#include "cli/arguments.h"

namespace cadran::cli {

// One of the names of an enumeration. Fails on other words, naming those that are known.
template <typename Enum, std::size_t size>
Result<Enum> choice(const Arguments& arguments, std::string_view option, const std::array<Enum, size>& all,
                    std::string_view (*name)(Enum)) {
    const std::string value = arguments.get(option);
    std::vector<std::string_view> names;
    for (const Enum one : all) {
        if (name(one) == value) return one;
        names.push_back(name(one));
    }
    return invalid(Message{"cli.unknown_value", {{"argument", "--" + std::string(option)}, {"value", value}}},
                   Message{"cli.known_names", {{"names", fmt::format("{}", fmt::join(names, ", "))}}});
}

}  // namespace cadran::cli
