// SPDX-License-Identifier: Apache-2.0
// Where a finding comes from: the run that found it first, and the control as it was in force then.
#pragma once

#include <vector>

#include "app/definitions.h"
#include "model/run.h"

namespace cadran::app {

struct FindingOrigin {
    model::Run run;
    model::ControlResult result;  // of that control in that run
    model::DefinitionVersion version;
    PluginContent plugin;
    std::vector<column::Scalar> values;  // of the control's parameters in that run, in their order

    const script::ControlDeclaration& declaration() const {
        return *plugin.plugin.find_control(result.control.id);
    }
};

Result<FindingOrigin> origin_of(Session& session, const model::Finding& finding);

}  // namespace cadran::app
