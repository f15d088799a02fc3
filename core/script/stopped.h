// SPDX-License-Identifier: Apache-2.0
// What is said of a judge that was stopped, or not started, because it or its run used too much.
#pragma once

#include <string>

#include "base/message.h"
#include "script/budget.h"

namespace cadran::script {

// `judge` is the control or the checklist, `subject` the record, the group or the item at which it was.
Message judge_stopped(Shortage shortage, const Limits& limits, const std::string& judge,
                      const std::string& subject);

// Likewise, of a run that has nothing left for that subject.
Message run_ended(Shortage shortage, const Limits& limits, const std::string& judge,
                  const std::string& subject);

}  // namespace cadran::script
