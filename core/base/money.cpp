// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <algorithm>

#include "base/decimal.h"

namespace cadran {

std::optional<Currency> parse_currency(std::string_view code) {
    Currency currency;
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (code.size() != 3 || !std::ranges::all_of(code, is_capital)) return {};
    std::ranges::copy(code, currency.code);
    return currency;
}

std::string plain_text(const Money& amount) {
    return plain_text(Decimal{amount.cents, 2}) + " " + amount.currency.code;
}

}  // namespace cadran
