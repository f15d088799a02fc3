// SPDX-License-Identifier: Apache-2.0
// Where an organisation works: whose civil time and whose public holidays count.
#pragma once

#include "calendar/region.h"
#include "calendar/zone.h"

namespace cadran::calendar {

struct Locality {
    Zone zone;
    Region region = Region::metropole;
};

}  // namespace cadran::calendar
