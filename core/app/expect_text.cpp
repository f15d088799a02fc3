// SPDX-License-Identifier: Apache-2.0
#include "app/expect_text.h"

#include "base/text.h"

namespace cadran::app {

void expect_text(Diagnostics& faults, const std::string& text, const char* option) {
    if (!trimmed(text).empty() && is_utf8(text)) return;
    faults.push_back({{}, {"app.text_missing", {{"option", std::string(option)}}}, Message{"app.write_it"}});
}

}  // namespace cadran::app
