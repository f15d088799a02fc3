// SPDX-License-Identifier: Apache-2.0
// Files of the repository that the program carries inside, so that it runs from anywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cadran {

// The bytes of an embedded file, named by its path in the repository (`processes/process.xsd`).
// Throws std::out_of_range where the build did not embed it.
std::string_view resource(std::string_view path);

// The paths of all embedded files below a folder (`plugins/`), sorted.
std::vector<std::string_view> resources_below(std::string_view folder);

}  // namespace cadran
