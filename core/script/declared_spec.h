// SPDX-License-Identifier: Apache-2.0
// Reads the specs of controls.
#pragma once

#include <optional>

#include "script/declaration.h"
#include "script/plugin.h"
#include "script/property.h"
#include "script/spec.h"

namespace cadran::script {

struct ReadSpec {
    Spec spec;
    std::vector<Property> properties;
};

// Of a control of the plugin; `known` are the records it may hold besides those of the house. Nothing where
// the spec is faulty.
std::optional<ReadSpec> read_spec(const Declaration& declaration, const ControlDeclaration& control,
                                  const std::vector<model::RecordType>& known, Diagnostics& faults);

}  // namespace cadran::script
