// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "store/setting_repository.h"
#include "store/state.h"

namespace cadran::app {

void remember(store::UnitOfWork& work, const std::string& name, const std::string& value) {
    store::SettingRepository settings(work.database());
    if (settings.find(name).value_or("") == value) return;
    const Json before = store::to_json(settings.list());
    settings.put(name, value);
    work.journal("setting.change", store::workspace_subject, before, store::to_json(settings.list()));
}

}  // namespace cadran::app
