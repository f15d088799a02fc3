// SPDX-License-Identifier: Apache-2.0
// Fields of forms, to be chosen from and to be read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "base/catalogue.h"
#include "base/json.h"
#include "base/result.h"
#include "web/request.h"

namespace cadran::web {

// The options of a list, as templates name them: `value`, `title`, `chosen`.
Json option(std::string_view value, const std::string& title, std::string_view chosen);

// Of an enumeration, by its names and titles.
template <typename Values, typename Name, typename Title>
Json::Array options(const Values& values, Name name, Title title, std::string_view chosen,
                    const Catalogue& catalogue) {
    Json::Array all;
    for (const auto value : values) all.push_back(option(name(value), catalogue.text(title(value)), chosen));
    return all;
}

// What the processes in force are called, by id; none for who may not read them.
using ProcessTitles = std::map<std::string, std::string>;
ProcessTitles process_titles(app::Session& session);
// The id where it is none of them.
const std::string& titled(const ProcessTitles& titles, const std::string& process);

Json::Array processes_to_choose(const std::string& chosen, app::Session& session);

// Who may be charged with something, for the suggestions of a field; none for who may not know.
Json::Array colleagues_to_choose(app::Session& session);

// The text of that field, without white space at its ends.
std::string typed_text(const Request& request, std::string_view name);
// What was typed last, else what is known.
std::string typed_or(const Request& request, std::string_view name, const std::string& known);
// As fields of dates have it; empty where there is none.
std::string date_value(const std::optional<Date>& date);
// In words; a dash where there is none.
std::string date_or_dash(const std::optional<Date>& date, const Catalogue& catalogue);

// The date of that field, none where it is empty; what is no date is told in `faults`.
std::optional<Date> date_field(const Request& request, std::string_view name, Diagnostics& faults);

// Each line of that field which is not blank.
std::vector<std::string> lines_field(const Request& request, std::string_view name);

// The number in the path.
Result<std::int64_t> number_parameter(const Request& request, std::string_view name);

}  // namespace cadran::web
