// SPDX-License-Identifier: Apache-2.0
// A desk at which commands are given: a folder, a clock, an environment and two streams, all invented.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"
#include "temporary_folder.h"

namespace cadran::cli {

struct Answer {
    int code = 0;
    std::string results;
    std::string notes;
};

// `worklist decide F-1 --reason "Too late"`, split as a shell does: at spaces, but not within double quotes.
std::vector<std::string> words_of(std::string_view line);

class Desk {
    TemporaryFolder home_;

  public:
    // In English, as the system user `ines`, on 1 July 2026 at nine.
    Desk();

    Answer run(std::string_view line);
    // Makes the sample workspace `office` with `ines` as its administrator; later commands are given there.
    void open_office();
    // Adds an account of that role and keeps its token in `<name>.token`.
    void invite(const std::string& name, const std::string& role);
    void write(const std::string& name, std::string_view text) const;

    const std::filesystem::path& home() const { return home_.path(); }

    std::map<std::string, std::string> environment;
    std::filesystem::path folder;  // where commands are given
    std::string system_user = "ines";
    bool on_terminal = false;
    std::vector<std::string> typed;  // unseen, in that order; nobody sits at the terminal once it is empty
};

}  // namespace cadran::cli
