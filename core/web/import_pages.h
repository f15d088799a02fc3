// SPDX-License-Identifier: Apache-2.0
// Files of records, of risks and of actions that people bring, and what came of them.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> imports_page(const Request& request, app::Session& session, ImportDesk& desk);
// Takes the file and answers at once: it is read afterwards.
Result<Response> import_records_form(const Request& request, app::Session& session, ImportDesk& desk);
// How far it is, or what came of it.
Result<Response> errand_page(const Request& request, app::Session& session, ImportDesk& desk);
// The same as an event; browsers ask again for the next.
Result<Response> errand_events(const Request& request, app::Session& session, ImportDesk& desk);
// The lines that were not taken, to be corrected.
Result<Response> errand_rejects(const Request& request, app::Session& session, ImportDesk& desk);

Result<Response> import_actions_form(const Request& request, app::Session& session, ImportDesk& desk);
Result<Response> import_risks_form(const Request& request, app::Session& session, ImportDesk& desk);

// The page of imports again, with what is wrong above its forms, or what came of a register.
struct ImportNews {
    const Failure* failure = nullptr;
    std::vector<std::string> said = {};
    Diagnostics to_mend = {};
};
Result<Response> shown_imports(const ImportNews& news, const Request& request, app::Session& session,
                               ImportDesk& desk);

}  // namespace cadran::web
