// SPDX-License-Identifier: Apache-2.0
#include "web/paging.h"

#include <algorithm>

#include "base/text.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array paging_labels{"web.next_page", "web.pages", "web.previous_page"};

}  // namespace

Paging::Paging(const Request& request, std::size_t rows)
    : request_(request),
      rows_(rows),
      pages_(std::max<std::size_t>(1, (rows + rows_a_page - 1) / rows_a_page)) {
    const auto asked = parse_integer(request.query.get("page"));
    page_ = static_cast<std::size_t>(
        std::clamp(asked.value_or(1), std::int64_t{1}, static_cast<std::int64_t>(pages_)));
    first_ = (page_ - 1) * rows_a_page;
}

std::string Paging::place_of(std::size_t page) const {
    std::string place = request_.path + "?";
    for (const auto& [name, value] : request_.query) {
        if (name != "page") place += percent_encoded(name) + "=" + percent_encoded(value) + "&";
    }
    return place + "page=" + std::to_string(page);
}

std::string Paging::markup(const Catalogue& catalogue) const {
    if (pages_ == 1) return {};
    const auto number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    const Message said{"web.rows_shown",
                       {{"first", number(first_ + 1)},
                        {"last", number(std::min(first_ + rows_a_page, rows_))},
                        {"all", number(rows_)}}};
    return filled_template("paging",
                           Json::Object{{"label", report::labels(paging_labels, catalogue)},
                                        {"next", page_ < pages_ ? Json(place_of(page_ + 1)) : Json(false)},
                                        {"previous", page_ > 1 ? Json(place_of(page_ - 1)) : Json(false)},
                                        {"said", catalogue.text(said)}});
}

}  // namespace cadran::web
