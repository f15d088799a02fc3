// SPDX-License-Identifier: Apache-2.0
// The public holidays of France.
#pragma once

#include <vector>

#include "base/message.h"
#include "calendar/region.h"

namespace cadran::calendar {

// Of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature, 1876).
Date easter_sunday(std::chrono::year year);

// The eleven of article L3133-1 of the Code du travail; in Alsace-Moselle also Good Friday and 26 December
// (L3134-13). In order.
std::vector<Date> public_holidays(std::chrono::year year, Region region);

bool is_public_holiday(Date date, Region region);

}  // namespace cadran::calendar
