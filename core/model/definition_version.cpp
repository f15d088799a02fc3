// SPDX-License-Identifier: Apache-2.0
#include "model/definition_version.h"

namespace cadran::model {

std::string_view definition_kind_name(DefinitionKind kind) {
    switch (kind) {
        case DefinitionKind::workspace: return "workspace";
        case DefinitionKind::process: return "process";
        case DefinitionKind::plugin: break;
    }
    return "plugin";
}

}  // namespace cadran::model
