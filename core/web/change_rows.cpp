// SPDX-License-Identifier: Apache-2.0
#include "web/change_rows.h"

#include <algorithm>
#include <array>

#include "app/definitions.h"
#include "base/text.h"
#include "report/view.h"
#include "web/route.h"

namespace cadran::web {

namespace {

// `review/pay-benefits/2026-Q3` is seen at `/reviews/pay-benefits/2026-Q3`.
std::string page_of(const app::Change& change) {
    constexpr std::array folders{
        std::pair{"process", "processes"}, std::pair{"plugin", "plugins"},
        std::pair{"review", "reviews"},    std::pair{"management-review", "management-reviews"},
        std::pair{"action", "actions"},    std::pair{"audit", "audits"}};
    const std::vector<std::string_view> parts = split(change.subject, '/');
    const auto folder = std::ranges::find(folders, parts.front(),
                                          [](const auto& one) { return std::string_view(one.first); });
    if (folder == folders.end()) return {};
    std::string place = std::string("/") + folder->second;
    for (std::size_t i = 1; i < parts.size(); ++i) place += "/" + percent_encoded(parts[i]);
    return find_route("GET", place).route == nullptr ? std::string() : place;
}

}  // namespace

Result<Json::Array> change_rows(const std::vector<app::Change>& changes, app::Session& session) {
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    Json::Array rows;
    for (const app::Change& change : changes) {
        const Date day = zone->date_of(change.at);
        rows.push_back(Json::Object{{"by", change.by},
                                    {"date", session.catalogue.date(day)},
                                    {"day", iso_text(day)},
                                    {"place", report::unless_empty(page_of(change))},
                                    {"what", session.catalogue.text(change.what)}});
    }
    return rows;
}

}  // namespace cadran::web
