// SPDX-License-Identifier: Apache-2.0
#include "store/setting_repository.h"

namespace cadran::store {

std::optional<std::string> SettingRepository::find(const std::string& name) {
    Rows row = database_.query("select value from setting where name = $1", name);
    if (!row.next()) return {};
    return row.text(0);
}

std::map<std::string, std::string> SettingRepository::list() {
    std::map<std::string, std::string> settings;
    for (Rows row = database_.query("select name, value from setting"); row.next();)
        settings[row.text(0)] = row.text(1);
    return settings;
}

void SettingRepository::insert(const std::string& name, const std::string& value) {
    database_.execute("insert into setting (name, value) values ($1, $2)", name, value);
}

void SettingRepository::put(const std::string& name, const std::string& value) {
    database_.execute("delete from setting where name = $1", name);
    if (!value.empty()) insert(name, value);
}

}  // namespace cadran::store
