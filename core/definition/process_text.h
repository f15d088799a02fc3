// SPDX-License-Identifier: Apache-2.0
// The sheet of a process, written as the file that read_process reads back.
#pragma once

#include <string>

#include "model/process.h"

namespace cadran::definition {

// UTF-8, laid out as people write it.
std::string process_text(const model::Process& process);

// One `<risk>` element, for a place in a file that many levels of elements surround.
std::string risk_text(const model::Risk& risk, int level);
// Likewise one `<opportunity>` element.
std::string opportunity_text(const model::Opportunity& opportunity, int level);

}  // namespace cadran::definition
