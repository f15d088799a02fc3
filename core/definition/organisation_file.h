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
    // `name`, `zone`, `currency`, `standard`, `logo`, `exclusion/<clause>`, `member/<account>`,
    // `member/<account>/department`, `department/<id>/manager`.
    Places places;
};

// As read_process.
Result<OrganisationFile> read_organisation(std::string_view bytes, const std::string& file_name);

// The workspace.xml of a new organisation: the template processes/workspace.xml under its name.
std::string new_organisation(std::string_view name);

}  // namespace cadran::definition
