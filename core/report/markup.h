// SPDX-License-Identifier: Apache-2.0
// Text from people, made fit for HTML, SVG, XML and PDF.
#pragma once

#include <string>
#include <string_view>

namespace cadran::report {

// For element content and quoted attributes. What XML cannot carry at all (control characters, U+FFFE,
// U+FFFF, bytes that are not UTF-8) becomes U+FFFD.
std::string escaped(std::string_view text);

// The same characters replaced, and nothing escaped: for text that is set, not marked up.
std::string printable(std::string_view text);

}  // namespace cadran::report
