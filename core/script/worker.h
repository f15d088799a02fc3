// SPDX-License-Identifier: Apache-2.0
// Runs the scripts of a plugin that nobody trusts in a process of their own.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/json.h"
#include "script/declaration.h"
#include "script/ruling.h"
#include "script/wire.h"

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
    // there never is one again, and where it could not even be started that is still said.
    Ruling rule(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                LineCoverage* lines = nullptr);

    // As run_to_declare() in this process, likewise.
    Declaring declare(const std::string& file, std::string_view source, const Limits& limits);

  private:
    template <typename Answered>
    Answered counted(const std::function<Answered()>& ask);
    std::optional<Breakdown> start();
    // The answer to what was sent meanwhile.
    tl::expected<Json, Breakdown> answer(const Deadline& deadline);
    Declaring asked_to_declare(const std::string& file, std::string_view source, const Limits& limits);
    Ruling asked(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
                 LineCoverage* lines);

    WorkerProgram program_;
    std::unique_ptr<WorkerProcess> process_;
    std::optional<JudgeScript> sent_;  // which script the process has
    std::vector<Breakdown> breakdowns_;
};

}  // namespace cadran::script
