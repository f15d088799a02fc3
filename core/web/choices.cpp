// SPDX-License-Identifier: Apache-2.0
#include "web/choices.h"

#include "app/people.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/words.h"

namespace cadran::web {

Json option(std::string_view value, const std::string& title, std::string_view chosen) {
    return Json::Object{{"chosen", value == chosen}, {"title", title}, {"value", value}};
}

ProcessTitles process_titles(app::Session& session) {
    ProcessTitles titles;
    const auto named = app::sheet_titles(session);
    if (!named) return titles;
    for (const auto& [id, title] : *named) titles[id] = session.catalogue.text(title);
    return titles;
}

const std::string& titled(const ProcessTitles& titles, const std::string& process) {
    const auto found = titles.find(process);
    return found == titles.end() ? process : found->second;
}

Json::Array processes_to_choose(const std::string& chosen, app::Session& session) {
    Json::Array all;
    for (const auto& [id, title] : process_titles(session)) all.push_back(option(id, title, chosen));
    return all;
}

Json::Array colleagues_to_choose(app::Session& session) {
    Json::Array all;
    const auto colleagues = app::list_colleagues(session);
    if (!colleagues) return all;
    for (const app::Colleague& one : *colleagues) all.push_back(option(one.account, one.person, ""));
    return all;
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

std::string typed_text(const Request& request, std::string_view name) {
    return std::string(trimmed(request.form.get(name)));
}

std::string typed_or(const Request& request, std::string_view name, const std::string& known) {
    return request.form.has(name) ? request.form.get(name) : known;
}

std::string date_value(const std::optional<Date>& date) {
    return date ? iso_text(*date) : std::string();
}

std::string date_or_dash(const std::optional<Date>& date, const Catalogue& catalogue) {
    return date ? catalogue.date(*date) : std::string(report::no_value);
}

}  // namespace cadran::web
