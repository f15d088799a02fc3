// SPDX-License-Identifier: Apache-2.0
// The way of every definition into force: its author hands a draft in, somebody else accepts it from a date.
#pragma once

#include <string>

#include "app/definitions.h"
#include "app/session.h"

namespace cadran::app {

struct AcceptDraft {
    std::string name;
    Date from;  // may lie in the past, with a reason
    std::string reason;
    int number = 0;  // of the version that was read; 0: whichever is the newest
};

// `process draft pay-benefits`, as it is typed; the workspace has no name there.
std::string command_words(model::DefinitionKind kind, std::string_view verb, const std::string& name);

// Keeps the content as the next version. Fails as conflict where the newest version has the same content.
Result<model::DefinitionVersion> hand_in(Session& session, model::DefinitionKind kind,
                                         const std::string& name, const Files& files,
                                         const std::string& review = {});

// The newest version of that name, if it is a draft that this actor may accept: not their own.
Result<model::DefinitionVersion> draft_to_accept(Session& session, model::DefinitionKind kind,
                                                 const AcceptDraft& command);

// Puts a draft in force, within the caller's unit of work.
Done accept(store::UnitOfWork& work, model::DefinitionVersion& draft, const AcceptDraft& command);

}  // namespace cadran::app
