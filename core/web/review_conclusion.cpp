// SPDX-License-Identifier: Apache-2.0
#include "web/review_conclusion.h"

#include <array>

#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array conclusion_labels{"web.conclusion",        "web.conclusion_hint",  "web.participants",
                                       "web.participants_hint", "web.hold_review",      "web.sign_review",
                                       "web.before_signature",  "web.results_in_brief", "web.held_words"};

}  // namespace

std::string review_conclusion(const Conclusion& ending, const Request& request, const Catalogue& catalogue) {
    const bool ready = ending.obstacles.empty();
    const bool waits = ending.held && !ending.may_sign;
    return filled_template(
        "review_conclusion",
        Json::Object{{"conclusion", ending.conclusion},
                     {"conclusion_text", request.form.get("conclusion")},
                     {"form_token", request.form_token},
                     {"freezes", catalogue.text(Message{ending.freezes})},
                     {"has_results", !ending.results.empty()},
                     {"held", ending.held},
                     {"label", report::labels(conclusion_labels, catalogue)},
                     {"may_hold", ending.may_hold},
                     {"may_sign", ending.may_sign && ready},
                     {"obstacles", fault_lines(ending.obstacles, catalogue)},
                     {"obstructed", !ready},
                     {"participants", Json::Array(ending.participants.begin(), ending.participants.end())},
                     {"participants_text",
                      request.form.has("participants") ? request.form.get("participants") : ending.people},
                     {"place", ending.place},
                     {"results", ending.results},
                     {"state_words", ending.state_words},
                     {"unheld", catalogue.text(Message{ending.unheld})},
                     {"waits", waits ? Json(catalogue.text(Message{ending.waits})) : Json(false)}});
}

}  // namespace cadran::web
