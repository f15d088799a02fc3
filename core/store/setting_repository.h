// SPDX-License-Identifier: Apache-2.0
// What a workspace is told once, when it is made.
#pragma once

#include <optional>
#include <string>

#include "store/database.h"

namespace cadran::store {

class SettingRepository {
  public:
    explicit SettingRepository(Database& database) : database_(database) {}

    std::optional<std::string> find(const std::string& name);
    void insert(const std::string& name, const std::string& value);

  private:
    Database& database_;
};

}  // namespace cadran::store
