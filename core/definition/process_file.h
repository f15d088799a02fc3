// SPDX-License-Identifier: Apache-2.0
// The sheet of a process as a file: XML after processes/process.xsd.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "definition/places.h"
#include "format/xml_element.h"
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

// The same of a tree that was made out of something else. `already` was found before: what follows from a
// fault at the same place is left out.
Result<ProcessFile> read_process_tree(format::XmlElement root, const std::string& file_name,
                                      Diagnostics already);

// The elements of a sheet whose form is right, with their places; fails with all faults of form.
Result<format::XmlElement> process_elements(std::string_view bytes, const std::string& file_name);

// Whether a tree that was made out of something else has the form of a sheet: all faults of form and values.
Diagnostics form_faults(format::XmlElement root);

// What such elements state, whatever is wrong with what it means.
model::Process stated_process(const format::XmlElement& root);

// Id, title, pilot and back-ups that such elements state: enough to tell whose process it is.
model::Process people_of(const format::XmlElement& root);

// The risks and the opportunities that such elements state.
std::vector<model::Risk> risks_of(const format::XmlElement& root);
std::vector<model::Opportunity> opportunities_of(const format::XmlElement& root);

}  // namespace cadran::definition
