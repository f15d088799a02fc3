// SPDX-License-Identifier: Apache-2.0
#include "control/gaps.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"

namespace cadran::control {

namespace {

constexpr std::size_t most_digits = 18;

struct Numbered {
    std::int64_t number = 0;
    std::size_t width = 0;
};

std::string written(const std::string& prefix, std::int64_t number, std::size_t width) {
    return fmt::format("{}{:0{}}", prefix, number, width);
}

Series series_of(const std::string& prefix, std::vector<Numbered> numbers) {
    std::ranges::sort(numbers, {}, &Numbered::number);
    Series series{prefix, written(prefix, numbers.front().number, numbers.front().width),
                  written(prefix, numbers.back().number, numbers.back().width), 1};
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        const Numbered before = numbers[i - 1];
        const std::int64_t distance = numbers[i].number - before.number;
        (distance == 0 ? series.repeated : series.numbers) += 1;
        if (distance < 2) continue;
        series.missing += distance - 1;
        series.gaps.push_back({written(prefix, before.number + 1, before.width),
                               written(prefix, numbers[i].number - 1, before.width), distance - 1});
    }
    return series;
}

}  // namespace

Sequence gaps_of(const Population& population, std::size_t field) {
    std::map<std::string, std::vector<Numbered>, std::less<>> by_prefix;
    Sequence sequence;
    for (const RecordRow& record : population) {
        const std::string text = column::plain_text(record.scalar(field));
        const std::size_t digits = text.size() - (text.find_last_not_of("0123456789") + 1);
        const std::string_view number = std::string_view(text).substr(text.size() - digits);
        if (digits == 0 || digits > most_digits) {
            ++sequence.without_number;
            continue;
        }
        by_prefix[text.substr(0, text.size() - digits)].push_back({parse_integer(number).value(), digits});
    }
    for (auto& [prefix, numbers] : by_prefix)
        sequence.series.push_back(series_of(prefix, std::move(numbers)));
    return sequence;
}

}  // namespace cadran::control
