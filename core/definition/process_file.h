// SPDX-License-Identifier: Apache-2.0
// The sheet of a process as a file: XML after processes/process.xsd.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "definition/places.h"
#include "model/process.h"

namespace cadran::definition {

struct ProcessFile {
    model::Process process;
    // `id`, `pilot`, `backup/<account>`, `objective/<id>`, `objective/<id>/indicator`, `indicator/<id>`,
    // `indicator/<id>/measure`, `control/<plugin>/<name>`, `control/<plugin>/<name>/<parameter>`.
    Places places;
};

// Fails with all faults that the file alone shows, by place: of form, then, where the form is right, of
// values and of meaning together. Whether accounts and plugins exist is not asked. Safe on any bytes and from
// any thread; `file_name` is what the diagnostics say.
Result<ProcessFile> read_process(std::string_view bytes, const std::string& file_name);

}  // namespace cadran::definition
