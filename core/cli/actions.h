// SPDX-License-Identifier: Apache-2.0
// Actions as commands read and print them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <fmt/ranges.h>

#include "app/action.h"
#include "cli/arguments.h"
#include "cli/output.h"

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

// What a proposal may leave to the decision.
struct ActionTerms {
    std::vector<std::string> causes;
    std::string owner;
    std::optional<Date> due;
    model::Effectiveness effectiveness;
};
Result<ActionTerms> action_terms(const Arguments& arguments);

void print_actions(Output& output, const std::vector<app::ListedAction>& actions);
// "Action 3 is decided."
void say_state(Output& output, const model::Action& action);

}  // namespace cadran::cli
