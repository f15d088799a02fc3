// SPDX-License-Identifier: Apache-2.0
// Whether a control finds what its spec says, on the records of the spec alone.
#pragma once

#include "calendar/locality.h"
#include "script/plugin.h"
#include "script/spec.h"

namespace cadran::control {

// What is not as expected, at the place in the spec; nothing where all of it is. `files` are the plugin's.
Diagnostics rehearse(const script::Spec& spec, const script::Plugin& plugin, const script::PluginFiles& files,
                     const calendar::Locality& locality);

}  // namespace cadran::control
