// SPDX-License-Identifier: Apache-2.0
// Plugins: handed in, accepted, listed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/versions.h"

namespace cadran::app {

// Hands the draft of a plugin in; all its faults at once where it has any. Fails as conflict where its files
// are not the ones that were seen, by manifest_digest; none: whatever they are.
Result<model::DefinitionVersion> draft_plugin(Session& session, const std::string& name,
                                              const std::optional<Digest>& seen = {});

// Puts the newest draft in force.
Result<model::DefinitionVersion> accept_plugin(Session& session, const AcceptDraft& command);

// What a plugin offers, with the version that it is; none of the draft on disk.
struct ShownPlugin {
    std::optional<model::DefinitionVersion> version;
    LocalText title;
    std::vector<model::RecordType> records;
    std::vector<model::Control> controls;
    std::vector<model::Measure> measures;
    bool trusted = true;  // else its scripts run in a process of their own
};
Result<ShownPlugin> show_plugin(Session& session, const std::string& name, const WhichVersion& which = {});

// What came of the examples of one control.
struct PlayedSpec {
    std::string control;
    std::int64_t examples = 0;     // records; none where the control has no spec
    Diagnostics differences = {};  // from what is expected
    std::int64_t properties = 0;
    std::int64_t cases = 0;             // of the properties
    std::int64_t lines = 0;             // of its judge that can run
    std::vector<Place> never_run = {};  // lines of its judge
};
// Plays the specs of a plugin, by control. Reads nothing of the workspace but its zone and region.
Result<std::vector<PlayedSpec>> test_plugin(Session& session, const std::string& name,
                                            const WhichVersion& which);

// A control in force today, its population in words and its parameters.
struct ShownControl {
    model::DefinitionVersion plugin;
    model::Control control;
    std::string population;  // in the session's language
};
Result<ShownControl> show_control(Session& session, const std::string& control);

}  // namespace cadran::app
