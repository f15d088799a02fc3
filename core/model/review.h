// SPDX-License-Identifier: Apache-2.0
// The review of a process over a period: prepared, held, signed; and what it is held upon.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/signature.h"
#include "model/action.h"
#include "model/appearance.h"
#include "model/cycle.h"
#include "model/indicator_history.h"
#include "model/mark.h"
#include "model/measurement.h"
#include "model/nonconformity.h"
#include "model/objective_proposal.h"
#include "model/process.h"
#include "model/run.h"

namespace cadran::model {

enum class ReviewState { in_preparation, held, signed_off };

std::string_view review_state_name(ReviewState state);
std::optional<ReviewState> parse_review_state(std::string_view name);
LocalText review_state_title(ReviewState state);

// One file of a signed pack; its bytes are in the archive.
struct PackFile {
    std::string name;
    Digest digest;
};

struct Review {
    std::int64_t number = 0;
    std::string process;
    calendar::Period period;
    ReviewState state = ReviewState::in_preparation;
    Mark prepared;
    std::optional<Mark> held = {};
    std::vector<std::string> participants;
    std::string conclusion;
    std::optional<Mark> signed_off = {};
    std::vector<PackFile> pack;  // empty until signed
    int revision = 1;
};

// What became of the findings of one control in the period.
struct ControlSummary {
    std::string control;
    LocalText title;
    LocalText population;  // the conditions in words
    ControlResult totals;  // of the latest run of each part of the period
    std::int64_t open = 0;
    std::int64_t released = 0;
    std::int64_t refused = 0;
    std::int64_t corrected = 0;
    std::int64_t dismissed = 0;
    std::int64_t confirmed = 0;
    bool confided = false;  // what it finds is kept for a confidant: these counts are all that others learn

    // All findings of the period. More than the latest run selects where a record was corrected since.
    std::int64_t findings() const { return open + released + refused + corrected + dismissed + confirmed; }
};

struct IndicatorSummary {
    Indicator indicator;
    LocalText objective;
    std::vector<Measurement> points;           // by the indicator's frequency, in order
    std::optional<Measurement> whole;          // the period, rolled up
    std::optional<Measurement> previous = {};  // the whole of the period before
    std::vector<PeriodFigure> history = {};    // up to the end of the period, as far back as a chart goes
    std::optional<ObjectiveProposal> proposal = {};  // for the next turn
};

// An action as the review meets it.
struct ReviewedAction {
    Action action;
    bool overdue = false;
};

// A version of the sheet that came into force since the period began.
struct SheetChange {
    int version = 0;
    Date from{};
    std::string author;
    std::string approver;
    std::string reason;              // empty where none was asked for
    std::string review;              // `2026-Q3`: that asked for it; empty where none did
    std::vector<LocalText> changes;  // in meaning, against the version before; none of the first
};

// A risk or an opportunity as the sheet in force rates it, and as it was rated when the period began.
struct ReviewedRisk {
    LocalText title;
    bool opportunity = false;
    Rating rating;                         // of a risk: what remains after treatment
    LocalText level;                       // as the organisation calls it
    std::optional<LocalText> before = {};  // the level then; none where it is new, or no sheet was in force
    LocalText response;

    bool moved() const { return before && *before != level; }
};

// A nonconformity stated in the period, or before it and not dealt with, and its actions.
struct ReviewedNonconformity {
    Nonconformity nonconformity;
    FollowUp follow_up = {};
};

// Files that were drawn by lot and checked, over all handlers: whose they are is not the review's matter.
struct QualityCounts {
    std::int64_t checked = 0;
    std::int64_t right = 0;
    std::int64_t contested = 0;  // that wait for another judgement
};

// Everything that the review looks at, as it stood when it was made.
struct Dossier {
    std::string organisation;
    Appearance appearance = {};
    bool simulated = false;  // a sample workspace: no figure in it is real
    Process process;
    int process_version = 0;
    Date in_force_from{};
    Cycle cycle;
    Review review;
    std::vector<IndicatorSummary> indicators;
    std::vector<ControlSummary> controls;
    // What is open or waits for its judgement, and what was judged since the period began; in order.
    std::vector<ReviewedAction> actions = {};
    std::vector<SheetChange> sheet_changes = {};  // oldest first
    std::vector<ReviewedRisk> risks = {};         // in the order of the sheet, risks first
    std::vector<ReviewedNonconformity> nonconformities = {};
    std::optional<QualityCounts> quality = {};  // none where nothing was drawn, or all of it is one person's
    std::int64_t journal_number = 0;            // the journal's head when it was made
    Digest journal_head;
};

}  // namespace cadran::model
