// SPDX-License-Identifier: Apache-2.0
// One call of the program: what was asked, by whom, and where the answer goes.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/workspace.h"
#include "base/clock.h"
#include "base/random.h"
#include "cli/arguments.h"
#include "cli/output.h"

namespace cadran::cli {

// A workspace to be served to browsers.
struct Serving {
    std::filesystem::path workspace;
    std::filesystem::path keys_home;
    std::string address;
    int port = 0;
    std::filesystem::path certificate;  // empty: no TLS here
    std::filesystem::path key;
    bool behind_proxy = false;
    std::vector<std::string> hosts;      // names by which browsers call it, besides the address
    std::optional<std::int64_t> memory;  // as of app::Session
    std::vector<std::string> worker;     // as of app::Workspace
    const Clock& clock;
    std::function<void(const std::string& address)> listening;  // called once it answers
    std::function<void(const std::string& line)> log;           // of what goes wrong meanwhile
};

// The outside world, so that tests own it.
struct Surroundings {
    std::ostream& results;
    std::ostream& notes;
    std::function<std::optional<std::string>(const std::string&)> variable;  // of the environment
    std::string system_user;
    std::filesystem::path folder;  // where the program was called
    const Clock& clock;
    Randomness& randomness;
    std::vector<std::string> worker = {};  // as of app::Workspace
    bool results_on_terminal = false;
    bool notes_on_terminal = false;
    // What somebody types at the terminal without its being seen; none where nobody sits at one.
    std::function<std::optional<std::string>(const std::string& prompt)> secret = {};
    // Returns once it was told to stop. The other face is none of this one's business.
    std::function<Done(const Serving&)> serve = {};
};

class Invocation {
  public:
    Invocation(const Surroundings& surroundings, const Clock& clock, Arguments arguments, Output& output,
               Progress& progress)
        : surroundings_(surroundings),
          clock_(clock),
          arguments_(std::move(arguments)),
          output_(output),
          progress_(progress) {}

    // Opens the workspace that was named, or in which the program was called.
    Done open_workspace();
    // Finds out who acts: by personal token where one is given, else by the user of the operating system.
    Done sign_in();

    const Arguments& arguments() const { return arguments_; }
    Output& output() { return output_; }
    const Clock& clock() const { return clock_; }
    const Surroundings& surroundings() const { return surroundings_; }
    app::Workspace& workspace() { return *workspace_; }
    app::Session& session() { return *session_; }
    // What records may take of the machine's memory, where that was said; as of app::Session.
    Result<std::optional<std::int64_t>> memory() const;
    // `$XDG_DATA_HOME/cadran`, where the keys of this user's workspaces are.
    std::filesystem::path keys_home() const;
    // A path of the command line, from where the program was called.
    std::filesystem::path path(std::string_view name) const;
    // Of an option that may be repeated.
    std::vector<std::filesystem::path> paths(std::string_view name) const;

  private:
    const Surroundings& surroundings_;
    const Clock& clock_;
    Arguments arguments_;
    Output& output_;
    Progress& progress_;
    std::unique_ptr<app::Workspace> workspace_;
    std::optional<app::Session> session_;
};

}  // namespace cadran::cli
