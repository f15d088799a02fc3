// SPDX-License-Identifier: Apache-2.0
// Findings in a table, wherever one stands.
#pragma once

#include <map>
#include <string>

#include "app/session.h"
#include "base/json.h"
#include "model/finding.h"

namespace cadran::web {

// What the controls of a process are called, by id.
using ControlTitles = std::map<std::string, std::string>;
ControlTitles control_titles(const std::string& process, app::Session& session);
// The id where nobody calls it otherwise any more.
const std::string& called(const ControlTitles& titles, const std::string& control);

// With the way to its page for who may see it.
Json finding_row(const model::Finding& finding, const ControlTitles& titles, const app::Session& session);

// `P3, P4 …`: the records that it concerns, the first few.
std::string subjects_words(const model::Finding& finding);

}  // namespace cadran::web
