// SPDX-License-Identifier: Apache-2.0
#include "expression/function.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "calendar/deadline.h"

namespace cadran::expression {

using column::Type;

namespace {

Date date_of(const Value& value) {
    return Date{std::chrono::sys_days{std::chrono::days{value.number.rounded()}}};
}

Value first_digit(const Exact& number) {
    Wide whole = number.numerator() < 0 ? -number.numerator() : number.numerator();
    Wide denominator = number.denominator();
    if (whole == 0) return {};
    for (; whole < denominator; whole *= 10) continue;
    for (whole /= denominator; whole >= 10; whole /= 10) continue;
    return {true, static_cast<std::int64_t>(whole)};
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> all;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
        all.push_back(text.substr(start, end - start));
        start = end;
    }
    return all;
}

// V. I. Levenshtein, 1966, by the rows of Wagner and Fischer.
std::int64_t distance(std::string_view left_text, std::string_view right_text) {
    const auto left = characters(left_text);
    const auto right = characters(right_text);
    std::vector<std::int64_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::int64_t diagonal = row[0]++;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::int64_t exchanged = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({exchanged, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

Value days(std::span<const Value> dates, TimeUnit unit, calendar::Region region) {
    return {true, calendar::days_between(date_of(dates[0]), date_of(dates[1]), unit, region)};
}

}  // namespace

std::span<const Signature> signatures() {
    static const std::vector<Signature> all{
        {Function::days, "days", {Type::date, Type::date}, Type::integer},
        {Function::ouvres, "ouvres", {Type::date, Type::date}, Type::integer},
        {Function::ouvrables, "ouvrables", {Type::date, Type::date}, Type::integer},
        {Function::month, "month", {Type::date}, Type::integer},
        {Function::year, "year", {Type::date}, Type::integer},
        {Function::date, "date", {Type::time}, Type::date},
        {Function::first_digit, "first_digit", {Type::decimal}, Type::integer},
        {Function::length, "length", {Type::text}, Type::integer},
        {Function::distance, "distance", {Type::text, Type::text}, Type::integer},
    };
    return all;
}

const Signature* find_signature(std::string_view name) {
    const auto found = std::ranges::find(signatures(), name, &Signature::name);
    return found == signatures().end() ? nullptr : &*found;
}

Value call(Function function, std::span<const Value> arguments, const calendar::Locality& locality) {
    if (!std::ranges::all_of(arguments, &Value::present)) return {};
    const Value& first = arguments.front();
    switch (function) {
        case Function::days: return days(arguments, TimeUnit::days, locality.region);
        case Function::ouvres: return days(arguments, TimeUnit::ouvres, locality.region);
        case Function::ouvrables: return days(arguments, TimeUnit::ouvrables, locality.region);
        case Function::month:
            return {true, static_cast<std::int64_t>(static_cast<unsigned>(date_of(first).month()))};
        case Function::year: return {true, static_cast<int>(date_of(first).year())};
        case Function::first_digit: return first_digit(first.number);
        case Function::length: return {true, length_in_characters(first.text)};
        case Function::distance: return {true, distance(first.text, arguments[1].text)};
        case Function::date: break;
    }
    const Instant instant{std::chrono::microseconds{first.number.rounded()}};
    return value_of(column::Scalar(locality.zone.date_of(instant)));
}

}  // namespace cadran::expression
