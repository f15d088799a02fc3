// SPDX-License-Identifier: Apache-2.0
// The review of a process: prepared out of what the system knows, held by people, signed and frozen.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/action.h"
#include "app/pack.h"
#include "app/session.h"
#include "base/json.h"
#include "model/review.h"

namespace cadran::app {

struct ReviewName {
    std::string process;
    calendar::Period period;
};

// The review that a turn of the wheel asks for, and where it stands.
struct ListedReview {
    std::string process;
    LocalText title;    // of the process
    std::string pilot;  // account
    calendar::Period period;
    model::Stage stage = model::Stage::plan;       // of the turn
    std::optional<model::ReviewState> state = {};  // none: nobody prepared it
    Date due{};                                    // the last day on which it is signed in time
    bool overdue = false;
};
// One a turn: what is not signed first, by the day on which it is due, then what is, the newest first.
Result<std::vector<ListedReview>> list_reviews(Session& session);
// Of that process the first that is not signed; none where all are.
Result<std::optional<ListedReview>> next_review(Session& session, const std::string& process);

// None where nobody prepared it.
Result<std::optional<model::Review>> find_review(Session& session, const ReviewName& name);

// Opens the review of the turn's period, or looks again while nobody held it. The turn must be in Act.
Result<model::Review> prepare_review(Session& session, const ReviewName& name);

struct HoldReview {
    ReviewName name;
    std::vector<std::string> participants;
    std::string conclusion;  // what follows from the results; not empty
};
Result<model::Review> hold_review(Session& session, const HoldReview& command);

// An action that the review decides on, before it is signed: a quick win is decided there and then, by the
// pilot or a back-up; what others decide on is proposed to them. The origin is the review's.
Result<model::Action> decide_in_review(Session& session, const ReviewName& name, ProposeAction decision);

// The data of `review.json`: as things stand now or, of a signed review, as they were frozen.
Result<Json> show_review(Session& session, const ReviewName& name);

// A review that is not signed, and what it is held upon.
struct OpenReview {
    model::Dossier dossier;  // as things stand now
    Diagnostics obstacles;   // what keeps it from its signature, besides that it was not held
};
// Conflict where it is signed: then its pack is what counts.
Result<OpenReview> open_review(Session& session, const ReviewName& name);

struct SignedReview {
    model::Review review;
    model::Cycle next_turn;
};
// Freezes the pack, signs it, closes the turn and opens the next, all or nothing. Fails as long as a finding
// of the period is open or not grouped, or an action of the process is not decided.
Result<SignedReview> sign_review(Session& session, const ReviewName& name);

// The signed pack; of a review that is not signed, what it would contain but for the signature.
Result<std::vector<PackContent>> review_documents(Session& session, const ReviewName& name);

// Writes the signed pack into a new folder; of a review that is not signed, what it would contain but for the
// signature.
Result<std::vector<std::filesystem::path>> export_review(Session& session, const ReviewName& name,
                                                         const std::filesystem::path& folder);

}  // namespace cadran::app
