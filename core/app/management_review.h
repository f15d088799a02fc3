// SPDX-License-Identifier: Apache-2.0
// The management review: prepared over all processes, completed by people, held, signed and frozen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/pack.h"
#include "app/session.h"
#include "base/json.h"
#include "model/action.h"
#include "model/management_dossier.h"
#include "model/management_review.h"

namespace cadran::app {

// Opens the review of a period that has begun, or looks again while nobody held it.
Result<model::ManagementReview> prepare_management_review(Session& session, const calendar::Period& period);

// In the order of their periods.
Result<std::vector<model::ManagementReview>> list_management_reviews(Session& session);

// The data of `management-review.json`: as things stand now or, of a signed review, as they were frozen.
Result<Json> show_management_review(Session& session, const calendar::Period& period);

// A review that is not signed, and what it looks at.
struct OpenManagementReview {
    model::ManagementDossier dossier;  // as things stand now
    Diagnostics obstacles;             // all that keeps it from its signature
};
// Conflict where it is signed: then its pack is what counts.
Result<OpenManagementReview> open_management_review(Session& session, const calendar::Period& period);

struct AnswerInput {
    calendar::Period period;
    model::ReviewInput input = model::ReviewInput::earlier_actions;
    model::AnswerKind kind = model::AnswerKind::supplied;
    std::string text;
    std::filesystem::path document = {};  // empty: none; archived, and part of the pack
    // What was said of it when the text was written, empty for nothing; none: whatever it is.
    std::optional<std::string> replaces = {};
};
// In the place of what was said of that input before; a conflict where somebody said something else since.
Result<model::ManagementReview> answer_input(Session& session, const AnswerInput& command);

struct DecideOutput {
    calendar::Period period;
    model::OutputKind kind = model::OutputKind::improvement;
    bool none = false;
    std::string text;          // of none: why
    std::string process = {};  // with it, the decision becomes an action of that process
    std::string owner = {};
    std::optional<Date> due = {};
    model::Effectiveness effectiveness = {};  // of that action; by default seen by the next management review
};
struct DecidedOutput {
    model::ManagementReview review;
    std::optional<model::Action> action = {};  // structural, decided
};
Result<DecidedOutput> decide_output(Session& session, const DecideOutput& command);

struct HoldManagementReview {
    calendar::Period period;
    std::vector<std::string> participants;
    std::string conclusion;  // not empty
};
Result<model::ManagementReview> hold_management_review(Session& session, const HoldManagementReview& command);

// Freezes the pack and signs it. Fails with all that still keeps it from that: see obstacles_to_signature.
Result<model::ManagementReview> sign_management_review(Session& session, const calendar::Period& period);

// The signed pack; of a review that is not signed, what it would contain but for the signature.
Result<std::vector<PackContent>> management_review_documents(Session& session,
                                                             const calendar::Period& period);

// Writes the signed pack into a new folder; of a review that is not signed, what it would contain but for the
// signature.
Result<std::vector<std::filesystem::path>> export_management_review(Session& session,
                                                                    const calendar::Period& period,
                                                                    const std::filesystem::path& folder);

}  // namespace cadran::app
