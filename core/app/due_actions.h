// SPDX-License-Identifier: Apache-2.0
// What falls due of actions: to decide, to start, to finish, to judge.
#pragma once

#include <string>
#include <vector>

#include "app/due.h"
#include "app/due_people.h"
#include "model/process.h"

namespace cadran::app {

// In the order of their numbers, whatever their day; `overdue` is left to the caller. With an account, those
// alone that may concern it are read: what others have to decide costs nothing then.
std::vector<DueItem> actions_due(store::Database& database, DuePeople& people, const model::Process& process,
                                 Date today, const std::string& account);

}  // namespace cadran::app
