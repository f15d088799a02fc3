// SPDX-License-Identifier: Apache-2.0
// One section of a process sheet as a form: its fields as they are shown, and what was typed into them.
#pragma once

#include <string>
#include <vector>

#include "app/process_draft.h"
#include "base/json.h"
#include "web/request.h"

namespace cadran::web {

// The rows that the form of that section brought, without those that are to go.
std::vector<definition::TableItem> typed_rows(const definition::TableSection& section,
                                              const Request& request);

// For core/web/templates/process_draft.html: the rows with their fields, an empty one behind those of a list;
// each fault at its field.
Json::Object section_view(const definition::TableSection& section,
                          const std::vector<definition::TableItem>& rows, const app::ProcessDraft& draft,
                          const Diagnostics& faults, const Catalogue& catalogue);

// What is wrong, each with the place of its field on the page, if it has one there.
Json::Array field_faults(const Diagnostics& faults, const definition::TableSection& section,
                         const std::vector<definition::TableItem>& rows, const Catalogue& catalogue);

}  // namespace cadran::web
