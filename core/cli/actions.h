// SPDX-License-Identifier: Apache-2.0
// Actions as commands read and print them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/action.h"
#include "cli/arguments.h"
#include "cli/choice.h"
#include "cli/output.h"

namespace cadran::cli {

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
