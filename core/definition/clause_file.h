// SPDX-License-Identifier: Apache-2.0
// A catalogue of the clauses of a standard as a file, after processes/clauses.xsd.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "definition/places.h"
#include "model/clause_catalogue.h"

namespace cadran::definition {

struct ClauseFile {
    model::ClauseCatalogue catalogue;
    // `id`, `earlier`, `from/<number>` of each mapping.
    Places places;
};

// As read_process.
Result<ClauseFile> read_clauses(std::string_view bytes, const std::string& file_name);

}  // namespace cadran::definition
