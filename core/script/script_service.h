// SPDX-License-Identifier: Apache-2.0
// The other end of a worker: a process that runs the scripts it is sent, and can do nothing else.
#pragma once

#include <optional>

#include "base/json.h"
#include "script/ruling.h"

namespace cadran::script {

// With this as its only argument a program is such a process.
inline constexpr const char* script_service = "serve-scripts";

// Reads what a Worker sends and answers it.
class ScriptService {
  public:
    explicit ScriptService(int descriptor) : descriptor_(descriptor) {}

    // False where there is nothing more to answer.
    bool answer();

  private:
    bool answer_judging(const Json& request);

    int descriptor_;
    std::optional<JudgeScript> script_;
};

// Gives up all that scripts do not need and answers until the other end is gone. Returns the exit code of
// the process, which is to end with _exit: 64 where its descriptor 0 is no socket, 70 where the system
// refuses to confine it.
int serve_scripts();

}  // namespace cadran::script
