// SPDX-License-Identifier: Apache-2.0
// How sheets name what a plugin offers: `claims/over-threshold`.
#pragma once

#include <string>

namespace cadran::app {

// `claims`.
inline std::string plugin_of_reference(const std::string& reference) {
    return reference.substr(0, reference.find('/'));
}

}  // namespace cadran::app
