// SPDX-License-Identifier: Apache-2.0
// What a worker says that a file declares, and what of that is believed: whoever took it over writes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "script/declaration.h"

namespace cadran::script {

Json json_of(const Declaring& declaring);

// None where no file of that source can come to this, whatever it declares: the words of a declaration are as
// free as those of any file, their form and their number are not.
std::optional<Declaring> declaring_of(const Json& answer, const std::string& file, std::string_view source);

}  // namespace cadran::script
