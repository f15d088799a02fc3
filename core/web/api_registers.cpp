// SPDX-License-Identifier: Apache-2.0
// The calls that read registers.
#include "app/audit.h"
#include "app/import.h"
#include "app/journal.h"
#include "app/nonconformity.h"
#include "base/text.h"
#include "web/api_calls.h"
#include "web/api_json.h"

namespace cadran::web {

Result<Json> api_nonconformities(const Request& request, app::Session& session) {
    const auto listed = app::list_nonconformities(session, request.query.get("process"));
    if (!listed) return tl::unexpected(listed.error());
    Json::Array list;
    for (const model::Nonconformity& nonconformity : *listed) list.push_back(json_of(nonconformity));
    return list;
}

Result<Json> api_audits(const Request&, app::Session& session) {
    const auto listed = app::list_audits(session, {});
    if (!listed) return tl::unexpected(listed.error());
    Json::Array list;
    for (const app::ListedAudit& audit : *listed) list.push_back(json_of(audit, session.catalogue));
    return list;
}

Result<Json> api_imports(const Request&, app::Session& session) {
    const auto listed = app::list_imports(session, "");
    if (!listed) return tl::unexpected(listed.error());
    Json::Array list;
    for (const model::Import& import : *listed) list.push_back(json_of(import));
    return list;
}

Result<Json> api_journal(const Request& request, app::Session& session) {
    const std::string after = request.query.get("after");
    const auto number = parse_integer(after.empty() ? "0" : after);
    if (!number) return invalid(Message{"web.member_of_another_kind", {{"member", "after"}}});
    const auto listed = app::list_journal(session, *number);
    if (!listed) return tl::unexpected(listed.error());
    Json::Array list;
    for (const app::ListedEntry& entry : *listed) list.push_back(json_of(entry));
    return list;
}

}  // namespace cadran::web
