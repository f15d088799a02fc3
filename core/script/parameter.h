// SPDX-License-Identifier: Apache-2.0
// Values of parameters, as declarations and process sheets write them.
#pragma once

#include <string_view>

#include "base/result.h"
#include "model/control.h"

namespace cadran::script {

// Reads `800.00 EUR`, `30`, `2026-07-01`, `true` or a text, as the parameter's type and range ask; money in
// the currency of its default. Fails without a place.
Result<column::Scalar> parse_parameter(const model::Parameter& parameter, std::string_view text);

// The hint that says how values of a type are written.
Message value_form(column::Type type);

// `1000.00 EUR`: at most two decimals.
std::optional<Money> parse_money(std::string_view text);

}  // namespace cadran::script
