// SPDX-License-Identifier: Apache-2.0
// One function for each call: reads what it is asked, calls one use case, gives what it says.
#pragma once

#include "app/session.h"
#include "base/json.h"
#include "web/request.h"

namespace cadran::web {

Result<Json> api_me(const Request& request, app::Session& session);
Result<Json> api_due(const Request& request, app::Session& session);
Result<Json> api_processes(const Request& request, app::Session& session);
Result<Json> api_process(const Request& request, app::Session& session);
Result<Json> api_indicators(const Request& request, app::Session& session);
Result<Json> api_indicator(const Request& request, app::Session& session);

Result<Json> api_record_figure(const Request& request, app::Session& session);

Result<Json> api_worklist(const Request& request, app::Session& session);
Result<Json> api_work_item(const Request& request, app::Session& session);
Result<Json> api_decide(const Request& request, app::Session& session);

Result<Json> api_actions(const Request& request, app::Session& session);
Result<Json> api_action(const Request& request, app::Session& session);
Result<Json> api_propose_action(const Request& request, app::Session& session);
Result<Json> api_start_action(const Request& request, app::Session& session);
Result<Json> api_report_progress(const Request& request, app::Session& session);
Result<Json> api_finish_action(const Request& request, app::Session& session);

Result<Json> api_nonconformities(const Request& request, app::Session& session);
Result<Json> api_audits(const Request& request, app::Session& session);
Result<Json> api_imports(const Request& request, app::Session& session);
Result<Json> api_journal(const Request& request, app::Session& session);

}  // namespace cadran::web
