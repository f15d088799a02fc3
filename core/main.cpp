// SPDX-License-Identifier: Apache-2.0
// The program: lends the real world to the command line face.
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/program.h"

namespace {

std::string system_user() {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

std::optional<std::string> variable(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (value == nullptr) return {};
    return value;
}

}  // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_DFL);
    const cadran::SystemClock clock;
    cadran::SystemRandomness randomness;
    const cadran::cli::Surroundings surroundings{
        .results = std::cout,
        .notes = std::cerr,
        .variable = variable,
        .system_user = system_user(),
        .folder = std::filesystem::current_path(),
        .clock = clock,
        .randomness = randomness,
        .results_on_terminal = ::isatty(STDOUT_FILENO) != 0,
        .notes_on_terminal = ::isatty(STDERR_FILENO) != 0,
    };
    const int code = cadran::cli::run({words + 1, words + count}, surroundings);
    std::cout.flush();
    return std::cout.good() || code != 0 ? code : 70;
}
