// SPDX-License-Identifier: Apache-2.0
// The management review of a period (ISO 9001:2015, 9.3): what it must look at, what was said of that, what
// it decided; prepared, held, signed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/review.h"

namespace cadran::model {

// What the review must look at (9.3.2), in the order of the standard. Nothing may be left out.
enum class ReviewInput {
    earlier_actions,
    context,
    satisfaction,
    objectives,
    performance,
    nonconformities,
    monitoring,
    audits,
    providers,
    resources,
    risks,
    improvement,
};

inline constexpr std::array all_review_inputs{
    ReviewInput::earlier_actions, ReviewInput::context,     ReviewInput::satisfaction,
    ReviewInput::objectives,      ReviewInput::performance, ReviewInput::nonconformities,
    ReviewInput::monitoring,      ReviewInput::audits,      ReviewInput::providers,
    ReviewInput::resources,       ReviewInput::risks,       ReviewInput::improvement,
};

std::string_view review_input_name(ReviewInput input);  // as commands and files write it
std::optional<ReviewInput> parse_review_input(std::string_view name);
LocalText review_input_title(ReviewInput input);          // in our own words
std::string_view review_input_clause(ReviewInput input);  // `9.3.2 c 2`

// What people say of an input: what the system cannot know, or why it stays unsaid.
enum class AnswerKind { supplied, justified };

std::string_view answer_kind_name(AnswerKind kind);
std::optional<AnswerKind> parse_answer_kind(std::string_view name);

struct InputAnswer {
    ReviewInput input = ReviewInput::earlier_actions;
    AnswerKind kind = AnswerKind::supplied;
    std::string text;  // of `justified`: the reason
    std::optional<PackFile> document = {};
    Mark mark;
};

// What the review must decide on (9.3.3).
enum class OutputKind { improvement, system_change, resources };

inline constexpr std::array all_output_kinds{OutputKind::improvement, OutputKind::system_change,
                                             OutputKind::resources};

std::string_view output_kind_name(OutputKind kind);
std::optional<OutputKind> parse_output_kind(std::string_view name);
LocalText output_kind_title(OutputKind kind);

struct ReviewOutput {
    OutputKind kind = OutputKind::improvement;
    bool none = false;  // nothing of that kind is needed; `text` says why
    std::string text;
    std::string process = {};  // empty: of the whole system
    std::string owner = {};    // account
    std::optional<Date> due = {};
    std::int64_t action = 0;  // that carries it out; 0: none
    Mark mark;
};

struct ManagementReview {
    std::int64_t number = 0;
    calendar::Period period;
    ReviewState state = ReviewState::in_preparation;
    Mark prepared;
    std::vector<InputAnswer> answers = {};  // at most one an input, in the order of the inputs
    std::vector<ReviewOutput> outputs = {};
    std::optional<Mark> held = {};
    std::vector<std::string> participants = {};
    std::string conclusion = {};
    std::optional<Mark> signed_off = {};
    std::vector<PackFile> pack = {};  // empty until signed
    int revision = 1;

    const InputAnswer* answer_to(ReviewInput input) const;
    // On which nothing was decided, not even that nothing is needed.
    std::vector<OutputKind> undecided() const;
};

// The steps. Each fails as a conflict from any state but those that it leaves from, and changes nothing then.

// Looks again, before it is held.
Done prepare(ManagementReview& review, const Mark& mark);
// Before it is signed; in the place of what was said of that input before. Fails where the text is blank.
Done answer(ManagementReview& review, const InputAnswer& answer);
// Before it is signed. A decision takes the place of "none" of its kind; "none" beside a decision is a
// conflict. Fails where the text is blank.
Done decide(ManagementReview& review, const ReviewOutput& output);
// From preparation. That there are participants and a conclusion is the caller's word.
Done hold(ManagementReview& review, const Mark& mark, const std::vector<std::string>& participants,
          const std::string& conclusion);
// Once held. That nothing is missing is the caller's word.
Done sign(ManagementReview& review, const Mark& mark);

}  // namespace cadran::model
