// SPDX-License-Identifier: Apache-2.0
#include "control/likeness.h"

#include <algorithm>

#include "base/hash.h"

namespace cadran::control {

namespace {

__extension__ using Wide = __int128;

constexpr HashKey no_key{};  // fingerprints that never leave this search

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::uint64_t magnitude(std::int64_t value) {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

// The values of columns as they stand there, parted by what no number holds at that place.
void put(std::string& bytes, const column::RecordBatch& batch, std::size_t row, std::size_t field) {
    const auto put_number = [&](std::uint64_t number) {
        for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift);
    };
    const column::Column& column = batch.columns[field];
    if (const auto* numbers = std::get_if<column::Numbers>(&column.values)) {
        put_number(static_cast<std::uint64_t>((*numbers)[row]));
    } else if (const auto* codes = std::get_if<column::Codes>(&column.values)) {
        put_number((*codes)[row]);
    } else {
        const std::string_view text = std::get<column::Texts>(column.values).at(row);
        put_number(text.size());
        bytes += text;
    }
}

}  // namespace

bool are_alike(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    const auto [left, right] = std::ranges::mismatch(one, other);
    if (left == one.end()) return true;
    if (!is_digit(*left) || !is_digit(*right)) return false;
    const auto rest = [](std::string_view text, auto from) { return text.substr(from); };
    const auto at = static_cast<std::size_t>(left - one.begin());
    if (rest(one, at + 1) == rest(other, at + 1)) return true;
    return at + 1 < one.size() && is_digit(one[at + 1]) && one[at] == other[at + 1] &&
           one[at + 1] == other[at] && rest(one, at + 2) == rest(other, at + 2);
}

Likeness::Likeness(const Population& population, const DoubleSearch& search)
    : population_(population), search_(search) {}

std::string Likeness::text(std::size_t place, std::size_t field) const {
    return column::plain_text(population_[place].scalar(field));
}

bool Likeness::is_date(std::size_t field) const {
    return population_.front().batch->schema->field(field).type == column::Type::date;
}

bool Likeness::is_complete(std::size_t place) const {
    const RecordRow& record = population_[place];
    const auto has = [&](std::size_t field) { return record.has(field); };
    return std::ranges::all_of(search_.same, has) && std::ranges::all_of(search_.digits, has) &&
           std::ranges::all_of(search_.near, has, &Nearness::field);
}

std::uint64_t Likeness::block(std::size_t place) const {
    std::string bytes;
    for (const std::size_t field : search_.same)
        put(bytes, *population_[place].batch, population_[place].row, field);
    return keyed_hash(no_key, bytes);
}

std::uint64_t Likeness::whole(std::size_t place) const {
    std::string bytes;
    for (const std::size_t field : search_.digits)
        put(bytes, *population_[place].batch, population_[place].row, field);
    for (const Nearness& nearness : search_.near)
        put(bytes, *population_[place].batch, population_[place].row, nearness.field);
    return keyed_hash(no_key, bytes);
}

std::vector<std::uint64_t> Likeness::patterns(std::size_t place) const {
    const std::string whole = text(place, search_.digits.front());
    std::vector<std::uint64_t> patterns{keyed_hash(no_key, whole)};
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (!is_digit(whole[i])) continue;
        std::string pattern = whole;
        pattern[i] = '\1';
        patterns.push_back(keyed_hash(no_key, pattern));
        if (i + 1 == whole.size() || !is_digit(whole[i + 1]) || whole[i] == whole[i + 1]) continue;
        pattern = whole;
        if (pattern[i] > pattern[i + 1]) std::swap(pattern[i], pattern[i + 1]);
        pattern.insert(i, 1, '\2');
        patterns.push_back(keyed_hash(no_key, pattern));
    }
    return patterns;
}

// Dates by day, numbers of each sign by how far they lie from nought.
std::pair<bool, std::uint64_t> Likeness::order(std::size_t place, const Nearness& nearness) const {
    const std::int64_t value = *population_[place].number(nearness.field);
    if (!is_date(nearness.field)) return {value < 0, magnitude(value)};
    return {false, static_cast<std::uint64_t>(value) + (std::uint64_t{1} << 63)};
}

bool Likeness::is_near(std::size_t one, std::size_t other, const Nearness& nearness) const {
    const Wide left = *population_[one].number(nearness.field);
    const Wide right = *population_[other].number(nearness.field);
    const Wide apart = left < right ? right - left : left - right;
    Wide scale = 1;
    for (int i = 0; i < nearness.distance.scale; ++i) scale *= 10;
    if (is_date(nearness.field)) return apart * scale <= nearness.distance.units;
    const Wide greater = left < 0 ? std::max(-left, -right) : std::max(left, right);
    return apart * scale <= greater * nearness.distance.units;
}

bool Likeness::is_like(std::size_t one, std::size_t other) const {
    const RecordRow &left = population_[one], &right = population_[other];
    const auto equal = [&](std::size_t field) {
        std::string values[2];
        put(values[0], *left.batch, left.row, field);
        put(values[1], *right.batch, right.row, field);
        return values[0] == values[1];
    };
    const auto near = [&](const Nearness& nearness) { return is_near(one, other, nearness); };
    const auto alike = [&](std::size_t field) { return are_alike(text(one, field), text(other, field)); };
    return std::ranges::all_of(search_.same, equal) && std::ranges::all_of(search_.near, near) &&
           std::ranges::all_of(search_.digits, alike);
}

}  // namespace cadran::control
