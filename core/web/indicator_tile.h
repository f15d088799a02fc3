// SPDX-License-Identifier: Apache-2.0
// An indicator small enough to stand beside others: figure, target, verdict, course.
#pragma once

#include "app/indicator_standing.h"
#include "base/catalogue.h"
#include "base/json.h"

namespace cadran::web {

// `/indicators/pay-benefits/decided-before-payment`
std::string indicator_place(std::string_view process, std::string_view indicator);
std::string indicator_place(const app::IndicatorStanding& standing);

// As the template's `tiles` name it.
Json indicator_tile(const app::IndicatorStanding& standing, const Catalogue& catalogue);

// Those of one process.
Json::Array indicator_tiles(const std::vector<app::IndicatorStanding>& standings, std::string_view process,
                            const Catalogue& catalogue);

}  // namespace cadran::web
