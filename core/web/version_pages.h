// SPDX-License-Identifier: Apache-2.0
// Versions of processes, plugins and the organisation: what each one changed, who wrote it and who put it in force.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> process_versions_page(const Request& request, app::Session& session);
Result<Response> process_version_page(const Request& request, app::Session& session);
Result<Response> accept_process_form(const Request& request, app::Session& session);
Result<Response> plugin_versions_page(const Request& request, app::Session& session);
Result<Response> plugin_version_page(const Request& request, app::Session& session);
Result<Response> accept_plugin_form(const Request& request, app::Session& session);
Result<Response> organisation_versions_page(const Request& request, app::Session& session);
Result<Response> organisation_version_page(const Request& request, app::Session& session);
Result<Response> accept_organisation_form(const Request& request, app::Session& session);

}  // namespace cadran::web
