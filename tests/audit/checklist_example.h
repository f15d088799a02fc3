// SPDX-License-Identifier: Apache-2.0
// A small checklist and an audit by it.
#pragma once

#include <optional>
#include <string>

#include "model/audit.h"
#include "script/grader.h"

namespace cadran::audit {

// Two facts (`pays_benefits`, required; `market`), the pieces `delays` (weight 4, only where benefits are
// paid) and `form`, the questions `register` and `causes` (only where the register is nonconforming). Its
// judge: a piece that was not delivered is high, what was recommended before is major, late is low, the rest
// medium.
struct ChecklistExample {
    ChecklistExample();

    const model::Checklist& checklist() const { return declared().checklist; }
    const script::ChecklistDeclaration& declared() const { return *plugin.find_checklist("sample/visit"); }

    script::PluginFiles files;
    script::Plugin plugin;
};

}  // namespace cadran::audit
