// SPDX-License-Identifier: Apache-2.0
// One call of a judge in a sandbox of its own, apart from who asked for it and what follows from it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "script/budget.h"
#include "script/line_coverage.h"
#include "script/values.h"
#include "script/verdict.h"

namespace cadran::script {

struct JudgeScript {
    std::string file;  // as faults name it
    std::string source;
    std::vector<std::string> messages = {};              // ids that it may choose from
    std::optional<model::Effect> strongest_effect = {};  // none of a checklist, whose judge gives levels

    friend bool operator==(const JudgeScript&, const JudgeScript&) = default;
};

// The record, the group or the item; the parameters or the facts; of a group its records.
struct JudgeArguments {
    const Row& subject;
    const Row& others;
    const std::vector<Row>* records = nullptr;
};

// Why a worker gave no ruling.
enum class Breakdown { not_started, died, silent, strange, over };

struct Ruling {
    Verdict verdict = {};  // where it ended well; of a checklist's judge with severity and message
    std::optional<Diagnostic> fault = {};        // line 0: where in the file is not known
    std::optional<Shortage> shortage = {};       // by which it was stopped; then there is a fault
    std::optional<Breakdown> breakdown = {};     // then nothing else is known
    std::int64_t fuel = 0;                       // used
    std::chrono::steady_clock::duration time{};  // likewise
};

// Adds to `lines`, unless it is null, which lines of the file ran.
Ruling rule(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
            LineCoverage* lines);

}  // namespace cadran::script
