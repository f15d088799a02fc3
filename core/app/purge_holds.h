// SPDX-License-Identifier: Apache-2.0
// What still needs the records of an import: periods that are not signed, findings and actions that are not
// at their end.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/action.h"
#include "model/cycle.h"
#include "model/import.h"

namespace cadran::app {

// Of one moment: made, asked and thrown away.
class PurgeHolds {
  public:
    PurgeHolds(Session& session, Date today);

    // Turns that are not closed of processes that read the type, where the import reaches into their period
    // or beyond.
    std::vector<Message> of_periods(const model::Import& import);
    // What keeps these findings: that they are open, that the payment system was not told their release,
    // actions that follow from them and are not at their end.
    std::vector<Message> of_findings(const std::set<std::string>& findings);

  private:
    bool reads(const std::string& process, const std::string& type);
    // None where the process is in force no more: nobody can tell.
    std::optional<std::set<std::string>> types_read_by(const std::string& process);
    bool concerns(const model::Action& action, const std::set<std::string>& findings);

    Session& session_;
    Date today_;
    std::vector<model::Cycle> open_turns_;
    std::vector<model::Action> running_;
    std::vector<std::string> unreleased_;                                // sorted
    std::map<std::string, std::optional<std::set<std::string>>> types_;  // by process
};

}  // namespace cadran::app
