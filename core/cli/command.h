// SPDX-License-Identifier: Apache-2.0
// What a command is: a noun, a verb, what it takes, what it needs, and the function that runs it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/invocation.h"

namespace cadran::cli {

struct Operand {
    std::string_view name;  // `FILE`, as the manual names it
    bool required = true;
    bool repeated = false;
};

struct Option {
    std::string_view name;        // `from`, without the dashes
    std::string_view value = {};  // `DATE`; empty for a flag
    bool required = false;
    bool repeated = false;
};

enum class Needs {
    nothing,
    workspace,  // an existing one, but nobody in particular
    session,    // somebody who acts in it
};

enum class Effect { reads, writes };

struct Command {
    std::string_view noun;
    std::string_view verb;  // empty where the noun says it all
    std::vector<Operand> operands;
    std::vector<Option> options;
    Needs needs = Needs::session;
    Effect effect = Effect::reads;
    // Returns the exit code of a success: fine or found.
    Result<int> (*run)(Invocation&);
};

// Exit codes, from the outside world's side.
inline constexpr int exit_fine = 0;
inline constexpr int exit_found = 1;
inline constexpr int exit_invalid = 2;
inline constexpr int exit_refused = 3;
inline constexpr int exit_conflict = 4;
inline constexpr int exit_not_judged = 5;
inline constexpr int exit_internal = 70;

// Every command, in the order of the work.
std::span<const Command> commands();

// The options that every command takes.
std::span<const Option> global_options();

// `core/cli/worklist_decide.md`.
std::string manual_path(const Command& command);

}  // namespace cadran::cli
