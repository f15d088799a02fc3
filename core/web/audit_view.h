// SPDX-License-Identifier: Apache-2.0
// One audit on its page: what it is about, how far it is, and the forms of the steps that come next.
#pragma once

#include "web/audit_desk.h"

namespace cadran::web {

// With what was typed, and what is wrong with it, where a form came back.
Response shown_audit(const AuditDesk& desk, const Failure* failure, const Request& request,
                     app::Session& session);

// Its phases in order, each as templates name it: `look`, `note`, `state`, `title`, `when`.
Json::Array audit_phases(const AuditDesk& desk, const Catalogue& catalogue, const calendar::Zone& zone);

}  // namespace cadran::web
