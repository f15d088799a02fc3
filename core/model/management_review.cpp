// SPDX-License-Identifier: Apache-2.0
#include "model/management_review.h"

#include <algorithm>

#include "base/named.h"
#include "base/text.h"

namespace cadran::model {

namespace {

constexpr Named<ReviewInput> inputs[] = {
    {ReviewInput::earlier_actions, "earlier-actions", "Suites des revues de direction précédentes",
     "What became of earlier management reviews"},
    {ReviewInput::context, "context", "Évolution du contexte, interne et externe",
     "Changes around and inside the organisation"},
    {ReviewInput::satisfaction, "satisfaction", "Satisfaction et retours des parties intéressées",
     "Satisfaction and feedback of interested parties"},
    {ReviewInput::objectives, "objectives", "Objectifs qualité : où en est-on",
     "Quality objectives: how far they are met"},
    {ReviewInput::performance, "performance", "Fonctionnement des processus et conformité",
     "How the processes work, and conformity"},
    {ReviewInput::nonconformities, "nonconformities", "Non-conformités et actions correctives",
     "Nonconformities and corrective actions"},
    {ReviewInput::monitoring, "monitoring", "Résultats des contrôles et des mesures",
     "Results of controls and measures"},
    {ReviewInput::audits, "audits", "Résultats des audits", "Results of audits"},
    {ReviewInput::providers, "providers", "Prestataires et délégataires",
     "Providers and delegates outside the organisation"},
    {ReviewInput::resources, "resources", "Moyens : suffisent-ils", "Resources: whether they suffice"},
    {ReviewInput::risks, "risks", "Risques et opportunités : effet des actions",
     "Risks and opportunities: whether the actions work"},
    {ReviewInput::improvement, "improvement", "Pistes d’amélioration", "Opportunities to improve"},
};

struct ClauseOf {
    ReviewInput input;
    std::string_view clause;
};
constexpr ClauseOf clauses[] = {
    {ReviewInput::earlier_actions, "9.3.2 a"}, {ReviewInput::context, "9.3.2 b"},
    {ReviewInput::satisfaction, "9.3.2 c 1"},  {ReviewInput::objectives, "9.3.2 c 2"},
    {ReviewInput::performance, "9.3.2 c 3"},   {ReviewInput::nonconformities, "9.3.2 c 4"},
    {ReviewInput::monitoring, "9.3.2 c 5"},    {ReviewInput::audits, "9.3.2 c 6"},
    {ReviewInput::providers, "9.3.2 c 7"},     {ReviewInput::resources, "9.3.2 d"},
    {ReviewInput::risks, "9.3.2 e"},           {ReviewInput::improvement, "9.3.2 f"},
};

constexpr Named<AnswerKind> answer_kinds[] = {
    {AnswerKind::supplied, "supplied", "fourni", "supplied"},
    {AnswerKind::justified, "justified", "justifié", "justified"},
};

constexpr Named<OutputKind> output_kinds[] = {
    {OutputKind::improvement, "improvement", "amélioration", "improvement"},
    {OutputKind::system_change, "system-change", "changement du système", "change of the system"},
    {OutputKind::resources, "resources", "besoin en moyens", "need of resources"},
};

// What may be done in that state.
Message next_step(const ManagementReview& review) {
    const std::string period = review.period.text();
    switch (review.state) {
        case ReviewState::in_preparation: return {"model.hold_the_management_review", {{"period", period}}};
        case ReviewState::held: return {"model.sign_the_management_review", {{"period", period}}};
        case ReviewState::signed_off: break;
    }
    return {"model.management_review_is_closed"};
}

Done expect_state(const ManagementReview& review, bool expected) {
    if (expected) return {};
    return conflict({"model.management_review_state",
                     {{"period", review.period.text()}, {"state", review_state_title(review.state)}}},
                    next_step(review));
}

Done expect_words(const std::string& text) {
    if (!is_blank(text)) return {};
    return invalid(Message{"model.management_review_without_words"}, Message{"model.say_it_in_words"});
}

bool is_signed(const ManagementReview& review) {
    return review.state == ReviewState::signed_off;
}

}  // namespace

std::string_view review_input_name(ReviewInput input) {
    return named(inputs, input).name;
}
std::optional<ReviewInput> parse_review_input(std::string_view name) {
    return parse_named(inputs, name);
}
LocalText review_input_title(ReviewInput input) {
    return title_of(inputs, input);
}
std::string_view review_input_clause(ReviewInput input) {
    return std::ranges::find(clauses, input, &ClauseOf::input)->clause;
}

std::string_view answer_kind_name(AnswerKind kind) {
    return named(answer_kinds, kind).name;
}
std::optional<AnswerKind> parse_answer_kind(std::string_view name) {
    return parse_named(answer_kinds, name);
}

std::string_view output_kind_name(OutputKind kind) {
    return named(output_kinds, kind).name;
}
std::optional<OutputKind> parse_output_kind(std::string_view name) {
    return parse_named(output_kinds, name);
}
LocalText output_kind_title(OutputKind kind) {
    return title_of(output_kinds, kind);
}

const InputAnswer* ManagementReview::answer_to(ReviewInput input) const {
    const auto found = std::ranges::find(answers, input, &InputAnswer::input);
    return found == answers.end() ? nullptr : &*found;
}

std::vector<OutputKind> ManagementReview::undecided() const {
    std::vector<OutputKind> kinds;
    std::ranges::copy_if(all_output_kinds, std::back_inserter(kinds), [&](OutputKind kind) {
        return std::ranges::find(outputs, kind, &ReviewOutput::kind) == outputs.end();
    });
    return kinds;
}

Done prepare(ManagementReview& review, const Mark& mark) {
    const Done ready = expect_state(review, review.state == ReviewState::in_preparation);
    if (ready) review.prepared = mark;
    return ready;
}

Done answer(ManagementReview& review, const InputAnswer& answer) {
    if (const Done ready = expect_state(review, !is_signed(review)); !ready) return ready;
    if (const Done said = expect_words(answer.text); !said) return said;
    std::erase_if(review.answers, [&](const InputAnswer& one) { return one.input == answer.input; });
    review.answers.push_back(answer);
    std::ranges::sort(review.answers, {}, &InputAnswer::input);
    return {};
}

Done decide(ManagementReview& review, const ReviewOutput& output) {
    if (const Done ready = expect_state(review, !is_signed(review)); !ready) return ready;
    if (const Done said = expect_words(output.text); !said) return said;
    const auto is_decided = [&](const ReviewOutput& one) { return one.kind == output.kind && !one.none; };
    if (output.none && std::ranges::any_of(review.outputs, is_decided)) {
        return conflict({"model.output_decided_already", {{"output", output_kind_title(output.kind)}}},
                        Message{"model.leave_none_out"});
    }
    std::erase_if(review.outputs,
                  [&](const ReviewOutput& one) { return one.kind == output.kind && one.none; });
    review.outputs.push_back(output);
    std::ranges::stable_sort(review.outputs, {}, &ReviewOutput::kind);
    return {};
}

Done hold(ManagementReview& review, const Mark& mark, const std::vector<std::string>& participants,
          const std::string& conclusion) {
    if (const Done ready = expect_state(review, review.state == ReviewState::in_preparation); !ready)
        return ready;
    review.state = ReviewState::held;
    review.held = mark;
    review.participants = participants;
    review.conclusion = conclusion;
    return {};
}

Done sign(ManagementReview& review, const Mark& mark) {
    if (const Done ready = expect_state(review, review.state == ReviewState::held); !ready) return ready;
    review.state = ReviewState::signed_off;
    review.signed_off = mark;
    return {};
}

}  // namespace cadran::model
