// SPDX-License-Identifier: Apache-2.0
// What a draft that nobody accepted may read of the records of the workspace when it is tried on them.
#pragma once

#include <vector>

#include "app/session.h"
#include "script/plugin.h"

namespace cadran::app {

// The types of imported records that a control reads: its own, where `over_records` says that it is tried on
// them, and those that it joins or looks in.
std::vector<std::string> types_read(const script::ControlDeclaration& control, bool over_records);

// A draft reads no more than what is in force: types that a control or an indicator in force reads of which
// the actor may see what it finds, and of those the fields that are declared there, as they are declared. So
// nobody learns by a condition of their own what a confided control keeps, nor what a file holds beside its
// declared columns. Fails as refused, naming every type and field beyond.
Done expect_within_reach(Session& session, const script::Plugin& draft,
                         const std::vector<const script::ControlDeclaration*>& controls, bool over_records);

// Refused where a control keeps what it finds for a role that the actor does not have.
Done expect_confidant(const Session& session, const model::Control& control);

}  // namespace cadran::app
