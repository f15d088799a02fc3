// SPDX-License-Identifier: Apache-2.0
#include "app/refusal.h"

#include "store/unit_of_work.h"

namespace cadran::app {

void journal_refusal(Session& session, const std::string& asked) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    work.journal("request.refuse", "request/" + asked, {}, {});
    work.commit();
}

}  // namespace cadran::app
