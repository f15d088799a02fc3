// SPDX-License-Identifier: Apache-2.0
// What is said of a judge that failed, was stopped, or not started, because it or its run used too much.
#pragma once

#include <string>

#include "base/message.h"
#include "script/ruling.h"

namespace cadran::script {

// `judge` is the control or the checklist, `subject` the record, the group or the item at which it was.
Message judge_stopped(Shortage shortage, const Limits& limits, const std::string& judge,
                      const std::string& subject);

// Likewise, of a run that has nothing left for that subject.
Message run_ended(Shortage shortage, const Limits& limits, const std::string& judge,
                  const std::string& subject);

// Of whose judge and which subject that is.
struct JudgedSubject {
    const Place& place;  // of the declaration
    const Limits& limits;
    const std::string& judge;
    std::string subject;
};

// Of a ruling that is none: its fault as people are told it, or how its worker broke down.
Diagnostic fault_of(Ruling&& ruling, const JudgedSubject& judged);

// Of a file that could not be loaded since its worker broke down.
Message file_broke(Breakdown breakdown);
Message hint_of(Breakdown breakdown);

}  // namespace cadran::script
