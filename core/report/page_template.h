// SPDX-License-Identifier: Apache-2.0
// Fills a template with what a page shows.
#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace cadran::report {

// The mustache template with that view of texts, flags, lists and objects. `{{name}}` is escaped,
// `{{{name}}}` is markup already. A template that names what the view lacks throws std::logic_error.
std::string filled(std::string_view page_template, const Json& view);

// The same of a template that somebody else made: names every place that the view lacks, once each; `file` is
// how messages call it. A section that does not end is a failure too.
Result<std::string> filled_from(const std::string& file, std::string_view page_template, const Json& view);

}  // namespace cadran::report
