// SPDX-License-Identifier: Apache-2.0
// What people told the workspace once and need not say again.
#pragma once

#include <string>

#include "store/unit_of_work.h"

namespace cadran::app {

// Within the caller's unit of work, and in its journal where it changes anything. An empty value forgets.
void remember(store::UnitOfWork& work, const std::string& name, const std::string& value);

}  // namespace cadran::app
