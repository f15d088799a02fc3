// SPDX-License-Identifier: Apache-2.0
// The files of records that were taken in.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/import.h"
#include "store/database.h"

namespace cadran::store {

class ImportRepository {
  public:
    explicit ImportRepository(Database& database) : database_(database) {}

    // The import of this very file as this type, where there was one.
    std::optional<model::Import> find_received(const std::string& type, const Digest& received);
    // All imports, or those of one type, in order.
    std::vector<model::Import> list(const std::string& type = {});
    // Gives the import its number.
    void insert(model::Import& import);
    // Writes its tombstone; false where it has one already.
    bool purge(const model::Import& import);

  private:
    Database& database_;
};

}  // namespace cadran::store
