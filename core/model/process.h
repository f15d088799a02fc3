// SPDX-License-Identifier: Apache-2.0
// A process as its sheet defines it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "calendar/period.h"
#include "model/control_plan.h"
#include "model/indicator.h"
#include "model/risk.h"

namespace cadran::model {

enum class ProcessKind { management, realisation, support };

std::string_view process_kind_name(ProcessKind kind);
std::optional<ProcessKind> parse_process_kind(std::string_view name);
LocalText process_kind_title(ProcessKind kind);

// ISO 9001:2015, 6.2: what, with what, who, when, how judged.
struct Objective {
    std::string id;
    LocalText text;
    LocalText means = {};    // with what
    std::string owner = {};  // account
    std::optional<Date> due = {};
    LocalText judged = {};  // how it is judged, in words
    std::string indicator;  // by which it is judged, against its target

    friend bool operator==(const Objective&, const Objective&) = default;
};

// A process before or behind this one, and what passes between them.
struct Neighbour {
    std::string process;  // empty: all of them
    LocalText flow;

    friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

struct RetainedDocument {
    LocalText title;
    std::string document;  // of the workspace's list; empty where it stands in none
    int months = 0;        // how long it is kept; 0: without limit

    friend bool operator==(const RetainedDocument&, const RetainedDocument&) = default;
};

struct Process {
    std::string id;  // `pay-benefits`
    ProcessKind kind = ProcessKind::realisation;
    calendar::Period::Kind turn = calendar::Period::Kind::quarter;  // of the PDCA wheel
    LocalText title;
    std::string pilot;  // name of an account
    std::vector<std::string> backups;
    std::vector<std::string> stakes;   // of the workspace's list
    std::vector<std::string> parties;  // interested parties, of the workspace's list
    LocalText purpose;
    LocalText start_event;
    LocalText end_event;
    std::vector<Neighbour> upstream;
    std::vector<Neighbour> downstream;
    std::vector<LocalText> clients;
    std::vector<std::string> clauses;  // of the workspace's catalogue: `8.5.1`
    std::vector<Objective> objectives;
    std::vector<Indicator> indicators;
    std::vector<Risk> risks;
    std::vector<Opportunity> opportunities;
    std::vector<ControlUse> controls;
    std::vector<ManualControl> manual_controls;
    std::vector<LocalText> inputs;
    std::vector<LocalText> activities;  // in order
    std::vector<LocalText> outputs;
    std::vector<LocalText> resources;
    std::vector<RetainedDocument> documents;

    const Indicator* find_indicator(std::string_view id) const;

    friend bool operator==(const Process&, const Process&) = default;
};

}  // namespace cadran::model
