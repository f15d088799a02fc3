// SPDX-License-Identifier: Apache-2.0
// How the things that plugins declare may be called.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "column/scalar.h"
#include "script/table_reader.h"

namespace cadran::script {

// Records, fields, parameters, joins: `paid_on`, as conditions write them.
void check_name(const TableReader& reader, const std::string& path, std::string_view name);

// Plugins, controls, indicators, verification points, messages: `over-threshold`.
void check_id(const TableReader& reader, const std::string& path, std::string_view id);

// Whether it may be the id of a plugin.
bool is_id(std::string_view text);

// The type of the fields that this function declares.
std::optional<column::Type> type_named(std::string_view function);

}  // namespace cadran::script
