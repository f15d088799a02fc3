// SPDX-License-Identifier: Apache-2.0
#include "calendar/region.h"

#include "base/named.h"

namespace cadran::calendar {

namespace {

constexpr Named<Region> regions[] = {
    {Region::metropole, "metropole", "France métropolitaine", "metropolitan France"},
    {Region::alsace_moselle, "alsace-moselle", "Alsace-Moselle", "Alsace-Moselle"},
};

}  // namespace

std::string_view region_name(Region region) {
    return named(regions, region).name;
}
std::optional<Region> parse_region(std::string_view name) {
    return parse_named(regions, name);
}
LocalText region_title(Region region) {
    return title_of(regions, region);
}

}  // namespace cadran::calendar
