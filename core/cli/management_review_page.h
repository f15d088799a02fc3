// SPDX-License-Identifier: Apache-2.0
// A management review on the terminal: what every step of it prints.
#pragma once

#include <filesystem>
#include <string>

#include "app/management_review.h"
#include "cli/invocation.h"

namespace cadran::cli {

// As it stands after the step; of a signed review, as it was frozen.
Result<int> print_management_review(Invocation& invocation, const calendar::Period& period);

// What somebody says of the input that `--input` names; `said` tells that it was taken.
Result<int> answer_review_input(Invocation& invocation, model::AnswerKind kind, const std::string& text,
                                const std::filesystem::path& document, const std::string& said);

}  // namespace cadran::cli
