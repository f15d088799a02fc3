// SPDX-License-Identifier: Apache-2.0
#include "cli/population.h"

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cadran::cli {

namespace {

std::string sample_text(const model::Population& population) {
    std::string text = population.sample_rate ? fmt::format("rate = {}", plain_text(*population.sample_rate))
                                              : fmt::format("size = {}", population.sample_size.value_or(0));
    return population.sample_by.empty() ? text : fmt::format("{} by {}", text, population.sample_by);
}

}  // namespace

std::string clauses_text(const model::Population& population) {
    std::vector<std::string> lines{"from " + population.from};
    const auto add = [&](const char* clause, const std::string& text) {
        if (!text.empty()) lines.push_back(fmt::format("{} {}", clause, text));
    };
    for (const model::Join& join : population.joins)
        lines.push_back(fmt::format("join {} = {}", join.alias, join.text));
    add("where", population.where);
    for (const model::Join& window : population.windows)
        lines.push_back(fmt::format("window {} = {}", window.alias, window.text));
    add("group by", population.group);
    add("having", population.having);
    add("history", population.history);
    if (population.sample_rate || population.sample_size) add("sample", sample_text(population));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace cadran::cli
