// SPDX-License-Identifier: Apache-2.0
// What an author may have meant instead; only this layer sees it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "expression/term.h"

namespace cadran::expression {

bool is_literal(const Term& term);
std::string type_text(column::Type type);

Message write_instead(std::string text);
std::optional<Message> did_you_mean(std::string_view typed, std::span<const std::string> known);
// How to say the value of a term so that it has the type of another; none where it cannot be said.
std::optional<Message> conversion(const Term& term, column::Type from, const Operand& to);

}  // namespace cadran::expression
