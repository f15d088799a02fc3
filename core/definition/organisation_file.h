// SPDX-License-Identifier: Apache-2.0
// The file workspace.xml, after processes/workspace.xsd.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "definition/places.h"
#include "model/organisation.h"

namespace cadran::definition {

struct OrganisationFile {
    model::Organisation organisation;
    Places places;  // `name`, `zone`, `currency`
};

// As read_process.
Result<OrganisationFile> read_organisation(std::string_view bytes, const std::string& file_name);

// The workspace.xml that read_organisation reads back.
std::string organisation_text(const model::Organisation& organisation);

}  // namespace cadran::definition
