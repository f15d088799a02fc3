// SPDX-License-Identifier: Apache-2.0
// The documentation page of a plugin, gathered from what it declares.
#pragma once

#include "app/versions.h"
#include "report/plugin_page.h"

namespace cadran::app {

// Conditions stand in it in the session's language.
Result<report::PluginPage> document_plugin(Session& session, const std::string& name,
                                           const WhichVersion& which);

}  // namespace cadran::app
