// SPDX-License-Identifier: Apache-2.0
#include "web/kept_words.h"

#include <array>

#include "base/text.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

// The fields of words, whichever form they are of.
constexpr std::array word_fields{"text",        "causes", "owner",   "criterion", "numerator",
                                 "denominator", "value",  "comment", "next",      "reason"};

}  // namespace

std::string kept_words(const Failure* failure, const Request& request, const Catalogue& catalogue) {
    if (failure == nullptr || failure->kind != Failure::Kind::conflict) return {};
    Json::Array words;
    for (const char* name : word_fields) {
        const std::string typed = request.form.get(name);
        if (!trimmed(typed).empty()) words.push_back(typed);
    }
    if (words.empty()) return {};
    return filled_template(
        "kept", Json::Object{{"heading", catalogue.text(Message{"web.what_you_typed"})}, {"words", words}});
}

}  // namespace cadran::web
