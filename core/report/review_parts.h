// SPDX-License-Identifier: Apache-2.0
// What the data of a process review and of the management review have in common.
#pragma once

#include "base/json.h"
#include "model/review.h"

namespace cadran::report {

template <typename Values, typename Write>
Json::Array array(const Values& values, Write write) {
    Json::Array json;
    for (const auto& value : values) json.push_back(write(value));
    return json;
}

Json json_of(const LocalText& text);
Json json_of(const std::optional<Date>& date);
Json json_of(const std::optional<model::Mark>& mark);
Json json_of(const model::PackFile& file);

Json action_json(const model::ReviewedAction& action);
Json control_json(const model::ControlSummary& control);

}  // namespace cadran::report
