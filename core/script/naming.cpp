// SPDX-License-Identifier: Apache-2.0
#include "script/naming.h"

#include "script/text_of.h"

namespace cadran::script {

namespace {

bool is_made_of_words(std::string_view name, char separator) {
    constexpr std::size_t greatest_length = 60;
    if (name.empty() || name.size() > greatest_length || name[0] < 'a' || name[0] > 'z') return false;
    return std::ranges::all_of(name, [separator](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == separator;
    });
}

}  // namespace

void check_name(const TableReader& reader, const std::string& path, std::string_view name) {
    if (is_made_of_words(name, '_')) return;
    reader.fault(path, {"script.bad_name", {{"name", shown_text(name)}}}, Message{"script.names_are"});
}

void check_id(const TableReader& reader, const std::string& path, std::string_view id) {
    if (is_id(id)) return;
    reader.fault(path, {"script.bad_name", {{"name", shown_text(id)}}}, Message{"script.ids_are"});
}

bool is_id(std::string_view text) {
    return is_made_of_words(text, '-');
}

std::optional<column::Type> type_named(std::string_view function) {
    using column::Type;
    for (const Type type : {Type::boolean, Type::integer, Type::decimal, Type::money, Type::date, Type::time,
                            Type::duration, Type::text, Type::code, Type::secret, Type::list}) {
        if (column::type_name(type) == function) return type;
    }
    return {};
}

}  // namespace cadran::script
