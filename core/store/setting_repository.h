// SPDX-License-Identifier: Apache-2.0
// What a workspace was told: when it was made, and later by its people.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/database.h"

namespace cadran::store {

class SettingRepository {
  public:
    explicit SettingRepository(Database& database) : database_(database) {}

    std::optional<std::string> find(const std::string& name);
    // All of them by name.
    std::map<std::string, std::string> list();
    void insert(const std::string& name, const std::string& value);
    // Whether there was one of that name or not; an empty value removes it.
    void put(const std::string& name, const std::string& value);

  private:
    Database& database_;
};

}  // namespace cadran::store
