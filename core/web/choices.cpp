// SPDX-License-Identifier: Apache-2.0
#include "web/choices.h"

#include "base/text.h"

namespace cadran::web {

Json option(std::string_view value, const std::string& title, std::string_view chosen) {
    return Json::Object{{"chosen", value == chosen}, {"title", title}, {"value", value}};
}

std::optional<Date> date_field(const Request& request, std::string_view name, Diagnostics& faults) {
    const std::string text(trimmed(request.form.get(name)));
    if (text.empty()) return {};
    auto date = parse_date(text);
    if (!date) faults.push_back({{}, {"web.not_a_date", {{"value", text}}}, Message{"web.date_form"}});
    return date;
}

std::vector<std::string> lines_field(const Request& request, std::string_view name) {
    const std::string text = request.form.get(name);
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) {
        if (!trimmed(line).empty()) lines.emplace_back(trimmed(line));
    }
    return lines;
}

Result<std::int64_t> number_parameter(const Request& request, std::string_view name) {
    const auto number = parse_integer(request.parameter(name));
    if (!number) return not_found({"web.no_such_number", {{"number", request.parameter(name)}}});
    return *number;
}

}  // namespace cadran::web
