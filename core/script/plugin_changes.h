// SPDX-License-Identifier: Apache-2.0
// What changed in meaning between two versions of a plugin.
#pragma once

#include <vector>

#include "model/change_list.h"
#include "script/plugin.h"

namespace cadran::script {

// Declared data first; then the files whose code changed beside it, a judge or a library, by name.
std::vector<model::Change> changes(const Plugin& before, const PluginFiles& files_before, const Plugin& after,
                                   const PluginFiles& files_after, const Catalogue& catalogue);

}  // namespace cadran::script
