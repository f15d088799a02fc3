// SPDX-License-Identifier: Apache-2.0
// What the commands that write a document of definitions ask alike: which edition, into which file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/sheet.h"
#include "cli/invocation.h"

namespace cadran::cli {

// `--on DATE` and `--draft`.
Result<app::Edition> edition_asked(const Arguments& arguments);

// `--to FILE`; the file's ending, one of those, says what is written.
Result<std::filesystem::path> document_path(const Invocation& invocation,
                                            const std::vector<std::string>& endings);

}  // namespace cadran::cli
