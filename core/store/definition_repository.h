// SPDX-License-Identifier: Apache-2.0
// Versions of the workspace, processes and plugins: drafts and what is or was in force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/definition_version.h"
#include "store/database.h"

namespace cadran::store {

class DefinitionRepository {
  public:
    explicit DefinitionRepository(Database& database) : database_(database) {}

    std::optional<model::DefinitionVersion> find(model::DefinitionKind kind, const std::string& name,
                                                 int number);
    // The version in force on that date: of those accepted from that date or earlier, the one accepted from
    // the latest date; of those, the newest.
    std::optional<model::DefinitionVersion> in_force(model::DefinitionKind kind, const std::string& name,
                                                     Date date);
    // The newest version, accepted or not.
    std::optional<model::DefinitionVersion> newest(model::DefinitionKind kind, const std::string& name);
    // The version that was accepted last, from whatever date.
    std::optional<model::DefinitionVersion> newest_accepted(model::DefinitionKind kind,
                                                            const std::string& name);
    std::vector<model::DefinitionVersion> list(model::DefinitionKind kind);
    // The names of that kind of which some version was accepted.
    // When the first of its versions came into force; some must have.
    Date first_in_force(model::DefinitionKind kind, const std::string& name);
    // Those in force on that date, by name.
    std::vector<model::DefinitionVersion> all_in_force(model::DefinitionKind kind, Date date);
    std::vector<std::string> accepted_names(model::DefinitionKind kind);
    void insert(const model::DefinitionVersion& draft);
    // False where somebody accepted it meanwhile.
    bool accept(const model::DefinitionVersion& version);

  private:
    Database& database_;
};

}  // namespace cadran::store
