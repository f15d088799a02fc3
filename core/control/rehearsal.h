// SPDX-License-Identifier: Apache-2.0
// Whether a control finds what its spec says, on the records of the spec alone.
#pragma once

#include "calendar/locality.h"
#include "script/budget.h"
#include "script/line_coverage.h"
#include "script/plugin.h"
#include "script/spec.h"

namespace cadran::control {

// What is not as expected, at the place in the spec; nothing where all of it is. `files` are the plugin's.
// Adds to `lines` which lines of the control's file ran; what its judge uses is taken from `budget`, or from
// one of its own.
Diagnostics rehearse(const script::Spec& spec, const script::Plugin& plugin, const script::PluginFiles& files,
                     const calendar::Locality& locality, script::LineCoverage* lines = nullptr,
                     script::Budget* budget = nullptr);

// A hundred cases of a property, or all there are: the same ones each time. Of those that are not as
// expected, the simplest that is found is told, with what is not. Where the limits end before the cases do,
// that is told instead.
struct RehearsedProperty {
    std::int64_t cases = 0;
    Diagnostics differences;
};
RehearsedProperty rehearse(const script::Property& property, const script::Plugin& plugin,
                           const script::PluginFiles& files, const calendar::Locality& locality,
                           script::LineCoverage* lines = nullptr,
                           const script::Limits& limits = script::property_limits());

}  // namespace cadran::control
