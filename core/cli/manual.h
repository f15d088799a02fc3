// SPDX-License-Identifier: Apache-2.0
// What `--help` prints, out of the manual page that stands beside each command.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/output.h"

namespace cadran::cli {

// The page of one command in the reader's language.
std::string manual(const Command& command, const Output& output);

// The part of a page in one language, and its first line: the summary.
std::string manual_text(const Command& command, Language language);
std::string summary(const Command& command, Language language);

// Every command, or those of one noun, with its summary.
std::string overview(const Output& output, std::string_view noun = {});

}  // namespace cadran::cli
