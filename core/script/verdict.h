// SPDX-License-Identifier: Apache-2.0
// What a judge returns: made by the host's functions, so that no script can forge one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/finding.h"

struct lua_State;

namespace cadran::script {

struct Verdict {
    model::Outcome outcome = model::Outcome::fail;
    std::optional<model::Severity> severity = {};  // none: the control's own
    std::optional<model::Effect> effect = {};      // likewise
    std::optional<std::size_t> message = {};  // index among the control's further messages; none: its own
};

// The words that scripts have for them, as they are told.
std::vector<std::string> severity_words();
std::vector<std::string> effect_words();

// Puts `pass`, `fail` and `not_applicable` into the table on top of the stack. `messages`, the ids that
// `fail` may choose from, must outlive the state.
void add_judging_functions(lua_State* state, const std::vector<std::string>& messages);

// Fails inside Lua, as a fault of the script, on anything but a verdict.
Verdict verdict_at(lua_State* state, int index);

}  // namespace cadran::script
