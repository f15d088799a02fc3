// SPDX-License-Identifier: Apache-2.0
// The headings of an organisation's own registers, told once and known the next time.
#pragma once

#include <string>

#include "app/session.h"
#include "definition/register_table.h"
#include "store/unit_of_work.h"

namespace cadran::app {

// Under the name of a setting; empty where nothing was imported yet.
definition::RegisterColumns remembered_columns(Session& session, const std::string& setting);

// Within the caller's unit of work.
void remember_columns(store::UnitOfWork& work, const std::string& setting,
                      const definition::RegisterColumns& columns);

}  // namespace cadran::app
