// SPDX-License-Identifier: Apache-2.0
// Runs the scripts of a plugin that nobody trusts in a process of their own.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "script/ruling.h"

namespace cadran::script {

class WorkerProcess;

struct WorkerProgram {
    // A path and arguments that lead to serve_scripts; none: there is no such program here.
    std::vector<std::string> command = {};
    // How long an answer may take beyond what the script itself may.
    std::chrono::milliseconds patience{10'000};
};

// Starts its process with the first script and, where it breaks down, once more. Used by one thread at a
// time.
class Worker {
  public:
    explicit Worker(WorkerProgram program);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // As rule() in this process. Where the process breaks down there is no ruling; after the second time
    // there never is one again.
    Ruling rule(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                LineCoverage* lines = nullptr);

  private:
    Ruling asked(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                 LineCoverage* lines);

    WorkerProgram program_;
    std::unique_ptr<WorkerProcess> process_;
    std::optional<JudgeScript> sent_;  // which script the process has
    int breakdowns_ = 0;
};

}  // namespace cadran::script
