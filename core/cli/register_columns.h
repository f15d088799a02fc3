// SPDX-License-Identifier: Apache-2.0
// The columns of somebody's own register, as `--column FIELD=HEADING` names them.
#pragma once

#include <map>
#include <string>

#include "cli/arguments.h"
#include "cli/output.h"

namespace cadran::cli {

using RegisterColumns = std::map<std::string, std::string, std::less<>>;

// Fails with every one that names no field or no heading.
Result<RegisterColumns> register_columns(const Arguments& arguments);
// Which column was taken for which field.
void say_columns(Output& output, const RegisterColumns& columns);

}  // namespace cadran::cli
