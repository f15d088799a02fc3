// SPDX-License-Identifier: Apache-2.0
// What the commands that ask questions of data have alike.
#pragma once

#include "app/analysis.h"
#include "cli/invocation.h"

namespace cadran::cli {

// Which records, as the options say.
Result<app::RecordChoice> record_choice(const Invocation& invocation);

// Prints figures and remarks; where --csv is given, writes the file as well. Returns whether something was
// found.
Result<int> answer(Invocation& invocation, const Result<app::Analysis>& analysis,
                   const app::RecordChoice& choice = {});

}  // namespace cadran::cli
