// SPDX-License-Identifier: Apache-2.0
// Text from people, made fit for HTML, SVG and XML.
#pragma once

#include <string>
#include <string_view>

namespace cadran::report {

// For element content and quoted attributes. What XML cannot carry at all (control characters, U+FFFE,
// U+FFFF, bytes that are not UTF-8) becomes U+FFFD.
std::string escaped(std::string_view text);

}  // namespace cadran::report
