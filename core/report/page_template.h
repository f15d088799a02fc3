// SPDX-License-Identifier: Apache-2.0
// Fills a template with what a page shows.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"

namespace cadran::report {

// The mustache template with that view of texts, flags, lists and objects. `{{name}}` is escaped,
// `{{{name}}}` is markup already. A template that names what the view lacks throws std::logic_error.
std::string filled(std::string_view page_template, const Json& view);

}  // namespace cadran::report
