// SPDX-License-Identifier: Apache-2.0
// Why a finding was made: the rule in words, its values, its version, and where it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/definition_version.h"
#include "model/run.h"
#include "script/plugin.h"

namespace cadran::app {

struct Explanation {
    model::Finding finding;
    script::ControlDeclaration declaration;  // as it was in force on the date of the record
    model::DefinitionVersion plugin;
    std::string message;     // in the session's language
    std::string population;  // likewise, with the values of the parameters in that run
    model::ControlResult result;
    model::Run run;  // the run that found it first
    std::vector<model::Decision> decisions;
};

Result<Explanation> explain(Session& session, const std::string& finding);

}  // namespace cadran::app
