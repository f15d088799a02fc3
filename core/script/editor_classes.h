// SPDX-License-Identifier: Apache-2.0
// The names that a plugin declares itself, for editors that use the Lua language server.
#pragma once

#include <string>
#include <string_view>

#include "script/plugin.h"

namespace cadran::script {

// `cadran.claim`, of the record type, and `cadran.claims.over_threshold`, of the parameters of a control.
std::string record_class(std::string_view type);
std::string parameters_class(std::string_view control);

// A file beside lua/annotations: a class for each record type, with its fields and the windows of the
// controls over it, and one for the parameters of each control. Fields that may be missing are marked so.
std::string editor_classes(const Plugin& plugin);

}  // namespace cadran::script
