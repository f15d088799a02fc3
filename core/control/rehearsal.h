// SPDX-License-Identifier: Apache-2.0
// Whether a control finds what its spec says, on the records of the spec alone.
#pragma once

#include <memory>

#include "calendar/locality.h"
#include "script/budget.h"
#include "script/line_coverage.h"
#include "script/plugin.h"
#include "script/spec.h"
#include "script/worker.h"

namespace cadran::control {

// What a rehearsal takes down and uses besides.
struct Rehearsing {
    script::LineCoverage* lines = nullptr;  // to which it adds which lines of the control's file ran
    std::shared_ptr<script::Worker> worker =
        nullptr;                       // where the control's script runs; null: in this process
    script::Budget* budget = nullptr;  // from which it takes what the script uses; null: one of its own
};

// What is not as expected, at the place in the spec; nothing where all of it is. `files` are the plugin's.
Diagnostics rehearse(const script::Spec& spec, const script::Plugin& plugin, const script::PluginFiles& files,
                     const calendar::Locality& locality, const Rehearsing& how = {});

// A hundred cases of a property, or all there are: the same ones each time. Of those that are not as
// expected, the simplest that is found is told, with what is not. Where the limits end before the cases do,
// that is told instead. Their budget is that of the limits.
struct RehearsedProperty {
    std::int64_t cases = 0;
    Diagnostics differences;
};
RehearsedProperty rehearse(const script::Property& property, const script::Plugin& plugin,
                           const script::PluginFiles& files, const calendar::Locality& locality,
                           Rehearsing how = {}, const script::Limits& limits = script::property_limits());

}  // namespace cadran::control
