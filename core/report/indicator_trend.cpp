// SPDX-License-Identifier: Apache-2.0
#include "report/indicator_trend.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/named.h"
#include "model/figure.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using model::PeriodFigure;
using statistics::ChartKind;
using statistics::Rule;
using statistics::Side;
using statistics::Signal;

constexpr double percent = 100;

constexpr std::array numbers{"report.two", "report.three",  "report.four",  "report.five",
                             "report.six", "report.seven",  "report.eight", "report.nine",
                             "report.ten", "report.eleven", "report.twelve"};
constexpr std::size_t first_number = 2;

// The names that files and programs read.
constexpr std::array rules{"beyond-limit", "two-of-three", "one-side", "trend"};
constexpr std::array chart_kinds{"individuals", "shares", "counts", "rates"};

template <std::size_t size, typename Enum>
std::string_view name_of(const std::array<const char*, size>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

bool is_share(const PeriodFigure& one) {
    return !one.value() || (!one.measurement->figure && one.measurement->denominator > 0);
}

bool is_count(const PeriodFigure& one) {
    const auto value = one.value();
    if (!value) return true;
    const double figure = as_double(*value);
    return figure >= 0 && figure == std::floor(figure);
}

ChartKind kind_of(const model::Indicator& indicator, const std::vector<PeriodFigure>& history) {
    if (indicator.unit == model::Unit::percent)
        return std::ranges::all_of(history, is_share) ? ChartKind::shares : ChartKind::individuals;
    const bool few_wanted =
        indicator.unit == model::Unit::count && indicator.direction == model::Direction::lower;
    return few_wanted && std::ranges::all_of(history, is_count) ? ChartKind::counts : ChartKind::individuals;
}

std::optional<statistics::Observation> observation_of(const PeriodFigure& one, ChartKind kind) {
    if (!one.value()) return {};
    if (kind == ChartKind::shares)
        return statistics::Observation{static_cast<double>(one.measurement->numerator),
                                       static_cast<double>(one.measurement->denominator)};
    return statistics::Observation{*exact_value(*one.measurement)};
}

// What is counted or timed cannot fall below nought, nor a share exceed the whole: no limit lies there.
void keep_within_reach(statistics::ControlChart& chart, model::Unit unit) {
    const bool may_be_negative = unit == model::Unit::points || unit == model::Unit::money;
    for (auto& point : chart.points) {
        if (!point) continue;
        if (!may_be_negative) point->low = std::max(point->low, 0.0);
        if (unit == model::Unit::percent) point->high = std::min(point->high, percent);
    }
}

void to_percent(statistics::ControlChart& chart) {
    chart.centre *= percent;
    for (auto& point : chart.points) {
        if (!point) continue;
        for (double* figure : {&point->value, &point->sigma, &point->low, &point->high}) *figure *= percent;
    }
}

std::string count_words(std::size_t count, const Catalogue& catalogue) {
    const std::size_t index = count - first_number;
    if (count < first_number || index >= numbers.size())
        return catalogue.number(static_cast<std::int64_t>(count));
    return catalogue.text(Message{numbers[index]});
}

std::string span_words(std::size_t count, const model::Indicator& indicator, const Catalogue& catalogue) {
    const std::string number = count_words(count, catalogue);
    switch (indicator.frequency) {
        case calendar::Period::Kind::month:
            return catalogue.text(Message{"report.so_many_months", {{"number", number}}});
        case calendar::Period::Kind::quarter:
            return catalogue.text(Message{"report.so_many_quarters", {{"number", number}}});
        case calendar::Period::Kind::year: break;
    }
    return catalogue.text(Message{"report.so_many_years", {{"number", number}}});
}

std::string since_words(const calendar::Period& period, const Catalogue& catalogue) {
    const std::string words = period_words(period, catalogue);
    if (period.kind() == calendar::Period::Kind::quarter)
        return catalogue.text(Message{"report.since_quarter", {{"period", words}}});
    return catalogue.text(Message{"report.since", {{"period", words}}});
}

std::string_view id_of(const Signal& signal) {
    const bool above = signal.side == Side::above;
    switch (signal.rule) {
        case Rule::beyond_limit:
            if (signal.first == signal.last)
                return above ? "report.signal_beyond_above" : "report.signal_beyond_below";
            return above ? "report.signal_stays_above" : "report.signal_stays_below";
        case Rule::two_of_three: return above ? "report.signal_near_above" : "report.signal_near_below";
        case Rule::one_side: return above ? "report.signal_side_above" : "report.signal_side_below";
        case Rule::trend: break;
    }
    return above ? "report.signal_rising" : "report.signal_falling";
}

std::string judged(const std::string& words, Side side, model::Direction direction,
                   const Catalogue& catalogue) {
    if (direction == model::Direction::within) return words;
    const bool good = (side == Side::above) == (direction == model::Direction::higher);
    return catalogue.text(Message{good ? "report.signal_good" : "report.signal_bad", {{"signal", words}}});
}

std::string figure_of(double figure, const model::Indicator& indicator,
                      const std::vector<PeriodFigure>& history, const Catalogue& catalogue) {
    const auto measured =
        std::ranges::find_if(history, [](const PeriodFigure& one) { return one.measurement.has_value(); });
    return model::figure_text(rounded(figure), indicator.unit, catalogue,
                              measured == history.end() ? Currency{} : measured->measurement->currency);
}

Json json_of(double figure) {
    return plain_text(rounded(figure));
}

Json json_of(const PeriodFigure& one, const statistics::ControlChart* chart, std::size_t index) {
    const bool charted = chart != nullptr && chart->points[index];
    Json::Array replaced;
    for (const model::Measurement& earlier : one.replaced) {
        const auto value = earlier.value();
        replaced.push_back(Json::Object{{"measured_at", iso_text(earlier.at)},
                                        {"measured_by", earlier.by},
                                        {"value", value ? Json(plain_text(*value)) : Json()}});
    }
    return Json::Object{
        {"high", charted ? json_of(chart->points[index]->high) : Json()},
        {"low", charted ? json_of(chart->points[index]->low) : Json()},
        {"measured", one.measurement.has_value()},
        {"period", one.period.text()},
        {"replaced", replaced},
        {"value", one.value() ? Json(plain_text(*one.value())) : Json()},
    };
}

}  // namespace

