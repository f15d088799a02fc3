// SPDX-License-Identifier: Apache-2.0
// Invented process sheets and maps to be reported on.
#pragma once

#include <string>

#include "report/process_map.h"
#include "report/process_sheet.h"

namespace cadran::report {

// A full sheet in force: every kind of entry, and as much of it as a real one has.
ProcessSheet sample_sheet();
// The least that a sheet may hold, as a draft.
ProcessSheet bare_sheet();
// The sample with every text a hostile one.
ProcessSheet hostile_sheet();
// Each text of the sample many times as long, and one indicator longer than a page.
ProcessSheet long_sheet();

// Twelve processes of three families with thirty flows, two of them with all processes; one is part
// of those.
ProcessMap map_of_twelve();

inline const std::string hostile_text = "<script>alert(\"1\")</script> 'x' & {{title}} {x} \x01 ]]>";

}  // namespace cadran::report
