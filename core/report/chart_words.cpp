// SPDX-License-Identifier: Apache-2.0
#include "report/chart_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/line_breaking.h"
#include "report/words.h"

namespace cadran::report {

using model::PeriodFigure;
using statistics::Signal;

namespace {

constexpr std::size_t most_signals = 6;
constexpr double size_of_words = 12;

}  // namespace

std::vector<NamedSignal> named_signals(const Trend& trend, const model::Indicator& indicator,
                                       const std::vector<PeriodFigure>& history, const Catalogue& catalogue,
                                       double width) {
    std::vector<Signal> newest = trend.signals;
    std::ranges::stable_sort(newest, {}, &Signal::last);
    if (newest.size() > most_signals) newest.erase(newest.begin(), newest.end() - most_signals);
    std::ranges::stable_sort(newest, {}, &Signal::first);
    std::vector<NamedSignal> named;
    std::vector<std::size_t> ends;  // of the rows
    for (const Signal& signal : newest) {
        const auto free = std::ranges::find_if(ends, [&](std::size_t end) { return end < signal.first; });
        const auto row = static_cast<std::size_t>(free - ends.begin());
        if (free == ends.end()) ends.emplace_back();
        ends[row] = signal.last;
        const std::string letter(1, static_cast<char>('A' + named.size()));
        const std::string words = signal_words(signal, indicator, history, catalogue);
        named.push_back({signal, letter, row, broken_lines(words, width, size_of_words)});
    }
    return named;
}

std::string chart_description(const model::Indicator& indicator, const std::vector<PeriodFigure>& history,
                              const Trend& trend, const Catalogue& catalogue) {
    if (history.empty()) return catalogue.text(Message{"report.not_measured"});
    std::vector<std::string> sentences;
    for (const PeriodFigure& one : history) {
        const std::string period = period_words(one.period, catalogue);
        if (!one.measurement) {
            sentences.push_back(catalogue.text(Message{"report.point_not_measured", {{"period", period}}}));
            continue;
        }
        sentences.push_back(catalogue.text(Message{
            "report.point", {{"period", period}, {"result", result_words(*one.measurement, catalogue)}}}));
        if (one.replaced.empty()) continue;
        sentences.push_back(catalogue.text(
            Message{"report.point_corrected",
                    {{"period", period}, {"value", figure_words(one.replaced.back(), catalogue)}}}));
    }
    std::vector<std::string> signals;
    for (const Signal& signal : trend.signals)
        signals.push_back(signal_words(signal, indicator, history, catalogue));
    if (!signals.empty()) {
        sentences.push_back(catalogue.text(
            Message{"report.signals_named", {{"signals", fmt::format("{}", fmt::join(signals, ", "))}}}));
    }
    return fmt::format("{}", fmt::join(sentences, " "));
}

}  // namespace cadran::report
