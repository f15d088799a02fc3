// SPDX-License-Identifier: Apache-2.0
// Which steps of an action come next, for who looks at it.
#pragma once

#include "app/session.h"
#include "model/action.h"
#include "model/process.h"

namespace cadran::web {

struct ActionSteps {
    bool decide = false;
    bool start = false;
    bool report = false;  // its progress, or that it is done
    bool verify = false;
    bool cancel = false;
};

// Those that the state allows today and the person has the right to; whether what they fill in is enough is
// the use case's to say. `process` is null where its sheet is not there to be read.
ActionSteps steps_of(const model::Action& action, const model::Process* process, const app::Session& session,
                     Date today);

}  // namespace cadran::web
