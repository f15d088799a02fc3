// SPDX-License-Identifier: Apache-2.0
// Where a review ends, of a process or of the management: who was there and what follows, then the signature.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/json.h"
#include "base/result.h"
#include "web/request.h"

namespace cadran::web {

struct Conclusion {
    bool held = false;
    bool may_hold = false;
    bool may_sign = false;                  // the right; obstacles stand before it
    std::string people;                     // who is expected, a line each
    std::vector<std::string> participants;  // once held
    std::string conclusion;
    std::string state_words;
    Diagnostics obstacles;
    Json::Array results = {};  // indicators as report::review_view gives them
    std::string place;         // of the review
    const char* freezes;       // what the signature does
    const char* unheld;        // to whom may not hold it
    const char* waits;         // to whom may not sign it
};
// Markup, with what was typed.
std::string review_conclusion(const Conclusion& conclusion, const Request& request,
                              const Catalogue& catalogue);

}  // namespace cadran::web
