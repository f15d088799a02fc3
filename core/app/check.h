// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with the drafts of a workspace, in one go.
#pragma once

#include "app/definitions.h"
#include "app/offer.h"
#include "app/session.h"

namespace cadran::app {

struct CheckedDrafts {
    int files = 0;
    Diagnostics faults;  // of all drafts, by place
};

// Each file by itself, then what they say of each other, of plugins and of accounts.
Result<CheckedDrafts> check_drafts(Session& session);

// What is in force on that date. Processes count as known as soon as they are drafted or handed in: they are
// accepted one after the other.
Result<Offer> offer_on(Workspace& workspace, Date date);

// Replaces what the offer knows of the organisation and its catalogues.
void take_workspace(Offer& offer, const Files& files);

// Each file of a workspace definition by itself, and against each other and the accounts.
Diagnostics faults_of_workspace(Workspace& workspace, const Files& files);

}  // namespace cadran::app
