// SPDX-License-Identifier: Apache-2.0
// The organisation's logo: a small picture, PNG or SVG, that holds nothing but itself.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace cadran::report {

inline constexpr std::size_t greatest_logo = std::size_t{256} << 10;  // bytes

bool is_png(std::string_view bytes);

// What keeps it from being shown, without a place; empty where nothing does. Of an SVG: scripts, what moves,
// pages within it, and whatever refers to anything outside it.
Diagnostics logo_faults(std::string_view bytes);

// As the address of a picture in a page (`data:…`); empty for none.
std::string logo_address(std::string_view bytes);

}  // namespace cadran::report
