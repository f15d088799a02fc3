// SPDX-License-Identifier: Apache-2.0
// What the layouts of pages and papers read a view by.
#pragma once

#include <string>

#include "base/json.h"

namespace cadran::report {

// The text of that name in the view, which has it.
inline const std::string& text_at(const Json& view, const char* name) {
    return view.at(name).string();
}

// What templates leave out where it is empty.
inline Json unless_empty(const std::string& text) {
    return text.empty() ? Json(false) : Json(text);
}

}  // namespace cadran::report
