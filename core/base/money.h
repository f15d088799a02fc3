// SPDX-License-Identifier: Apache-2.0
// Amounts of money: whole cents and their currency, never a floating number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cadran {

// An ISO 4217 code of three capital letters, such as EUR.
struct Currency {
    char code[4] = {'E', 'U', 'R', '\0'};

    friend bool operator==(const Currency&, const Currency&) = default;
};

std::optional<Currency> parse_currency(std::string_view code);

// Signed; the whole range of int64 is usable. Amounts of different currencies are never equal.
struct Money {
    std::int64_t cents = 0;
    Currency currency;

    friend bool operator==(const Money&, const Money&) = default;
};

// `1000.00 EUR`: the form of files and of the condition language, whatever the reader's language.
std::string plain_text(const Money& amount);

}  // namespace cadran
