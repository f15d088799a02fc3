// SPDX-License-Identifier: Apache-2.0
#include "app/expect_text.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::app {

void expect_text(Diagnostics& faults, const std::string& text, const char* option) {
    if (!is_blank(text)) return;
    faults.push_back({{}, {"app.text_missing", {{"option", std::string(option)}}}, Message{"app.write_it"}});
}

Diagnostics meeting_faults(const std::vector<std::string>& participants, const std::string& conclusion) {
    Diagnostics faults;
    if (is_blank(conclusion)) faults.push_back({{}, {"app.conclusion_missing"}, Message{"app.conclude"}});
    if (participants.empty() || std::ranges::any_of(participants, is_blank))
        faults.push_back({{}, {"app.participants_missing"}});
    return faults;
}

}  // namespace cadran::app
