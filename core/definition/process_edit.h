// SPDX-License-Identifier: Apache-2.0
// Puts what somebody typed into the file of a process sheet; everything else stays byte for byte.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "definition/process_fields.h"

namespace cadran::definition {

// The bytes say what the content says, their comments and their order kept. `bytes` is a file whose form is
// right; what it means may still be wrong, before and after. Fails with all that is missing or not of its
// form, each at the place that its value has in the content, of a section at its name.
Result<std::string> with_content(std::string_view bytes, const std::string& file_name,
                                 const TableContent& content);

}  // namespace cadran::definition
