// SPDX-License-Identifier: Apache-2.0
#include "report/review_parts.h"

#include "base/text.h"

namespace cadran::report {

Json json_of(const std::optional<Date>& date) {
    return date ? Json(iso_text(*date)) : Json();
}

Json json_of(const LocalText& text) {
    return Json::Object{{"en", text.en}, {"fr", text.fr}};
}

Json json_of(const std::optional<model::Mark>& mark) {
    if (!mark) return {};
    return Json::Object{{"at", iso_text(mark->at)}, {"by", mark->by}};
}

Json json_of(const model::PackFile& file) {
    return Json::Object{{"name", file.name}, {"sha256", file.digest.hex()}};
}

}  // namespace cadran::report
