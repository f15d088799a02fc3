// SPDX-License-Identifier: Apache-2.0
// Whose public holidays count.
#pragma once

#include <optional>
#include <string_view>

#include "base/message.h"

namespace cadran::calendar {

enum class Region { metropole, alsace_moselle };

// `metropole`, `alsace-moselle`: as files write it.
std::string_view region_name(Region region);
std::optional<Region> parse_region(std::string_view name);
LocalText region_title(Region region);

}  // namespace cadran::calendar
