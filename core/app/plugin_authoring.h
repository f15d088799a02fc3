// SPDX-License-Identifier: Apache-2.0
// What helps whoever writes a plugin: a first draft that works, and annotations for the editor.
#pragma once

#include <filesystem>
#include <string>

#include "app/session.h"

namespace cadran::app {

struct NewPlugin {
    std::string id;
    std::string title = {};  // in both languages; empty: the id in words
};

struct MadePlugin {
    std::string record;              // its record type
    std::string draft;               // the folder, in the workspace
    std::vector<std::string> files;  // in it, sorted
};

// Makes a draft that passes the checks and its own examples: a record, a control with a judge, a spec. Fails
// as conflict where a draft, a version or a record type has that name, and then writes nothing.
Result<MadePlugin> new_plugin(Session& session, const NewPlugin& command);

// Writes what an editor needs into the workspace: the annotations of the host, and those of the plugin's own
// records and parameters, to `annotations/`; `.luarc.json`, which leads there, into the plugin's folder.
// Gives the path of the plugin's own.
Result<std::string> annotate_plugin(Session& session, const std::string& name);

}  // namespace cadran::app
