// SPDX-License-Identifier: Apache-2.0
// What a worker says of a record, and what of that is believed: whoever took the worker over writes it.
#pragma once

#include <cstdint>
#include <optional>

#include "base/json.h"
#include "script/ruling.h"

namespace cadran::script {

Json json_of(const Ruling& ruling, const LineCoverage* lines);

// The ruling of that script on these arguments; none where no honest worker says such a thing: a verdict that
// is none, an effect or a message that is not declared, a fault that no script can have, lines that the file
// does not have. Texts are made fit to be shown. Adds to `lines`, unless it is null.
std::optional<Ruling> ruling_of(const Json& answer, const JudgeScript& script,
                                const JudgeArguments& arguments, LineCoverage* lines);

// No more than this is believed to have been used.
inline constexpr std::int64_t greatest_fuel = std::int64_t{1} << 60;

}  // namespace cadran::script
