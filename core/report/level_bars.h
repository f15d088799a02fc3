// SPDX-License-Identifier: Apache-2.0
// How many recommendations there are of each of the five levels, as a picture.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/catalogue.h"
#include "model/severity.h"

namespace cadran::report {

// `levels` names all five; the gravest stands on top.
std::string level_bars(const std::map<model::Severity, std::int64_t>& counts,
                       const std::map<model::Severity, LocalText>& levels, const Catalogue& catalogue);

// `major`, `very-low`: how style sheets name a level.
std::string level_class(model::Severity level);

}  // namespace cadran::report