std::size_t last_figure(const std::vector<PeriodFigure>& history) {
    std::size_t last = 0;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].value()) last = i;
    }
    return last;
}

std::optional<double> exact_value(const model::Measurement& measurement) {
    if (measurement.figure) return as_double(*measurement.figure);
    if (measurement.denominator == 0) return {};
    return percent * static_cast<double>(measurement.numerator) /
           static_cast<double>(measurement.denominator);
}

Decimal rounded(double figure) {
    const int digits = figure != 0 && std::abs(figure) < 1 ? 2 : 1;
    return {std::llround(figure * std::pow(10, digits)), digits};
}

Trend trend_of(const model::Indicator& indicator, const std::vector<PeriodFigure>& history) {
    Trend trend;
    trend.kind = kind_of(indicator, history);
    std::vector<std::optional<statistics::Observation>> observations;
    for (const PeriodFigure& one : history) {
        observations.push_back(observation_of(one, trend.kind));
        if (observations.back()) ++trend.values;
    }
    trend.chart = statistics::control_chart(trend.kind, observations);
    if (!trend.chart) return trend;
    trend.signals = statistics::signals(*trend.chart);
    if (trend.kind == ChartKind::shares) to_percent(*trend.chart);
    keep_within_reach(*trend.chart, indicator.unit);
    return trend;
}

std::string signal_words(const Signal& signal, const model::Indicator& indicator,
                         const std::vector<PeriodFigure>& history, const Catalogue& catalogue) {
    const std::string first = period_words(history[signal.first].period, catalogue);
    const std::string last = period_words(history[signal.last].period, catalogue);
    const std::string when = signal.last == last_figure(history)
                                 ? since_words(history[signal.first].period, catalogue)
                                 : catalogue.text(Message{"report.then", {{"first", first}, {"last", last}}});
    const Message message{std::string(id_of(signal)),
                          {{"period", first},
                           {"periods", span_words(signal.last - signal.first + 1, indicator, catalogue)},
                           {"when", when}}};
    return judged(catalogue.text(message), signal.side, indicator.direction, catalogue);
}

std::vector<Signal> signals_since(const Trend& trend, std::size_t period) {
    std::vector<Signal> reaching;
    std::ranges::copy_if(trend.signals, std::back_inserter(reaching),
                         [&](const Signal& signal) { return signal.last >= period; });
    return reaching;
}

std::string limits_words(const Trend& trend, const model::Indicator& indicator,
                         const std::vector<PeriodFigure>& history, const Catalogue& catalogue) {
    if (!trend.chart) {
        return catalogue.text(Message{"report.no_limits_yet",
                                      {{"count", static_cast<std::int64_t>(trend.values)},
                                       {"least", static_cast<std::int64_t>(statistics::least_values)}}});
    }
    const auto words = [&](double figure) { return figure_of(figure, indicator, history, catalogue); };
    const statistics::ControlPoint& point = *trend.chart->points[last_figure(history)];
    return catalogue.text(Message{"report.limits_explained",
                                  {{"periods", span_words(trend.values, indicator, catalogue)},
                                   {"centre", words(trend.chart->centre)},
                                   {"low", words(point.low)},
                                   {"high", words(point.high)}}});
}

Json signal_json(const Signal& signal, const std::vector<PeriodFigure>& history) {
    return Json::Object{{"first", history[signal.first].period.text()},
                        {"last", history[signal.last].period.text()},
                        {"rule", name_of(rules, signal.rule)},
                        {"side", signal.side == Side::above ? "above" : "below"}};
}

Json trend_json(const model::Indicator& indicator, const std::vector<PeriodFigure>& history) {
    const Trend trend = trend_of(indicator, history);
    const statistics::ControlChart* chart = trend.chart ? &*trend.chart : nullptr;
    Json::Array periods;
    for (std::size_t i = 0; i < history.size(); ++i) periods.push_back(json_of(history[i], chart, i));
    Json::Array signals;
    for (const Signal& signal : trend.signals) signals.push_back(signal_json(signal, history));
    return Json::Object{
        {"centre", chart ? json_of(chart->centre) : Json()},
        {"kind", name_of(chart_kinds, trend.kind)},
        {"periods", periods},
        {"signals", signals},
    };
}

}  // namespace cadran::report
