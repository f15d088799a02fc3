// SPDX-License-Identifier: Apache-2.0
#include "app/remembered_columns.h"

#include "app/settings.h"
#include "base/json.h"
#include "store/setting_repository.h"

namespace cadran::app {

definition::RegisterColumns remembered_columns(Session& session, const std::string& setting) {
    definition::RegisterColumns columns;
    const auto text = store::SettingRepository(session.workspace.database()).find(setting);
    const auto json = text ? Json::parse(*text) : Result<Json>(Json());
    if (!json || !json->is_object()) return columns;
    for (const auto& [field, heading] : json->object()) columns[field] = heading.string();
    return columns;
}

void remember_columns(store::UnitOfWork& work, const std::string& setting,
                      const definition::RegisterColumns& columns) {
    Json::Object object;
    for (const auto& [field, heading] : columns) object[field] = heading;
    remember(work, setting, Json(std::move(object)).canonical_text());
}

}  // namespace cadran::app
