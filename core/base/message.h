// SPDX-License-Identifier: Apache-2.0
// What is said to a person: an identifier in the catalogues with typed arguments, never a finished sentence.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/money.h"

namespace cadran {

using Date = std::chrono::year_month_day;

// A text that authors of definitions and plugins supply in both languages.
struct LocalText {
    std::string fr;
    std::string en;

    friend bool operator==(const LocalText&, const LocalText&) = default;
};

using Argument = std::variant<std::int64_t, std::string, Money, Date, Decimal, LocalText>;

// `id` is `folder.what_happened`; the texts stand in core/<folder>/messages/{fr,en}.po and name the arguments
// in braces. An argument called `count` chooses between singular and plural.
struct Message {
    std::string id;
    std::vector<std::pair<std::string, Argument>> arguments = {};

    friend bool operator==(const Message&, const Message&) = default;
};

}  // namespace cadran
