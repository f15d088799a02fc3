// SPDX-License-Identifier: Apache-2.0
#include "script/table_reader.h"

#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

Message about(std::string id, std::string_view key) {
    return {std::move(id), {{"key", std::string(key)}}};
}

Message known_keys(const Shape& shape) {
    return {"script.known_keys", {{"keys", fmt::format("{}", fmt::join(shape.keys, ", "))}}};
}

}  // namespace

TableReader::TableReader(const Declaration& declaration, const Data& table, std::string path,
                         const Shape& shape, Diagnostics& faults)
    : declaration_(declaration), table_(table), path_(std::move(path)), faults_(faults) {
    for (const Member& member : table_.members) {
        if (faults_.size() >= greatest_faults) break;
        if (std::ranges::find(shape.keys, member.name) != shape.keys.end()) continue;
        fault(this->path(member.name), about("script.unknown_key", member.name),
              nearest(member.name, shape.keys).value_or(known_keys(shape)));
    }
    if (!table_.items.empty()) fault(item_path(path_, 0), {"script.item_without_key"}, known_keys(shape));
}

std::string TableReader::path(std::string_view key) const {
    return (path_.empty() ? "" : path_ + ".") + std::string(key);
}

std::string TableReader::item_path(const std::string& list, std::size_t index) {
    return fmt::format("{}[{}]", list, index + 1);
}

Place TableReader::place(const std::string& path) const {
    return declaration_.places.key(path).value_or(Place{declaration_.file, declaration_.data.line, 0});
}

Place TableReader::place_of_text(const std::string& path) const {
    return declaration_.places.text(path).value_or(Place{declaration_.file, place(path).line, 0});
}

void TableReader::fault(const std::string& path, Message what, std::optional<Message> hint) const {
    faults_.push_back({place(path), std::move(what), std::move(hint)});
}

const Data* TableReader::required(std::string_view key) const {
    const Data* value = table_.find(key);
    if (value == nullptr) fault(path_, about("script.missing_key", key));
    return value;
}

std::string TableReader::checked_text(const Data& value, const std::string& path) const {
    const std::string_view key = std::string_view(path).substr(path.rfind('.') + 1);
    if (value.kind != Data::Kind::text)
        fault(path, about("script.not_a_text", key));
    else if (trimmed(value.text).empty())
        fault(path, about("script.empty_text", key));
    else if (!is_utf8(value.text))
        fault(path, about("script.text_not_utf8", key));
    else if (steers_a_display(value.text))
        fault(path, about("script.text_steers", key));
    else
        return value.text;
    return {};
}

std::string TableReader::text(std::string_view key) const {
    const Data* value = required(key);
    return value == nullptr ? "" : checked_text(*value, path(key));
}

std::optional<std::string> TableReader::optional_text(std::string_view key) const {
    const Data* value = table_.find(key);
    if (value == nullptr) return {};
    return checked_text(*value, path(key));
}

LocalText TableReader::local_text(std::string_view key) const {
    const Data* value = required(key);
    if (value == nullptr) return {};
    if (value->kind == Data::Kind::text) {
        fault(path(key), about("script.text_in_one_language", key), Message{"script.write_both_languages"});
        return {};
    }
    const auto reader = inside(*value, path(key), shape("LocalText"));
    if (!reader) return {};
    return {reader->text("fr"), reader->text("en")};
}

bool TableReader::flag(std::string_view key) const {
    const Data* value = table_.find(key);
    if (value == nullptr) return false;
    if (value->kind != Data::Kind::boolean) fault(path(key), about("script.not_a_boolean", key));
    return value->boolean;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key) const {
    const Data* value = required(key);
    if (value == nullptr) return {};
    if (value->kind == Data::Kind::integer) return value->integer;
    fault(path(key), about("script.not_an_integer", key));
    return {};
}

bool TableReader::function(std::string_view key) const {
    const Data* value = table_.find(key);
    if (value == nullptr) return false;
    if (value->kind != Data::Kind::function) fault(path(key), about("script.not_a_function", key));
    return value->kind == Data::Kind::function;
}

const std::vector<Data>& TableReader::list(std::string_view key) const {
    static const std::vector<Data> nothing;
    const Data* value = table_.find(key);
    if (value == nullptr) return nothing;
    const bool is_list =
        value->kind == Data::Kind::table && value->construct.empty() && value->members.empty();
    if (!is_list) fault(path(key), about("script.not_a_list", key));
    return is_list ? value->items : nothing;
}

const std::vector<Member>& TableReader::members(std::string_view key) const {
    static const std::vector<Member> nothing;
    const Data* value = table_.find(key);
    if (value == nullptr) return nothing;
    const bool has_names =
        value->kind == Data::Kind::table && value->construct.empty() && value->items.empty();
    if (!has_names) fault(path(key), about("script.not_a_table_of_names", key));
    return has_names ? value->members : nothing;
}

std::optional<TableReader> TableReader::table(std::string_view key, const Shape& shape) const {
    const Data* value = table_.find(key);
    if (value == nullptr) return {};
    return inside(*value, path(key), shape);
}

std::optional<Decimal> TableReader::decimal(std::string_view key) const {
    const Data* value = table_.find(key);
    if (value == nullptr) return {};
    if (value->kind == Data::Kind::integer) return Decimal{value->integer, 0};
    const auto number = value->kind == Data::Kind::number ? Decimal::parse(value->text) : std::nullopt;
    if (!number) fault(path(key), about("script.not_a_number", key));
    return number;
}

std::optional<TableReader> TableReader::inside(const Data& table, std::string path,
                                               const Shape& shape) const {
    if (table.kind != Data::Kind::table) {
        fault(path, about("script.not_a_table", std::string_view(path).substr(path.rfind('.') + 1)),
              known_keys(shape));
        return {};
    }
    return TableReader(declaration_, table, std::move(path), shape, faults_);
}

}  // namespace cadran::script
