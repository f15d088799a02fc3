// SPDX-License-Identifier: Apache-2.0
#include "app/expect_text.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::app {

namespace {

bool says_something(const std::string& text) {
    return !trimmed(text).empty() && is_utf8(text);
}

}  // namespace

void expect_text(Diagnostics& faults, const std::string& text, const char* option) {
    if (says_something(text)) return;
    faults.push_back({{}, {"app.text_missing", {{"option", std::string(option)}}}, Message{"app.write_it"}});
}

Diagnostics meeting_faults(const std::vector<std::string>& participants, const std::string& conclusion) {
    Diagnostics faults;
    if (!says_something(conclusion))
        faults.push_back({{}, {"app.conclusion_missing"}, Message{"app.conclude"}});
    if (participants.empty() || !std::ranges::all_of(participants, says_something))
        faults.push_back({{}, {"app.participants_missing"}});
    return faults;
}

}  // namespace cadran::app
