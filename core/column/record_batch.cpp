// SPDX-License-Identifier: Apache-2.0
#include "column/record_batch.h"

#include <bit>
#include <cstring>
#include <stdexcept>

namespace cadran::column {

using namespace std::chrono;

namespace {

// None where the number has more digits behind the point than the field keeps, or too many before it.
std::optional<std::int64_t> units_of(const Decimal& number, int decimals) {
    Decimal scaled = number;
    for (; scaled.scale > decimals; --scaled.scale) {
        if (scaled.units % 10 != 0) return {};
        scaled.units /= 10;
    }
    for (; scaled.scale < decimals; ++scaled.scale) {
        if (__builtin_mul_overflow(scaled.units, std::int64_t{10}, &scaled.units)) return {};
    }
    return scaled.units;
}

[[noreturn]] void refuse(const Field& field) {
    throw std::invalid_argument("a value that field " + field.name + " cannot hold");
}

std::int64_t number_of(const Field& field, const Scalar& value) {
    switch (field.type) {
        case Type::boolean:
            if (const auto* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
            break;
        case Type::integer:
            if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
            break;
        case Type::decimal:
            if (const auto* decimal = std::get_if<Decimal>(&value)) {
                if (const auto units = units_of(*decimal, field.decimals)) return *units;
            }
            break;
        case Type::duration:
            if (const auto* duration = std::get_if<Duration>(&value);
                duration && duration->unit == field.unit) {
                return duration->count;
            }
            break;
        case Type::money:
            if (const auto* money = std::get_if<Money>(&value); money && money->currency == field.currency) {
                return money->cents;
            }
            break;
        case Type::date:
            if (const auto* date = std::get_if<Date>(&value))
                return sys_days{*date}.time_since_epoch().count();
            break;
        case Type::time:
            if (const auto* instant = std::get_if<Instant>(&value))
                return instant->time_since_epoch().count();
            break;
        case Type::secret:
            if (const auto* secret = std::get_if<Secret>(&value))
                return std::bit_cast<std::int64_t>(secret->hash);
            break;
        case Type::text:
        case Type::code:
        case Type::list: break;
    }
    refuse(field);
}

std::uint32_t code_of(const Field& field, const std::string& name) {
    for (std::size_t i = 0; i < field.codes.size(); ++i) {
        if (field.codes[i].name == name) return static_cast<std::uint32_t>(i);
    }
    refuse(field);
}

void append_value(Column& column, const Field& field, const Scalar& value) {
    const bool present = !is_missing(value);
    if (auto* numbers = std::get_if<Numbers>(&column.values)) {
        numbers->push_back(present ? number_of(field, value) : 0);
    } else {
        const auto* text = std::get_if<std::string>(&value);
        if (present && text == nullptr) refuse(field);
        if (auto* texts = std::get_if<Texts>(&column.values))
            texts->append(present ? *text : "");
        else
            std::get<Codes>(column.values).push_back(present ? code_of(field, *text) : 0);
    }
    column.present.push_back(present ? 1 : 0);
}

// As memcpy, but quicker where texts are short: in two parts that overlap.
void copy_short(std::string_view text, char* to) {
    const auto copy_ends = [&](auto part) {
        const std::size_t last = text.size() - sizeof part;
        auto other = part;
        std::memcpy(&part, text.data(), sizeof part);
        std::memcpy(&other, text.data() + last, sizeof part);
        std::memcpy(to, &part, sizeof part);
        std::memcpy(to + last, &other, sizeof part);
    };
    if (text.size() > 16)
        std::memcpy(to, text.data(), text.size());
    else if (text.size() >= 8)
        copy_ends(std::uint64_t{});
    else if (text.size() >= 4)
        copy_ends(std::uint32_t{});
    else
        for (std::size_t i = 0; i < text.size(); ++i) to[i] = text[i];
}

Scalar number_scalar(const Field& field, std::int64_t number) {
    switch (field.type) {
        case Type::boolean: return number != 0;
        case Type::decimal: return Decimal{number, field.decimals};
        case Type::duration: return Duration{number, field.unit};
        case Type::money: return Money{number, field.currency};
        case Type::date: return Date{sys_days{days{number}}};
        case Type::time: return Instant{microseconds{number}};
        case Type::secret: return Secret{std::bit_cast<std::uint64_t>(number)};
        default: return number;
    }
}

}  // namespace

void Texts::append(std::string_view text) {
    bytes += text;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void Texts::clear() {
    offsets.resize(1);
    bytes.clear();
}

void Texts::assign(std::span<const std::string_view> texts) {
    offsets.resize(texts.size() + 1);
    std::size_t size = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        size += texts[i].size();
        offsets[i + 1] = static_cast<std::uint32_t>(size);
    }
    bytes.resize(size);
    for (std::size_t i = 0; i < texts.size(); ++i) copy_short(texts[i], bytes.data() + offsets[i]);
}

Column::Column(Type type) {
    if (type == Type::text)
        values = Texts{};
    else if (type == Type::code)
        values = Codes{};
}

RecordBatch::RecordBatch(std::shared_ptr<const Schema> record_schema) : schema(std::move(record_schema)) {
    for (const Field& field : schema->fields()) columns.emplace_back(field.type);
}

void RecordBatch::append(const std::vector<Scalar>& record, std::int64_t line) {
    if (record.size() != columns.size() || rows == greatest_rows)
        throw std::invalid_argument("record does not fit its batch");
    for (std::size_t i = 0; i < columns.size(); ++i) append_value(columns[i], schema->field(i), record[i]);
    end_row(line);
}

void RecordBatch::append(std::span<const Slot> record, std::int64_t line) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Column& column = columns[i];
        const Slot& slot = record[i];
        column.present.push_back(slot.present ? 1 : 0);
        if (auto* numbers = std::get_if<Numbers>(&column.values))
            numbers->push_back(slot.number);
        else if (auto* texts = std::get_if<Texts>(&column.values))
            texts->append(slot.text);
        else
            std::get<Codes>(column.values).push_back(static_cast<std::uint32_t>(slot.number));
    }
    end_row(line);
}

void RecordBatch::clear() {
    for (Column& column : columns) {
        std::visit([](auto& values) { values.clear(); }, column.values);
        column.present.clear();
    }
    line_offsets.clear();
    rows = 0;
}

void RecordBatch::end_row(std::int64_t line) {
    if (rows == 0) first_line = line;
    line_offsets.push_back(static_cast<std::uint32_t>(line - first_line));
    ++rows;
}

Scalar RecordBatch::scalar(std::size_t row, std::size_t field) const {
    const Column& column = columns[field];
    const Field& definition = schema->field(field);
    if (!has(row, field)) return Missing{};
    if (const auto* numbers = std::get_if<Numbers>(&column.values))
        return number_scalar(definition, (*numbers)[row]);
    if (const auto* texts = std::get_if<Texts>(&column.values)) return std::string(texts->at(row));
    return definition.codes[std::get<Codes>(column.values)[row]].name;
}

}  // namespace cadran::column
